// Renders the schema of a page: an entry for every attribute, and a section for every nested object.
import { shapeName } from "./type-names.mjs";

const GROUPS = [
  { title: "Required", presences: ["required"] },
  { title: "Optional", presences: ["optional", "optional-computed"] },
  { title: "Read-Only", presences: ["computed"] },
];

const anchor = (path) => `nestedatt--${path.join("--")}`;

const remarks = ({ shape, options }) => [
  shapeName(shape),
  ...(options.sensitive === true ? ["Sensitive"] : []),
  ...(options.writeOnly === true ? ["Write-only"] : []),
  ...(options.deprecated === undefined ? [] : ["Deprecated"]),
];

const entry = (name, attribute, path) => {
  const below = attribute.shape.nested && ` (see [below for nested schema](#${anchor([...path, name])}))`;
  const deprecated = attribute.options.deprecated === undefined ? "" : ` **Deprecated:** ${attribute.options.deprecated}`;
  return `- \`${name}\` (${remarks(attribute).join(", ")}) ${attribute.description}${deprecated}${below ?? ""}`;
};

const sorted = (attributes) => Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));

const groups = (attributes, path, heading) =>
  GROUPS.flatMap(({ title, presences }) => {
    const members = sorted(attributes).filter(([, { presence }]) => presences.includes(presence));
    if (members.length === 0) return [];
    return [`${heading(title)}\n\n${members.map(([name, each]) => entry(name, each, path)).join("\n")}`];
  });

const nestedSections = (attributes, path) =>
  sorted(attributes).flatMap(([name, { shape }]) => {
    if (shape.nested === undefined) return [];
    const here = [...path, name];
    const inner = shape.nested.attributes;
    return [
      `<a id="${anchor(here)}"></a>\n\n### Nested Schema for \`${here.join(".")}\``,
      ...groups(inner, here, (title) => `${title}:`),
      ...nestedSections(inner, here),
    ];
  });

/** The section `Schema` of attributes by name. */
export const schemaSection = (attributes) =>
  ["## Schema", ...groups(attributes, [], (title) => `### ${title}`), ...nestedSections(attributes, [])].join("\n\n");
