// Imports modules of provider/src into a script, without building the provider.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const provider = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = join(dirname(provider), ".tmp");

/** Returns the exports of a module of provider/src, such as `provider.ts`. */
export const importSource = async (path) => {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "source-"));
  const outfile = join(folder, "module.mjs");
  try {
    await build({
      entryPoints: [join(provider, "src", path)],
      outfile,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Returns the objects that the provider serves its schemas from. They are not configured, so they touch nothing. */
export const importProvider = async () => {
  const { createProvider } = await importSource("provider.ts");
  return createProvider({ env: {}, now: () => new Date(0), redact: () => undefined });
};
