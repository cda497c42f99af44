import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { Diagnostic } from "../../../provider/src/framework/diagnostics.js";
import { Diagnostic_Severity } from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import { diagnosticsToProto } from "../../../provider/src/protocol/tfplugin6/diagnostics-to-proto.js";
import { proposedNew } from "../../support/oracles/proposed-new.js";
import { arbitraryConfig } from "../../support/oracles/schema-arbitraries.js";
import { servedProviders, serverOf } from "../../support/oracles/served-resources.js";

describe("65 a diagnostic on its way to the CLI", () => {
  it("has a severity that the CLI knows", () => {
    const diagnostics = new Diagnostics();
    diagnostics.error("A", "B.");
    diagnostics.warning("A", "B.");
    const severities = diagnosticsToProto(diagnostics.items).map(({ severity }) => severity);
    expect(severities).toEqual([Diagnostic_Severity.ERROR, Diagnostic_Severity.WARNING]);
  });

  it("points at the attribute, and says where inside of it", () => {
    const diagnostics = new Diagnostics();
    diagnostics.error("A", "B.", [{ attribute: "disks" }, { index: 1 }, { attribute: "size" }]);
    diagnostics.error("A", "B.", [{ attribute: "size" }]);
    diagnostics.error("A", "B.");
    expect(diagnosticsToProto(diagnostics.items)).toMatchObject([
      {
        detail: expect.stringContaining("disks[1].size") as string,
        attribute: {
          steps: [
            { selector: { case: "attributeName", value: "disks" } },
            { selector: { case: "elementKeyInt", value: 1n } },
            { selector: { case: "attributeName", value: "size" } },
          ],
        },
      },
      { detail: "B.", attribute: { steps: [{ selector: { case: "attributeName", value: "size" } }] } },
      { detail: "B." },
    ]);
    expect(diagnosticsToProto(diagnostics.items)[2]).not.toHaveProperty("attribute");
  });
});

const NO_BYTES = new Uint8Array();

const judged = servedProviders().flatMap((provider) => {
  const server = serverOf(provider);
  return [
    {
      name: provider.typeName,
      attributes: provider.attributes,
      diagnosticsOf: async (config: Parameters<typeof server.validateProvider>[0]) => [
        ...server.validateProvider(config).items,
        ...(await server.configure(config)).items,
      ],
    },
    ...provider.dataSources.map((source) => ({
      name: source.typeName,
      attributes: source.schema.attributes,
      diagnosticsOf: (config: Parameters<typeof source.validate>[0]) => server.validateDataSource(source, config).items,
    })),
    ...provider.resources.map((resource) => ({
      name: resource.typeName,
      attributes: resource.schema.attributes,
      diagnosticsOf: (config: Parameters<typeof resource.validate>[0]) => {
        const proposed = proposedNew(resource.schema.attributes, null, config);
        const plan = server.planResource(resource, { prior: null, config, proposed, priorPrivate: NO_BYTES });
        return [...server.validateResource(resource, config, false).items, ...plan.diagnostics.items];
      },
    })),
  ];
});

/** Two are left out, as nothing can be wrong with their configurations that the CLI would not find itself. */
const fallible = judged.filter(({ name }) => name !== "lab" && name !== "lab_record");

describe.each(fallible)("65 whatever $name says", ({ attributes, diagnosticsOf }) => {
  const said: Diagnostic[] = [];

  it("is a title on one line and sentences that end", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryConfig(attributes), async (config) => {
        const items = await diagnosticsOf(config);
        said.push(...items);
        for (const { summary, detail } of items) {
          expect(summary).toMatch(/^[A-Z][^\n]{3,80}[^.\n]$/);
          // A text may end with a command, for the user to copy.
          expect(detail.trimEnd()).toMatch(/[.!?)`"]$|: [a-z]+ [^\n]+$/);
          expect(detail.length).toBeGreaterThan(15);
        }
      }),
      { numRuns: 80 },
    );
    const problems = said.filter(({ path }) => path.length > 0);
    expect(problems.length).toBeGreaterThan(0);
  });
});
