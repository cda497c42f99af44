// SPDX-License-Identifier: MPL-2.0
// With `cdktf synth --hcl` the generated code writes nested attributes as blocks (`policy { … }`), which Terraform refuses.
// They are arguments (`policy = { … }`): the values that the JSON output gets are right for HCL too, as plain values. And
// conditions (`postcondition { … }`) are written as arguments, which Terraform refuses as well.

const METHOD = "protected synthesizeHclAttributes()";

const escaped = (name) => name.replace(/[$]/g, "\\$&");

const entryOf = (name) =>
  new RegExp(`(\\n {6}${escaped(name)}: \\{\\n {8}value: )([^\\n]*)(,\\n {8}isBlock: )true(,\\n {8}type: )"[a-z]+"`);

const jsonMapper = (value) =>
  value
    .replaceAll("ToHclTerraform", "ToTerraform")
    .replaceAll("listMapperHcl", "listMapper")
    .replaceAll("hashMapperHcl", "hashMapper");

function repairEntry(method, name) {
  const repaired = method.replace(
    entryOf(name),
    (_, before, value, isBlock, type) => `${before}${jsonMapper(value)}${isBlock}false${type}"any"`,
  );
  if (repaired === method) throw new Error(`The HCL output of the nested attribute ${name} was not found.`);
  return repaired;
}

/** Generated code has no entry for what only the provider sets. */
const isConfigurable = ({ required, optional }) => required === true || optional === true;

const CORE_IMPORT = "import * as cdktf from 'cdktf';\n";
const BLOCKS_IMPORT = 'import { withConditionBlocks } from "../hcl/condition-blocks.js";\n';
const OVERRIDE = `public toHclTerraform(): any {
    return withConditionBlocks(super.toHclTerraform());
  }

  `;

/**
 * Makes the resource or data source of a generated source write its conditions as blocks.
 * Throws when the source is not built as expected.
 */
export function repairConditions(source) {
  if (!source.includes(CORE_IMPORT) || source.split(METHOD).length !== 2)
    throw new Error("The generated code is not built as expected, so conditions cannot be repaired.");
  return source.replace(CORE_IMPORT, CORE_IMPORT + BLOCKS_IMPORT).replace(METHOD, OVERRIDE + METHOD);
}

/**
 * Returns the generated source of a type with every nested attribute of its schema block written as an argument.
 * Throws when one of them is not found, so that another version of the generator cannot slip through.
 */
export function repairHcl(source, block) {
  const nested = Object.entries(block.attributes)
    .filter(([, attribute]) => attribute.nested_type !== undefined && isConfigurable(attribute))
    .map(([name]) => name);
  const start = source.indexOf(METHOD);
  if (start < 0) throw new Error("The generated code has no method synthesizeHclAttributes.");
  return source.slice(0, start) + nested.reduce(repairEntry, source.slice(start));
}
