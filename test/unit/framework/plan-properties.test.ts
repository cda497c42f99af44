import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesEqual } from "../../../provider/src/cty/value-equality.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isMapping } from "../../../provider/src/cty/value.js";
import type { Resource } from "../../../provider/src/framework/resource.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";
import type { ProviderServer } from "../../../provider/src/framework/server/provider-server.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../../provider/src/protocol/codec/dynamic-value.js";
import { compatibilityProblems } from "../../support/oracles/object-compatible.js";
import { planProblems, replacementProblems } from "../../support/oracles/plan-valid.js";
import { proposedNew } from "../../support/oracles/proposed-new.js";
import { arbitraryConfig, arbitraryKnownLater, arbitraryState } from "../../support/oracles/schema-arbitraries.js";
import { servedProviders, serverOf } from "../../support/oracles/served-resources.js";
import { resourceOf, textsOf, withLabServer } from "../../support/test-provider/lab-server.js";

const SOAK = process.env["PROXLB_SOAK"] !== undefined;

const RUNS = SOAK ? 3000 : 150;

const LIMIT = { timeout: SOAK ? 600_000 : 20_000 };

const nothing = new Uint8Array();

const nobody = new AbortController().signal;

const served = servedProviders().flatMap((provider) => {
  const server = serverOf(provider);
  return provider.resources.map((resource) => ({ typeName: resource.typeName, resource, server }));
});

const planned = (server: ProviderServer, resource: Resource<unknown>, prior: CtyValue, config: CtyValue) => {
  const proposed = proposedNew(resource.schema.attributes, prior, config);
  return server.planResource(resource, { prior, config, proposed, priorPrivate: nothing });
};

const bugsIn = (texts: readonly string[]) => texts.filter((text) => text.includes("Provider Bug"));

describe.each(served)("35 every plan of $typeName", LIMIT, ({ resource, server }) => {
  const { attributes } = resource.schema;
  const type = impliedType(attributes);
  const priors = fc.option(arbitraryState(attributes), { nil: null });

  it("is one that core accepts, for any configuration and prior state", () => {
    let accepted = 0;
    fc.assert(
      fc.property(priors, arbitraryConfig(attributes), (prior, config) => {
        const { value, diagnostics } = planned(server, resource, prior, config);
        expect(bugsIn(textsOf(diagnostics))).toEqual([]);
        if (diagnostics.hasErrors) return;
        accepted += 1;
        expect(planProblems(attributes, { prior, config, planned: value.planned })).toEqual([]);
        expect(replacementProblems(attributes, { prior, planned: value.planned }, value.requiresReplace)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(accepted).toBeGreaterThan(RUNS / 20);
  });

  it("survives the way through the codec", () => {
    fc.assert(
      fc.property(priors, arbitraryConfig(attributes), (prior, config) => {
        const { planned: value } = planned(server, resource, prior, config).value;
        const received = decodeDynamicValue(type, encodeDynamicValue(type, value));
        expect(valuesEqual(type, received, value)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it("37 agrees with itself when what was unknown becomes known", () => {
    fc.assert(
      fc.property(priors, arbitraryKnownLater(attributes), (prior, { config, later }) => {
        const first = planned(server, resource, prior, config);
        const second = planned(server, resource, prior, later);
        if (first.diagnostics.hasErrors || second.diagnostics.hasErrors) return;
        expect(compatibilityProblems(attributes, first.value.planned, second.value.planned)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("37 is the same every time", () => {
    fc.assert(
      fc.property(priors, arbitraryConfig(attributes), (prior, config) => {
        expect(planned(server, resource, prior, config).value).toEqual(planned(server, resource, prior, config).value);
      }),
      { numRuns: RUNS / 3 },
    );
  });

  it("39 is null when the object is to be destroyed", () => {
    fc.assert(
      fc.property(arbitraryState(attributes), (prior) => {
        const { value, diagnostics } = planned(server, resource, prior, null);
        expect(value.planned).toBeNull();
        expect(diagnostics.hasErrors).toBe(false);
      }),
      { numRuns: RUNS / 3 },
    );
  });
});

/** Leaves out what makes the test provider misbehave on purpose. */
const behaved = (config: CtyValue): CtyValue => {
  if (!isMapping(config)) return config;
  const quiet = ["misbehave", "seconds", "timeouts"].filter((name) => config.has(name));
  return new Map([...config, ...quiet.map((name) => [name, null] as const)]);
};

interface Kept {
  readonly state: CtyValue;
  readonly privateBytes: Uint8Array;
}

/** Brings an object from one state to what the configuration asks for, as core does; a replacement begins from nothing. */
const apply = async (
  server: ProviderServer,
  resource: Resource<unknown>,
  { state, privateBytes }: Kept,
  config: CtyValue,
): Promise<Kept> => {
  const { attributes } = resource.schema;
  const plan = planned(server, resource, state, config).value;
  const replaces = plan.requiresReplace.length > 0;
  const final = replaces ? planned(server, resource, null, config).value : plan;
  const applied = await server.applyResource(
    resource,
    { prior: replaces ? null : state, planned: final.planned, config, plannedPrivate: privateBytes },
    nobody,
  );
  expect(textsOf(applied.diagnostics)).toEqual([]);
  expect(compatibilityProblems(attributes, final.planned, applied.state)).toEqual([]);
  return applied;
};

describe.each(["lab_item", "lab_shapes", "lab_record"])("36 every apply of %s", LIMIT, (typeName) => {
  it("33 does what was planned, and leaves nothing to plan", () =>
    withLabServer(async (server) => {
      const resource = resourceOf(server, typeName);
      const { attributes } = resource.schema;
      const configs = fc.array(
        arbitraryKnownLater(attributes).map(({ later }) => behaved(later)),
        { minLength: 1, maxLength: 2 },
      );
      await fc.assert(
        fc.asyncProperty(configs, async (wanted) => {
          let kept: Kept = { state: null, privateBytes: nothing };
          for (const config of wanted) {
            kept = await apply(server, resource, kept, config);
            const again = planned(server, resource, kept.state, config).value;
            expect(valuesEqual(impliedType(attributes), again.planned, kept.state)).toBe(true);
          }
        }),
        { numRuns: RUNS / 2 },
      );
    }));
});
