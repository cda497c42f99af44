import { parseType } from "../../../provider/src/cty/type-json.js";
import type { CtyType } from "../../../provider/src/cty/type.js";
import type { MessageShape } from "../../../provider/src/protocol/grpc/descriptors.js";
import type {
  Function as WireFunction,
  Function_Parameter,
  Schema,
  Schema_Attribute,
  Schema_Block,
  Schema_NestedBlock,
  Schema_Object,
} from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import type { Provider } from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import {
  Schema_NestedBlock_NestingMode as BlockNesting,
  Schema_Object_NestingMode as ObjectNesting,
} from "../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";

type ProviderSchema = MessageShape<typeof Provider.method.getProviderSchema.output>;

const NAME = /^[a-z0-9_]+$/;

const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_-]*$/;

const holdsDynamic = (type: CtyType): boolean => {
  if (type.kind === "dynamic") return true;
  if ("element" in type) return holdsDynamic(type.element);
  if (type.kind === "tuple") return type.elements.some(holdsDynamic);
  return type.kind === "object" && [...type.attributes.values()].some(holdsDynamic);
};

const typeOf = (bytes: Uint8Array): CtyType | undefined => {
  try {
    return parseType(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};

const presenceProblems = ({ required, optional, computed }: Schema_Attribute): readonly string[] => [
  ...(!required && !optional && !computed ? ["must be required, optional or computed"] : []),
  ...(required && optional ? ["cannot be both required and optional"] : []),
  ...(required && computed ? ["cannot be both required and computed"] : []),
];

/** Rules that core does not check, but which the registry and other tools rely on. */
const documentationProblems = ({ name, description }: Schema_Attribute): readonly string[] => [
  ...(NAME.test(name) ? [] : ["must have a name of lower-case letters, digits and underscores"]),
  ...(/^[A-Z`].*[.]$/s.test(description.trim()) ? [] : ["must have a description of whole sentences"]),
];

const shapeProblems = (attribute: Schema_Attribute, inSet: boolean): readonly string[] => {
  const { type: bytes, nestedType, writeOnly } = attribute;
  const hasType = bytes.length > 0;
  if (hasType === (nestedType !== undefined)) return ["must have either a type or a nested type"];
  if (writeOnly && inSet) return ["cannot be write-only inside of a set"];
  if (nestedType !== undefined) return nestedProblems(nestedType, inSet);
  const type = typeOf(bytes);
  if (type === undefined) return ["has a type that is none"];
  return inSet && holdsDynamic(type) ? ["cannot be dynamic inside of a set"] : [];
};

const attributeProblems = (attribute: Schema_Attribute, inSet: boolean): readonly string[] => [
  ...presenceProblems(attribute),
  ...documentationProblems(attribute),
  ...(attribute.deprecationMessage !== "" && !attribute.deprecated ? ["has a deprecation message only"] : []),
  ...shapeProblems(attribute, inSet),
];

const duplicates = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) < i);

const attributesProblems = (attributes: readonly Schema_Attribute[], inSet: boolean): readonly string[] => [
  ...duplicates(attributes.map(({ name }) => name)).map((name) => `${name}: is there twice`),
  ...attributes.flatMap((attribute) =>
    attributeProblems(attribute, inSet).map((problem) =>
      problem.includes(": ") ? `${attribute.name}.${problem}` : `${attribute.name}: ${problem}`,
    ),
  ),
];

const nestedProblems = ({ attributes, nesting }: Schema_Object, inSet: boolean): readonly string[] => [
  ...(nesting === ObjectNesting.INVALID ? ["has no nesting mode"] : []),
  ...attributesProblems(attributes, inSet || nesting === ObjectNesting.SET),
];

/** What the numbers of items of a block must be, and how to say so. */
const COUNTS: Readonly<
  Record<BlockNesting, { readonly fits: (min: bigint, max: bigint) => boolean; readonly rule: string }>
> = {
  [BlockNesting.INVALID]: { fits: () => false, rule: "has no nesting mode" },
  [BlockNesting.SINGLE]: {
    fits: (min, max) => min === max && min <= 1n,
    rule: "must have 0 or 1 as both minimum and maximum",
  },
  [BlockNesting.GROUP]: { fits: (min, max) => min === 0n && max === 0n, rule: "cannot limit the number of items" },
  [BlockNesting.MAP]: { fits: (min, max) => min === 0n && max === 0n, rule: "cannot limit the number of items" },
  [BlockNesting.LIST]: { fits: (min, max) => max === 0n || min <= max, rule: "must have a minimum below the maximum" },
  [BlockNesting.SET]: { fits: (min, max) => max === 0n || min <= max, rule: "must have a minimum below the maximum" },
};

const countProblems = ({ nesting, minItems, maxItems }: Schema_NestedBlock): readonly string[] => {
  if (minItems < 0n || maxItems < 0n) return ["must not have a negative number of items"];
  const { fits, rule } = COUNTS[nesting];
  return fits(minItems, maxItems) ? [] : [rule];
};

const nestedBlockProblems = (nested: Schema_NestedBlock, inSet: boolean): readonly string[] => [
  ...(NAME.test(nested.typeName) ? [] : ["must have a name of lower-case letters, digits and underscores"]),
  ...countProblems(nested),
  ...blockProblems(nested.block, inSet || nested.nesting === BlockNesting.SET),
];

const blockProblems = (block: Schema_Block | undefined, inSet: boolean): readonly string[] => {
  if (block === undefined) return ["has no block"];
  const names = new Set(block.attributes.map(({ name }) => name));
  return [
    ...attributesProblems(block.attributes, inSet),
    ...block.blockTypes
      .filter(({ typeName }) => names.has(typeName))
      .map(({ typeName }) => `${typeName}: is both an attribute and a block`),
    ...block.blockTypes.flatMap((nested) =>
      nestedBlockProblems(nested, inSet).map((problem) => `${nested.typeName}.${problem}`),
    ),
  ];
};

/** Says what core would refuse in one schema, as `path: problem`. */
export const schemaProblems = (schema: Schema | undefined): readonly string[] => {
  if (schema === undefined) return ["is missing"];
  return [...(schema.version < 0n ? ["has a negative version"] : []), ...blockProblems(schema.block, false)];
};

const parameterProblems = ({ name, type, description }: Function_Parameter): readonly string[] => [
  ...(IDENTIFIER.test(name) ? [] : [`has the parameter "${name}", which is no identifier`]),
  ...(typeOf(type) === undefined ? [`has no type for ${name}`] : []),
  ...(description === "" ? [`does not describe ${name}`] : []),
];

/** Says what core would refuse in a function; a missing return type even crashes it. */
export const functionProblems = (name: string, fn: WireFunction): readonly string[] => {
  const parameters = [...fn.parameters, ...(fn.variadicParameter === undefined ? [] : [fn.variadicParameter])];
  return [
    ...(IDENTIFIER.test(name) ? [] : ["has a name that is no identifier"]),
    ...(fn.return === undefined || typeOf(fn.return.type) === undefined ? ["has no return type"] : []),
    ...duplicates(parameters.map((parameter) => parameter.name)).map((twice) => `has the parameter ${twice} twice`),
    ...parameters.flatMap(parameterProblems),
  ];
};

const all = <T>(items: Readonly<Record<string, T>>, problemsOf: (item: T, name: string) => readonly string[]) =>
  Object.entries(items).flatMap(([name, item]) => problemsOf(item, name).map((problem) => `${name}.${problem}`));

/** Says what core would refuse in everything that a provider serves. */
export const providerProblems = (answer: ProviderSchema): readonly string[] => [
  ...schemaProblems(answer.provider).map((problem) => `provider.${problem}`),
  ...all(answer.resourceSchemas, schemaProblems),
  ...all(answer.dataSourceSchemas, schemaProblems),
  ...all(answer.functions, (fn, name) => functionProblems(name, fn)),
];
