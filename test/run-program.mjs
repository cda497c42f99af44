// Bundles a TypeScript program of the test folder and runs it with the remaining arguments.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
const outfile = join(root, ".tmp", "programs", `${basename(dirname(entry))}-${basename(entry, ".ts")}.mjs`);

// Programs find fixtures and examples beside their own source file, not beside the bundle.
const keepFileUrls = {
  name: "keep-file-urls",
  setup: (builder) => {
    builder.onLoad({ filter: /\/(test|provider)\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  plugins: [keepFileUrls],
  logLevel: "warning",
});

const child = spawn(process.execPath, [outfile, ...args], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
