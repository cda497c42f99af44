import { describe, expect, it } from "vitest";
import { schemaDocument } from "../../../provider/src/cli/schema-document.js";
import { runSchema } from "../../../provider/src/cli/schema.js";
import { defineFunction } from "../../../provider/src/framework/function.js";
import type { Provider } from "../../../provider/src/framework/provider-definition.js";
import { computed, optional, required } from "../../../provider/src/framework/schema/attribute.js";
import { map, nestedList } from "../../../provider/src/framework/schema/collection-shapes.js";
import { bool, number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { runCommand } from "../../support/cli-run.js";

const ADDRESS = "registry.terraform.io/proxlb/proxlb";

const providerWith = (parts: Partial<Provider>): Provider => ({
  typeName: "small",
  version: "1.0.0",
  description: "A provider.",
  attributes: {},
  dataSources: [],
  resources: [],
  functions: [],
  validate: () => undefined,
  configure: () => null,
  describeError: () => undefined,
  ...parts,
});

const schemasOf = (provider: Provider) =>
  (schemaDocument(provider)["provider_schemas"] as Record<string, unknown>)[ADDRESS];

describe("proxlb schema", () => {
  it("prints all types of the provider as one JSON document", async () => {
    const { code, stdout, stderr } = await runCommand(runSchema, ["--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      format_version: "1.0",
      provider_schemas: {
        [ADDRESS]: {
          provider: {
            version: 0,
            block: { attributes: { api_token: { type: "string", optional: true, sensitive: true } } },
          },
          resource_schemas: { proxlb_balance: {} },
          data_source_schemas: { proxlb_best_node: {}, proxlb_migration_plan: {} },
        },
      },
    });
  });

  it("names no version, to which a binding generator would tie its users", async () => {
    const { stdout } = await runCommand(runSchema, ["--json"]);
    expect(stdout).not.toContain("provider_versions");
  });

  it("asks for --json, and refuses what it does not know", async () => {
    expect(await runCommand(runSchema, [])).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("--json") as unknown,
    });
    expect(await runCommand(runSchema, ["--yaml"])).toMatchObject({ code: 1, stdout: "" });
  });

  it("leaves out flags that are false, and writes nested attributes as such", () => {
    const attributes = {
      secret: optional(string, "Holds a secret.", { sensitive: true, writeOnly: true }),
      old: optional(bool, "Is old.", { deprecated: "Use new." }),
      guests: required(nestedList({ vm_id: required(number, "Identifies a guest.") }), "Lists guests."),
      loads: computed(map(number), "Gives loads."),
    };
    expect(schemasOf(providerWith({ attributes }))).toEqual({
      provider: {
        version: 0,
        block: {
          description: "A provider.",
          description_kind: "markdown",
          attributes: {
            secret: {
              type: "string",
              description: "Holds a secret.",
              description_kind: "markdown",
              optional: true,
              sensitive: true,
              write_only: true,
            },
            old: {
              type: "bool",
              description: "Is old.",
              description_kind: "markdown",
              optional: true,
              deprecated: true,
            },
            guests: {
              nested_type: {
                nesting_mode: "list",
                attributes: {
                  vm_id: {
                    type: "number",
                    description: "Identifies a guest.",
                    description_kind: "markdown",
                    required: true,
                  },
                },
              },
              description: "Lists guests.",
              description_kind: "markdown",
              required: true,
            },
            loads: {
              type: ["map", "number"],
              description: "Gives loads.",
              description_kind: "markdown",
              computed: true,
            },
          },
        },
      },
      resource_schemas: {},
      data_source_schemas: {},
    });
  });

  it("writes the signatures of functions", () => {
    const half = defineFunction({
      name: "half",
      summary: "Halves a number",
      description: "Gives half of it.",
      parameters: [{ name: "number", description: "Is halved.", shape: number, allowNull: true }],
      variadic: { name: "more", description: "Are ignored.", shape: string },
      returns: number,
      call: () => 0,
    });
    expect(schemasOf(providerWith({ functions: [half] }))).toMatchObject({
      functions: {
        half: {
          summary: "Halves a number",
          description: "Gives half of it.",
          return_type: "number",
          parameters: [{ name: "number", description: "Is halved.", is_nullable: true, type: "number" }],
          variadic_parameter: { name: "more", description: "Are ignored.", type: "string" },
        },
      },
    });
  });
});
