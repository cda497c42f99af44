import { validatePolicy } from "./attributes/effective-policy.js";
import type { ProviderSurroundings } from "./configure-provider.js";
import { configureProvider } from "./configure-provider.js";
import { bestNode } from "./data-sources/best-node/best-node.js";
import { cluster } from "./data-sources/cluster/cluster.js";
import { migrationPlan } from "./data-sources/migration-plan/migration-plan.js";
import { describeError } from "./describe-error.js";
import { parseTags } from "./functions/parse-tags.js";
import { affinityTag, antiAffinityTag, ignoreTag, pinTag } from "./functions/tag-functions.js";
import type { Provider } from "./framework/provider-definition.js";
import { defineProvider } from "./framework/provider-definition.js";
import type { ClusterServices } from "./inventory/cluster-services.js";
import { providerAttributes } from "./provider-attributes.js";
import { balance } from "./resources/balance/balance.js";
import { placement } from "./resources/placement/placement.js";
import { VERSION } from "./version.js";

/** Returns the `proxlb` provider. */
export const createProvider = (surroundings: ProviderSurroundings): Provider =>
  defineProvider<typeof providerAttributes, ClusterServices>({
    typeName: "proxlb",
    version: VERSION,
    description:
      "Answers where a guest of a Proxmox VE cluster should run, and keeps the cluster in balance as part of plan and apply.",
    attributes: providerAttributes,
    dataSources: [bestNode, cluster, migrationPlan],
    resources: [balance, placement],
    functions: [affinityTag, antiAffinityTag, ignoreTag, parseTags, pinTag],
    validate: (config, { diagnostics }) => {
      validatePolicy(config.policy, diagnostics);
    },
    configure: (config, context) => configureProvider(config, surroundings, context),
    describeError,
  });
