// SPDX-License-Identifier: MPL-2.0
// Writes API.md from the doc comments of everything that the entry points export. Throws when an export, or a property of
// one, has no comment. The generated bindings are left out: their comments are those of the provider's schema.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application } from "typedoc";

const library = dirname(dirname(fileURLToPath(import.meta.url)));

/** The entry points with constructs: the main one and the one for tests. */
const MODULES = ["cdktf-proxlb", "testing"];

/** What users write and read; type parameters and signatures repeat the comment of what they belong to. */
const DOCUMENTED = ["Class", "Interface", "TypeAlias", "Variable", "Function", "Method", "Property", "Accessor"];

const optionsFor = (outputFolder) => ({
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: MODULES.map((name) => join(library, "src", `${name}.ts`)),
  exclude: ["**/generated/provider.ts"],
  tsconfig: join(library, "tsconfig.json"),
  basePath: join(library, "src"),
  out: outputFolder,
  name: "API of cdktf-proxlb",
  readme: "none",
  outputFileStrategy: "modules",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: "table",
  disableSources: true,
  excludeExternals: true,
  excludePrivate: true,
  excludeInternal: true,
  sort: ["source-order"],
  kindSortOrder: ["Class", "Interface", "TypeAlias", "Variable", "Function"],
  propertiesFormat: "table",
  interfacePropertiesFormat: "table",
  blockTagsPreserveOrder: ["@default", "@example"],
  validation: { notDocumented: true, notExported: false, invalidLink: true },
  requiredToBeDocumented: DOCUMENTED,
  treatValidationWarningsAsErrors: true,
  logLevel: "Warn",
});

const HEADING = `# API of cdktf-proxlb

Everything is also exported for CDK Terrain: \`cdktf-proxlb/cdktn\` and \`cdktf-proxlb/cdktn/testing\`. The bindings that the constructs
are made of are in \`cdktf-proxlb/l1\` and \`cdktf-proxlb/cdktn/l1\`.
`;

/** One document in place of one per module. */
function joined(modules) {
  const names = new Map([["testing", "cdktf-proxlb/testing"]]);
  const parts = modules.map((text) =>
    text
      .replace(/^# (\S+)/, (_, name) => `# Entry point \`${names.get(name) ?? name}\``)
      .replace(/\]\((?:cdktf-proxlb|testing)\.md(#[^)]*)\)/g, "]($1)"),
  );
  return [HEADING, ...parts].join("\n");
}

/** Returns the text of API.md. */
export async function apiDocs() {
  const folder = mkdtempSync(join(tmpdir(), "proxlb-api-"));
  try {
    const app = await Application.bootstrapWithPlugins(optionsFor(folder));
    const project = await app.convert();
    if (project === undefined) throw new Error("The sources of the library cannot be documented.");
    app.validate(project);
    if (app.logger.hasErrors() || app.logger.hasWarnings())
      throw new Error("The documentation is incomplete; see the messages above.");
    await app.generateOutputs(project);
    return joined(MODULES.map((name) => readFileSync(join(folder, `${name}.md`), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
