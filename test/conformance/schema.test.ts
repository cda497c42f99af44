import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findClis } from "../support/cli-find.js";
import type { TerraformCli } from "../support/cli-find.js";
import { builtProxlb } from "../support/cli-installation.js";
import type { Installation } from "../support/cli-installation.js";
import { isolatedProxlb } from "../support/oracles/served-resources.js";
import { schemaJson } from "../support/schema-json.js";
import { withWorkspace } from "../support/terraform-cli.js";
import type { ReattachedLab } from "../support/test-provider/host.js";
import { serveTestProvider } from "../support/test-provider/host.js";
import { createTestProvider } from "../support/test-provider/provider.js";

let lab: ReattachedLab;

beforeAll(async () => {
  lab = await serveTestProvider();
});

afterAll(() => lab.close());

const shownSchemas = async (
  cli: TerraformCli,
  installation: Installation,
): Promise<Readonly<Record<string, unknown>>> =>
  withWorkspace(
    cli,
    async (ws) => {
      const { provider_schemas: schemas = {} } = await ws.providersSchema();
      const [schema] = Object.values(schemas);
      return schema ?? {};
    },
    { installation },
  );

describe.each(findClis())("21 the schemas on $label", (cli) => {
  it.each([
    ["proxlb", isolatedProxlb, builtProxlb],
    ["lab", () => createTestProvider(), () => lab.installation],
  ])("of %s arrive as they were declared", async (_name, create, installation) => {
    const { description, attributes, resources, dataSources } = create();
    const shown = await shownSchemas(cli, installation());
    const traits = { writeOnly: cli.name === "Terraform" };
    const named = (types: typeof resources | typeof dataSources) =>
      Object.fromEntries(types.map(({ typeName, schema }) => [typeName, schemaJson(schema, traits)]));
    expect(shown).toMatchObject({
      provider: schemaJson({ version: 0, description, attributes }, traits),
      resource_schemas: named(resources),
      data_source_schemas: named(dataSources),
    });
  });
});

/** The text differs between versions of the CLI, so that only the pinned one can be compared with a stored one. */
const pinned = findClis().filter(({ label }) => label === "OpenTofu 1.6.2");

describe.each(pinned)("21 the schemas on $label", (cli) => {
  it("of the test provider are printed as they have always been", async () => {
    const { resource_schemas: resources, data_source_schemas: sources } = await shownSchemas(cli, lab.installation);
    await expect(`${JSON.stringify({ resources, sources }, null, 2)}\n`).toMatchFileSnapshot(
      "golden/lab-schema.golden",
    );
  });
});
