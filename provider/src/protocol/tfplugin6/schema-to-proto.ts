import type { MessageInitShape } from "@bufbuild/protobuf";
import { formatType } from "../../cty/type-json.js";
import type { CtyType } from "../../cty/type.js";
import type { Attribute, Attributes } from "../../framework/schema/attribute.js";
import type { Schema } from "../../framework/schema/schema.js";
import { isComputed, isOptional } from "../../framework/schema/schema.js";
import type { NestedObject, Nesting } from "../../framework/schema/attribute.js";
import type { Schema_AttributeSchema, Schema_ObjectSchema, SchemaSchema } from "./gen/tfplugin6_pb.js";
import { Schema_Object_NestingMode, StringKind } from "./gen/tfplugin6_pb.js";

const NESTING: Readonly<Record<Nesting, Schema_Object_NestingMode>> = {
  single: Schema_Object_NestingMode.SINGLE,
  list: Schema_Object_NestingMode.LIST,
  set: Schema_Object_NestingMode.SET,
  map: Schema_Object_NestingMode.MAP,
};

/** Writes a type as the bytes that schemas carry. */
export const typeBytes = (type: CtyType): Uint8Array => new TextEncoder().encode(formatType(type));

const nestedToProto = ({ nesting, attributes }: NestedObject): MessageInitShape<typeof Schema_ObjectSchema> => ({
  nesting: NESTING[nesting],
  attributes: attributesToProto(attributes),
});

const attributeToProto = (name: string, attribute: Attribute): MessageInitShape<typeof Schema_AttributeSchema> => {
  const { shape, presence, description, options } = attribute;
  return {
    name,
    description,
    descriptionKind: StringKind.MARKDOWN,
    required: presence === "required",
    optional: isOptional(attribute),
    computed: isComputed(attribute),
    sensitive: options.sensitive ?? false,
    writeOnly: options.writeOnly ?? false,
    deprecated: options.deprecated !== undefined,
    deprecationMessage: options.deprecated ?? "",
    ...(shape.nested === undefined ? { type: typeBytes(shape.type) } : { nestedType: nestedToProto(shape.nested) }),
  };
};

const attributesToProto = (attributes: Attributes) =>
  Object.entries(attributes).map(([name, attribute]) => attributeToProto(name, attribute));

/** Translates a schema for the CLI. The block is always present: a schema without one crashes the CLI. */
export const schemaToProto = ({ version, description, attributes }: Schema): MessageInitShape<typeof SchemaSchema> => ({
  version: BigInt(version),
  block: {
    version: BigInt(version),
    attributes: attributesToProto(attributes),
    description,
    descriptionKind: StringKind.MARKDOWN,
  },
});
