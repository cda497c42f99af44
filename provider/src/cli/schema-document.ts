import { formatType } from "../cty/type-json.js";
import type { CtyType } from "../cty/type.js";
import type { FunctionParameter, ProviderFunction } from "../framework/function.js";
import type { Provider } from "../framework/provider-definition.js";
import type { Attribute, Attributes, AttributeOptions } from "../framework/schema/attribute.js";
import type { Schema } from "../framework/schema/schema.js";
import { isComputed, isOptional } from "../framework/schema/schema.js";

/** A part of the document. */
type Json = Readonly<Record<string, unknown>>;

/** The address under which Terraform knows the provider, and under which binding generators look for it. */
const PROVIDER_ADDRESS = "registry.terraform.io/proxlb/proxlb";

const typeJson = (type: CtyType): unknown => JSON.parse(formatType(type));

/** The CLI leaves out whatever is false. */
const flags = (values: Readonly<Record<string, boolean>>): Json =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

const optionFlags = ({ sensitive = false, deprecated, writeOnly = false }: AttributeOptions<never>) => ({
  sensitive,
  deprecated: deprecated !== undefined,
  write_only: writeOnly,
});

const attributeJson = (attribute: Attribute): Json => {
  const { shape, description, options, presence } = attribute;
  const { nested, type } = shape;
  return {
    ...(nested === undefined
      ? { type: typeJson(type) }
      : { nested_type: { attributes: attributesJson(nested.attributes), nesting_mode: nested.nesting } }),
    description,
    description_kind: "markdown",
    ...flags({
      required: presence === "required",
      optional: isOptional(attribute),
      computed: isComputed(attribute),
      ...optionFlags(options as AttributeOptions<never>),
    }),
  };
};

const attributesJson = (attributes: Attributes): Json =>
  Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attributeJson(attribute)]));

const schemaJson = ({ version, description, attributes }: Schema): Json => ({
  version,
  block: { attributes: attributesJson(attributes), description, description_kind: "markdown" },
});

const schemasJson = (types: readonly { readonly typeName: string; readonly schema: Schema }[]): Json =>
  Object.fromEntries(types.map(({ typeName, schema }) => [typeName, schemaJson(schema)]));

const parameterJson = ({ name, description, shape, allowNull = false }: FunctionParameter): Json => ({
  name,
  description,
  ...flags({ is_nullable: allowNull }),
  type: typeJson(shape.type),
});

const functionJson = ({ summary, description, parameters, variadic, returns }: ProviderFunction): Json => ({
  description,
  summary,
  return_type: typeJson(returns),
  ...(parameters.length === 0 ? {} : { parameters: parameters.map(parameterJson) }),
  ...(variadic === undefined ? {} : { variadic_parameter: parameterJson(variadic) }),
});

/**
 * Writes all schemas of a provider as `terraform providers schema -json` prints them. There is no section
 * `provider_versions`: a binding generator would tie its users to exactly that version.
 */
export const schemaDocument = ({ description, attributes, resources, dataSources, functions }: Provider): Json => ({
  format_version: "1.0",
  provider_schemas: {
    [PROVIDER_ADDRESS]: {
      provider: schemaJson({ version: 0, description, attributes }),
      resource_schemas: schemasJson(resources),
      data_source_schemas: schemasJson(dataSources),
      ...(functions.length === 0
        ? {}
        : {
            functions: Object.fromEntries(functions.map((definition) => [definition.name, functionJson(definition)])),
          }),
    },
  },
});
