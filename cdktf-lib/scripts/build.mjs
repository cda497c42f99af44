// SPDX-License-Identifier: MPL-2.0
// Builds the library once per core: the sources are written for `cdktf`, and the same build with the name of the core
// exchanged is the one for `cdktn`. `make check` compiles the sources against both.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const library = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(library, "src");
const dist = join(library, "dist");
const work = join(dirname(library), ".tmp", `cdktf-lib.${process.pid}`);
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");

const filesBelow = (folder, extension) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name));

/** Comments stay in the declarations, where editors look for them; the code goes without. */
async function compile(folder) {
  execFileSync(process.execPath, [tsc, "-p", library, "--emitDeclarationOnly", "--outDir", folder], {
    stdio: "inherit",
  });
  await build({
    entryPoints: filesBelow(source, ".ts"),
    outdir: folder,
    outbase: source,
    format: "cjs",
    platform: "node",
    target: "node20",
    legalComments: "none",
    // Names stay as they are: they are in messages.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
}

/** The core is named in imports only: `from "cdktf"` and `require("cdktf")`. */
function exchangeCore(from, to) {
  for (const file of [...filesBelow(from, ".js"), ...filesBelow(from, ".d.ts")]) {
    const target = join(to, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(file, "utf8").replace(/(from |require\()(["'])cdktf\2/g, "$1$2cdktn$2"));
  }
}

process.on("exit", () => rmSync(work, { recursive: true, force: true }));
await compile(join(work, "dist", "cdktf"));
exchangeCore(join(work, "dist", "cdktf"), join(work, "dist", "cdktn"));
// Put into its place at the end, so that whoever uses the last build is not disturbed.
if (existsSync(dist)) renameSync(dist, join(work, "old"));
renameSync(join(work, "dist"), dist);
