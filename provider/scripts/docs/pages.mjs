// Renders the registry's pages: one for the provider, and one for each data source, resource and function.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { schemaSection } from "./schema-section.mjs";
import { shapeName, signatureType } from "./type-names.mjs";

/** What is read besides the provider's schemas: examples, and texts that single pages show on top. */
export const createSources = (root) => {
  const read = (...path) => {
    const file = join(root, ...path);
    return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
  };
  const example = (...path) => {
    const text = read("examples", ...path);
    if (text === undefined) throw new Error(`The page needs an example: ${join("examples", ...path)} is missing.`);
    return text;
  };
  return {
    example,
    importExample: (type) => read("examples", "resources", type, "import.sh"),
    /** The first example that calls the function. */
    functionExample: (name) => {
      const folder = join(root, "examples", "functions");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tf"));
      const calling = files.sort().find((file) => readFileSync(join(folder, file), "utf8").includes(`::${name}(`));
      if (calling === undefined) throw new Error(`No example in examples/functions calls ${name}.`);
      return example("functions", calling);
    },
    /** What a page says between its example and its schema, or undefined. */
    text: (...path) => read("provider", "docs", "pages", ...path),
  };
};

const indented = (text) => text.replace(/^(?=.)/gm, "  ");

const firstSentence = (text) => /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;

const page = ({ title, heading, description, parts }) => {
  const front = ["---", `page_title: "${title}"`, 'subcategory: ""', "description: |-", indented(firstSentence(description)), "---"];
  const body = [`# ${heading}`, description, ...parts].filter((part) => part !== undefined);
  return `${front.join("\n")}\n\n${body.join("\n\n")}\n`;
};

const block = (language, text) => `\`\`\`${language}\n${text}\n\`\`\``;

const exampleUsage = (text) => `## Example Usage\n\n${block("terraform", text)}`;

/** `best_node` of `proxlb_best_node`: pages are named without the provider. */
const shortName = (provider, typeName) => typeName.slice(provider.typeName.length + 1);

const indexPage = (provider, sources) =>
  page({
    title: `Provider: ${provider.typeName}`,
    heading: `${provider.typeName} Provider`,
    description: provider.description,
    parts: [exampleUsage(sources.example("provider", "provider.tf")), sources.text("index.md"), schemaSection(provider.attributes)],
  });

const dataSourcePage = (provider, { typeName, schema }, sources) =>
  page({
    title: `${typeName} Data Source - ${provider.typeName}`,
    heading: `${typeName} (Data Source)`,
    description: schema.description,
    parts: [
      exampleUsage(sources.example("data-sources", typeName, "data-source.tf")),
      sources.text("data-sources", `${shortName(provider, typeName)}.md`),
      schemaSection(schema.attributes),
    ],
  });

const importSection = (resource, sources) => {
  if (resource.importState === undefined) return undefined;
  const text = sources.importExample(resource.typeName);
  if (text === undefined) throw new Error(`The page needs examples/resources/${resource.typeName}/import.sh.`);
  return `## Import\n\nImport is supported using the following syntax:\n\n${block("shell", text)}`;
};

const resourcePage = (provider, resource, sources) =>
  page({
    title: `${resource.typeName} Resource - ${provider.typeName}`,
    heading: `${resource.typeName} (Resource)`,
    description: resource.schema.description,
    parts: [
      exampleUsage(sources.example("resources", resource.typeName, "resource.tf")),
      sources.text("resources", `${shortName(provider, resource.typeName)}.md`),
      schemaSection(resource.schema.attributes),
      importSection(resource, sources),
    ],
  });

const signature = ({ name, parameters, variadic, returns }) => {
  const fixed = parameters.map((each) => `${each.name} ${signatureType(each.shape.type)}`);
  const rest = variadic === undefined ? [] : [`${variadic.name} ${signatureType(variadic.shape.type)}...`];
  return `${name}(${[...fixed, ...rest].join(", ")}) ${signatureType(returns)}`;
};

const returnedAttributes = ({ returns }) =>
  returns.kind === "object"
    ? `The result has the attributes ${[...returns.attributes.keys()].map((name) => `\`${name}\``).join(", ")}.`
    : undefined;

const argument = ({ name, shape, description, allowNull }, index) =>
  `${index + 1}. <a id="arg-${name}"></a>\`${name}\` (${shapeName(shape)}${allowNull === true ? ", Nullable" : ""}) ${description}`;

const functionPage = (provider, each, sources) =>
  page({
    title: `${each.name} function - ${provider.typeName}`,
    heading: `function: ${each.name}`,
    description: each.description,
    parts: [
      exampleUsage(sources.functionExample(each.name)),
      sources.text("functions", `${each.name}.md`),
      `## Signature\n\n${block("text", signature(each))}`,
      returnedAttributes(each),
      `## Arguments\n\n${[...each.parameters, ...(each.variadic === undefined ? [] : [each.variadic])].map(argument).join("\n")}`,
    ],
  });

/** Returns all generated pages by their path below docs/. */
export const renderPages = (provider, sources) => {
  const entries = [
    ["index.md", indexPage(provider, sources)],
    ...provider.dataSources.map((each) => [
      `data-sources/${shortName(provider, each.typeName)}.md`,
      dataSourcePage(provider, each, sources),
    ]),
    ...provider.resources.map((each) => [
      `resources/${shortName(provider, each.typeName)}.md`,
      resourcePage(provider, each, sources),
    ]),
    ...provider.functions.map((each) => [`functions/${each.name}.md`, functionPage(provider, each, sources)]),
  ];
  return new Map(entries);
};
