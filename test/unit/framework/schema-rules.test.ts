import { describe, expect, it } from "vitest";
import { formatType } from "../../../provider/src/cty/type-json.js";
import { ctyDynamic, ctyList, ctyObject, ctyString } from "../../../provider/src/cty/type.js";
import { decodeMessage, encodeMessage } from "../../../provider/src/protocol/grpc/message-codec.js";
import type { MessageInitShape } from "../../../provider/src/protocol/grpc/descriptors.js";
import type {
  Schema_AttributeSchema,
  Schema_BlockSchema,
  Schema_NestedBlockSchema,
} from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import {
  FunctionSchema,
  GetProviderSchema_ResponseSchema,
  Schema_NestedBlock_NestingMode as BlockNesting,
  Schema_Object_NestingMode as ObjectNesting,
  SchemaSchema,
} from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import { getProviderSchema } from "../../../provider/src/protocol/tfplugin6/rpc/get-provider-schema.js";
import { functionProblems, providerProblems, schemaProblems } from "../../support/oracles/schema-rules.js";
import { servedProviders, serverOf } from "../../support/oracles/served-resources.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const textType = bytes(formatType(ctyString));

type AttributeInit = MessageInitShape<typeof Schema_AttributeSchema>;

const text: AttributeInit = { name: "text", type: textType, optional: true, description: "Holds text." };

const problemsOf = (block: MessageInitShape<typeof Schema_BlockSchema> | undefined, version = 0n) =>
  schemaProblems(
    decodeMessage(SchemaSchema, encodeMessage(SchemaSchema, { version, ...(block !== undefined && { block }) })),
  );

const withAttribute = (changes: Partial<typeof text> & AttributeInit) =>
  problemsOf({ attributes: [Object.assign({}, text, changes)] });

const withBlock = (changes: MessageInitShape<typeof Schema_NestedBlockSchema>) =>
  problemsOf({ blockTypes: [Object.assign({ typeName: "rule", nesting: BlockNesting.LIST, block: {} }, changes)] });

describe("21 the port of core's schema rules", () => {
  it("accepts a plain attribute and an empty block", () => {
    expect(withAttribute({})).toEqual([]);
    expect(problemsOf({})).toEqual([]);
    expect(withBlock({})).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ["a schema without a block", problemsOf(undefined), "has no block"],
    ["a negative version", problemsOf({}, -1n), "has a negative version"],
    [
      "an attribute that nobody sets",
      withAttribute({ optional: false }),
      "text: must be required, optional or computed",
    ],
    ["required and optional", withAttribute({ required: true }), "text: cannot be both required and optional"],
    [
      "required and computed",
      withAttribute({ required: true, optional: false, computed: true }),
      "text: cannot be both required and computed",
    ],
    ["no type", withAttribute({ type: new Uint8Array() }), "text: must have either a type or a nested type"],
    [
      "two types",
      withAttribute({ nestedType: { nesting: ObjectNesting.SINGLE } }),
      "text: must have either a type or a nested type",
    ],
    ["a type that is none", withAttribute({ type: bytes('"text"') }), "text: has a type that is none"],
    [
      "a lone deprecation message",
      withAttribute({ deprecationMessage: "Gone." }),
      "text: has a deprecation message only",
    ],
    ["a name in capitals", withAttribute({ name: "Text" }), "Text: must have a name of lower-case"],
    ["no description", withAttribute({ description: "" }), "text: must have a description"],
    ["the same name twice", problemsOf({ attributes: [text, text] }), "text: is there twice"],
    [
      "an attribute and a block of one name",
      problemsOf({ attributes: [text], blockTypes: [{ typeName: "text", nesting: BlockNesting.LIST, block: {} }] }),
      "text: is both an attribute and a block",
    ],
    [
      "0 to 1 items of a single block",
      withBlock({ nesting: BlockNesting.SINGLE, maxItems: 1n }),
      "rule.must have 0 or 1 as both",
    ],
    ["a limited map", withBlock({ nesting: BlockNesting.MAP, maxItems: 1n }), "rule.cannot limit the number"],
    ["a minimum above the maximum", withBlock({ minItems: 2n, maxItems: 1n }), "rule.must have a minimum below"],
    ["a negative number of items", withBlock({ minItems: -1n }), "rule.must not have a negative"],
    ["a nested block without a mode", withBlock({ nesting: BlockNesting.INVALID }), "rule.has no nesting mode"],
    [
      "a dynamic attribute in a set of blocks",
      withBlock({
        nesting: BlockNesting.SET,
        block: { attributes: [{ ...text, type: bytes(formatType(ctyList(ctyObject({ a: ctyDynamic })))) }] },
      }),
      "rule.text: cannot be dynamic inside of a set",
    ],
    [
      "a write-only attribute in a nested set",
      withAttribute({
        type: new Uint8Array(),
        nestedType: { nesting: ObjectNesting.SET, attributes: [{ ...text, writeOnly: true }] },
      }),
      "text.text: cannot be write-only inside of a set",
    ],
  ])("refuses %s", (_case, problems, expected) => {
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it.each<[string, MessageInitShape<typeof FunctionSchema>, string]>([
    ["f", {}, "has no return type"],
    ["not one", { return: { type: textType } }, "has a name that is no identifier"],
    [
      "f",
      {
        return: { type: textType },
        parameters: [{ name: "a", type: textType, description: "A." }],
        variadicParameter: { name: "a", type: textType, description: "A." },
      },
      "has the parameter a twice",
    ],
    ["f", { return: { type: textType }, parameters: [{ name: "a", description: "A." }] }, "has no type for a"],
  ])("refuses the function %s %o", (name, init, expected) => {
    expect(functionProblems(name, decodeMessage(FunctionSchema, encodeMessage(FunctionSchema, init)))).toEqual([
      expected,
    ]);
  });
});

describe.each(servedProviders())("the provider $typeName", (provider) => {
  const output = GetProviderSchema_ResponseSchema;
  const answer = decodeMessage(output, encodeMessage(output, getProviderSchema(serverOf(provider))));

  it("21 and 22 serves only what core accepts, named and described throughout", () => {
    expect(Object.keys(answer.resourceSchemas).sort()).toEqual(
      provider.resources.map(({ typeName }) => typeName).sort(),
    );
    expect(providerProblems(answer)).toEqual([]);
  });

  it("22 names its types after itself", () => {
    const names = [...Object.keys(answer.resourceSchemas), ...Object.keys(answer.dataSourceSchemas)];
    expect(names.filter((name) => !name.startsWith(`${provider.typeName}_`))).toEqual([]);
    expect(names.length).toBeGreaterThan(1);
  });

  it("24 can read the states of every older schema version", () => {
    for (const { schema, upgraders } of provider.resources) {
      const versions = upgraders.map(({ version }) => version).sort();
      expect(versions).toEqual(Array.from({ length: schema.version }, (_, version) => version));
    }
  });
});
