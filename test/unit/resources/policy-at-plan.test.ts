import { describe, expect, it } from "vitest";
import { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { createProvider } from "../../../provider/src/provider.js";
import { proposedNew } from "../../support/oracles/proposed-new.js";
import { resourceOf, textsOf, valueOf } from "../../support/test-provider/lab-server.js";
import { silentLogger } from "../../support/test-provider/silent-logger.js";

const NO_BYTES = new Uint8Array();

/** Plans to create a resource; what is planned on is captured, and never read here. */
const planned = async (provider: unknown, typeName: string, members: Readonly<Record<string, unknown>>) => {
  const definition = createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });
  const server = new ProviderServer(definition, silentLogger);
  if (provider !== null) {
    const block = valueOf(definition.attributes, { snapshot_file: "unread.json", policy: provider });
    expect(textsOf(await server.configure(block))).toEqual([]);
  }
  const resource = resourceOf(server, typeName);
  const { attributes } = resource.schema;
  const config = valueOf(attributes, members);
  expect(textsOf(server.validateResource(resource, config, true))).toEqual([]);
  const proposed = proposedNew(attributes, null, config);
  const { diagnostics } = server.planResource(resource, { prior: null, config, proposed, priorPrivate: NO_BYTES });
  return textsOf(diagnostics);
};

describe.each([
  ["proxlb_balance", {}],
  ["proxlb_placement", { guests: {} }],
])("the policy of a %s", (typeName, members) => {
  it.each([
    [{ balanciness: 20 }, { balanciness_target: 25 }, /^Invalid Policy: The target \(25\).*set by the provider\.$/],
    [{}, { usage_statistic: "p90" }, /^Invalid Policy: The statistic "p90" needs a window/],
  ])("is refused by the plan where it is wrong beside %j: %j", async (provider, policy, text) => {
    expect(await planned(provider, typeName, { ...members, policy })).toEqual([expect.stringMatching(text)]);
  });

  it.each([
    [{ balanciness: 30 }, { balanciness_target: 25 }],
    [{ balanciness: 20 }, null],
    // A plan that asks no provider, as the one of a validation, has nothing to lay it over.
    [null, { balanciness_target: 25 }],
  ])("is let pass beside %j: %j", async (provider, policy) => {
    expect(await planned(provider, typeName, { ...members, policy })).toEqual([]);
  });
});
