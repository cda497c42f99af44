import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { createProvider } from "../../../provider/src/provider.js";
import { repositoryRoot } from "../../support/cli-paths.js";

const provider = createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });

const docs = join(repositoryRoot, "docs");

const FOLDERS = ["data-sources", "functions", "guides", "resources"];

/** Registries refuse larger pages. */
const MAX_PAGE_BYTES = 500_000;

/** Links of the index need whole addresses: a registry shows that page one level above the folder that a link would mean. */
const GUIDES = "https://registry.terraform.io/providers/proxlb/proxlb/latest/docs/guides/";

const page = (name: string): string => readFileSync(join(docs, name), "utf8");

const allPages = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((name) => statSync(join(docs, name)).isFile())
  .sort();

const shortName = (typeName: string): string => typeName.replace(/^proxlb_/, "");

/** Everything that is documented by a schema: its page, and its attributes. */
const schemas: readonly (readonly [string, Attributes])[] = [
  ["index.md", provider.attributes],
  ...provider.dataSources.map(
    ({ typeName, schema }) => [`data-sources/${shortName(typeName)}.md`, schema.attributes] as const,
  ),
  ...provider.resources.map(
    ({ typeName, schema }) => [`resources/${shortName(typeName)}.md`, schema.attributes] as const,
  ),
];

interface Listed {
  /** Names of the nested attributes around it. */
  readonly path: readonly string[];
  readonly name: string;
  readonly description: string;
}

const listed = (attributes: Attributes, path: readonly string[] = []): readonly Listed[] =>
  Object.entries(attributes).flatMap(([name, { description, shape }]) => [
    { path, name, description },
    ...(shape.nested === undefined ? [] : listed(shape.nested.attributes, [...path, name])),
  ]);

/** The part of a page that speaks of the attributes inside `path`. */
const sectionOf = (text: string, path: readonly string[]): string => {
  const heading = path.length === 0 ? "## Schema" : `### Nested Schema for \`${path.join(".")}\``;
  const [, rest = ""] = text.split(`\n${heading}\n`);
  return rest.split('<a id="nestedatt--')[0] ?? "";
};

describe("71 the pages for registries", () => {
  it("are one for the provider and one for each type and function, and guides", () => {
    const generated = [
      ...schemas.map(([name]) => name),
      ...provider.functions.map(({ name }) => `functions/${name}.md`),
    ];
    expect(allPages.filter((name) => !name.startsWith("guides/"))).toEqual([...generated].sort());
    expect(FOLDERS).toEqual(expect.arrayContaining(allPages.map((name) => dirname(name)).filter((name) => name !== ".")));
  });

  it.each(schemas)("%s describes every attribute, nested ones in the section of their parent", (name, attributes) => {
    const text = page(name);
    const lacking = listed(attributes).filter(
      ({ path, name: attribute, description }) =>
        !sectionOf(text, path)
          .split("\n")
          .some((line) => line.startsWith(`- \`${attribute}\` (`) && line.includes(`) ${description}`)),
    );
    expect(lacking.map(({ path, name: attribute }) => [...path, attribute].join("."))).toEqual([]);
  });

  it.each(provider.functions)("functions/$name.md describes every argument", ({ name, parameters, variadic }) => {
    const text = page(`functions/${name}.md`);
    for (const each of [...parameters, ...(variadic === undefined ? [] : [variadic])])
      expect(text).toContain(`\`${each.name}\` (`);
    expect(text).toContain(`\n${name}(`);
    expect(text).toContain("can be called in Terraform 1.8 and later, and in OpenTofu 1.7 and later.");
  });

  it.each(allPages)("%s has the front matter that registries read, and a size that they take", (name) => {
    const text = page(name);
    expect(text).toMatch(/^---\npage_title: "[^"\n]+"\nsubcategory: "[^"\n]*"\ndescription: \|-\n(?: {2}\S.*\n)+---\n\n# \S/);
    expect(Buffer.byteLength(text)).toBeLessThan(MAX_PAGE_BYTES);
  });

  it.each(allPages.filter((name) => !name.startsWith("guides/")))("%s shows a whole example of examples/", (name) => {
    const [, example = ""] = /\n## Example Usage\n\n```terraform\n(.*?)\n```\n/s.exec(page(name)) ?? [];
    const files = readdirSync(join(repositoryRoot, "examples"), { recursive: true, encoding: "utf8" });
    const same = files
      .filter((file) => file.endsWith(".tf"))
      .filter((file) => readFileSync(join(repositoryRoot, "examples", file), "utf8").trim() === example);
    expect(same.map((file) => existsSync(join(repositoryRoot, "examples", dirname(file), "cluster.yaml")))).toContain(true);
  });

  it("have an index that leads to every guide", () => {
    const guides = allPages.filter((name) => name.startsWith("guides/")).map((name) => name.slice("guides/".length, -3));
    expect(guides.filter((name) => !page("index.md").includes(`](${GUIDES}${name})`))).toEqual([]);
  });

  it.each(allPages)("%s links only to what is there", (name) => {
    const text = page(name);
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const dead = targets.filter((target) => {
      if (target.startsWith(GUIDES)) return !existsSync(join(docs, "guides", `${target.slice(GUIDES.length)}.md`));
      if (target.startsWith("https://")) return false;
      const [file = "", anchor] = target.split("#");
      if (name === "index.md" && file !== "") return true;
      const path = file === "" ? join(docs, name) : join(docs, dirname(name), file);
      if (!existsSync(path)) return true;
      if (anchor === undefined) return false;
      const there = readFileSync(path, "utf8");
      const headings = [...there.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
        heading
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
      );
      return !there.includes(`<a id="${anchor}"></a>`) && !headings.includes(anchor);
    });
    expect(dead.map((target) => `${relative(repositoryRoot, join(docs, name))}: ${target}`)).toEqual([]);
  });
});
