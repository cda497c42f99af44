// SPDX-License-Identifier: MPL-2.0
// The policy is the same in every resource and data source, and so are hundreds of lines of each generated file. They are put
// into one file that all others take them from, under the names that they had.

const DECLARATION = /^export (?:abstract )?(?:interface|class|function) (\w+)/;

const lowerFirst = (text) => text[0].toLowerCase() + text.slice(1);

/** The name of the class that a file is about, such as `Balance`. */
function subjectOf(source) {
  const found = /^export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource) \{/m.exec(source);
  if (found === null) throw new Error("The generated code has no resource and no data source.");
  return found[1];
}

/** Splits a source into its declarations, each up to a closing brace in the first column, and what is between them. */
function piecesOf(source) {
  const pieces = [];
  let open;
  for (const line of source.split("\n")) {
    const name = DECLARATION.exec(line)?.[1];
    if (open === undefined && name !== undefined) open = { name, lines: [] };
    if (open === undefined) pieces.push({ lines: [line] });
    else open.lines.push(line);
    if (open !== undefined && line === "}") {
      pieces.push(open);
      open = undefined;
    }
  }
  return pieces;
}

const textOf = (pieces) => pieces.flatMap(({ lines }) => lines).join("\n");

/** Translates between the names of a file, such as `balancePolicyToTerraform`, and shared ones: `policyToTerraform`. */
function namesOf(subject) {
  const own = new RegExp(`\\b(?:${subject}|${lowerFirst(subject)})Policy(?=[A-Z]|\\b)`, "g");
  return {
    isOwn: (name) => name !== undefined && new RegExp(`^(?:${own.source})`).test(name),
    toShared: (text) => text.replace(own, (name) => (name[0] === subject[0] ? "Policy" : "policy")),
  };
}

const isType = ({ lines }) => lines[0].startsWith("export interface");

/**
 * Takes the policy out of one generated source. Returns the rest, which takes it from `./policy.js`, and the policy under its
 * shared names.
 */
export function splitPolicy(source) {
  const { isOwn, toShared } = namesOf(subjectOf(source));
  const pieces = piecesOf(source);
  const policy = pieces.filter(({ name }) => isOwn(name));
  if (policy.length === 0) return { rest: source, policy: undefined };
  const rest = textOf(pieces.filter(({ name }) => !isOwn(name)));
  const specifier = (piece) => `${isType(piece) ? "type " : ""}${toShared(piece.name)} as ${piece.name}`;
  const used = policy.filter(({ name }) => new RegExp(`\\b${name}\\b(?!")`).test(rest));
  const lines = [
    `import { ${used.map(specifier).join(", ")} } from "./policy.js";`,
    `export { ${policy.map(specifier).join(", ")} } from "./policy.js";`,
  ];
  const lastImport = rest.lastIndexOf("\nimport ");
  const end = rest.indexOf("\n", lastImport + 1);
  return {
    rest: `${rest.slice(0, end + 1)}${lines.join("\n")}\n${rest.slice(end + 1)}`,
    policy: `${policy.map(({ lines: text }) => toShared(text.join("\n"))).join("\n\n")}\n`,
  };
}
