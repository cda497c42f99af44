// Writes the registry's pages (docs/, the guides excepted) from the objects that the provider serves its schemas from, the
// examples, and the texts in provider/docs/pages. With --check it writes nothing and fails when docs/ differs.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createSources, renderPages } from "./docs/pages.mjs";
import { importProvider } from "./import-source.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const docs = join(root, "docs");
const GENERATED_FOLDERS = ["data-sources", "resources", "functions"];

const pagesNow = () => {
  const folders = GENERATED_FOLDERS.filter((folder) => existsSync(join(docs, folder)));
  const names = folders.flatMap((folder) => readdirSync(join(docs, folder)).map((name) => `${folder}/${name}`));
  return existsSync(join(docs, "index.md")) ? ["index.md", ...names] : names;
};

const pages = renderPages(await importProvider(), createSources(root));
const differing = [...new Set([...pages.keys(), ...pagesNow()])].filter((name) => {
  const file = join(docs, name);
  return pages.get(name) !== (existsSync(file) ? readFileSync(file, "utf8") : undefined);
});

const write = () => {
  for (const name of differing) {
    const file = join(docs, name);
    const text = pages.get(name);
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

if (!process.argv.includes("--check")) {
  write();
} else if (differing.length > 0) {
  console.error("These pages differ from what the schemas and examples give; run make docs:");
  for (const name of differing) console.error(`  ${relative(".", join(docs, name))}`);
  process.exitCode = 1;
}
