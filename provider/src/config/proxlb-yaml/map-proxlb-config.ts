import { checkPolicyPart } from "../../planning/model/decode-policy.js";
import type { PlainObject } from "../../planning/model/read-policy-value.js";
import type { ProxlbProblem } from "./check-value.js";
import { checkSection, isSection } from "./check-value.js";
import { leftOutKeys } from "./left-out-keys.js";
import { nodesInWindow } from "./maintenance-windows.js";
import type { FileConnection } from "./map-connection.js";
import { connectionProblems, mapConnection } from "./map-connection.js";
import { mapPolicy, proxlbKeyOf } from "./map-policy.js";
import { PROXLB_KEYS } from "./proxlb-keys.js";
import { sectionOf } from "./read-value.js";

/** What a ProxLB configuration says, in the terms of the provider. */
export interface ProxlbConfig {
  readonly connection: FileConnection;
  /** A policy with the attribute names of the provider, not decoded yet. */
  readonly policy: PlainObject;
  /** Full sentences about keys that are set but cannot be honoured. */
  readonly leftOut: readonly string[];
}

/** A configuration, or what is wrong with it. */
export type MappedConfig = { readonly config: ProxlbConfig } | { readonly problems: readonly ProxlbProblem[] };

/** What the file leaves to the provider block is judged once both are merged. */
const policyProblems = (policy: PlainObject): readonly ProxlbProblem[] =>
  checkPolicyPart(policy).map(({ path, message }) => ({ path: proxlbKeyOf(policy, path), message }));

/**
 * Maps a ProxLB configuration (`proxlb.yaml`, already parsed) to connection settings and a policy. Every problem is
 * reported at once. `now` decides which scheduled maintenance is under way.
 */
export const mapProxlbConfig = (document: unknown, now: Date): MappedConfig => {
  const wrong = checkSection(document, PROXLB_KEYS, "");
  if (wrong.length > 0 || !isSection(document)) return { problems: wrong };
  const [api, cluster, balancing] = [
    sectionOf(document, "proxmox_api"),
    sectionOf(document, "proxmox_cluster"),
    sectionOf(document, "balancing"),
  ];
  const windows = nodesInWindow(sectionOf(cluster, "maintenance_nodes_schedule"), now);
  const policy = mapPolicy({ cluster, balancing }, windows.nodes);
  const problems = [...connectionProblems(api), ...windows.problems, ...policyProblems(policy)];
  if (problems.length > 0) return { problems };
  return {
    config: {
      connection: mapConnection(api),
      policy,
      leftOut: leftOutKeys(document),
    },
  };
};
