import { formatType } from "../../provider/src/cty/type-json.js";
import type { Attribute, Attributes, Nesting } from "../../provider/src/framework/schema/attribute.js";
import type { Schema } from "../../provider/src/framework/schema/schema.js";
import { isComputed, isOptional } from "../../provider/src/framework/schema/schema.js";

/** A part of what `providers schema -json` prints. */
export type SchemaJson = Readonly<Record<string, unknown>>;

const NESTING: Readonly<Record<Nesting, string>> = { single: "single", list: "list", set: "set", map: "map" };

/** The CLI leaves out whatever is false. */
const flags = (values: Readonly<Record<string, boolean>>): SchemaJson =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

const attributeJson = (attribute: Attribute, cli: CliTraits): SchemaJson => {
  const { shape, description, options, presence } = attribute;
  const { nested } = shape;
  return {
    ...(nested === undefined
      ? { type: JSON.parse(formatType(shape.type)) as unknown }
      : { nested_type: { attributes: attributesJson(nested.attributes, cli), nesting_mode: NESTING[nested.nesting] } }),
    description,
    description_kind: "markdown",
    ...flags({
      required: presence === "required",
      optional: isOptional(attribute),
      computed: isComputed(attribute),
      sensitive: options.sensitive === true,
      deprecated: options.deprecated !== undefined,
      write_only: options.writeOnly === true && cli.writeOnly,
    }),
  };
};

const attributesJson = (attributes: Attributes, cli: CliTraits): SchemaJson =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attributeJson(attribute, cli)]));

/** What a CLI knows of. */
export interface CliTraits {
  readonly writeOnly: boolean;
}

/** Writes a schema as `providers schema -json` prints it. */
export const schemaJson = ({ version, description, attributes }: Schema, cli: CliTraits): SchemaJson => ({
  version,
  block: { attributes: attributesJson(attributes, cli), description, description_kind: "markdown" },
});
