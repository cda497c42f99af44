// Makes the files of a release in dist/: an archive with one executable for each platform, checksums, the manifest of the
// registries and the bill of materials. Arguments are platforms such as linux_arm64, or `host`; without one, all are made.
// With --merge they are folders with parts of a release, made on several machines, of which it makes one. --sign KEY signs the
// checksums with a key of gpg. Base executables come from the npm registry and from nowhere else. Ends with status 3, after
// having made the others, when the registry does not deliver one.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { mergeReleases } from "./release/merge-releases.mjs";
import { ReleaseError } from "./release/release-error.mjs";
import { releaseFiles } from "./release/release-files.mjs";
import { expectKey, sign } from "./release/sign.mjs";

/** Tells those who can go on without some platforms from those who met a failure. */
const INCOMPLETE = 3;

const provider = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(provider);
const { version } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8"));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { merge: { type: "boolean" }, out: { type: "string" }, sign: { type: "string" } },
});
const out = values.out ?? join(root, "dist");

const work = join(root, ".tmp", `dist.${process.pid}`);
const folder = join(work, "out");
mkdirSync(folder, { recursive: true });
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const makeRelease = async () => {
  if (values.merge === true) return mergeReleases({ parts: positionals, folder, version });
  // Whoever only merges needs no bundler.
  const { buildRelease } = await import("./release/build-release.mjs");
  return buildRelease({ platforms: positionals, folder, work, version });
};

/** The temporary folder of a machine may be another disk, to which nothing can be renamed. */
const move = (from, to) => {
  try {
    renameSync(from, to);
  } catch (error) {
    if (error.code !== "EXDEV") throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
};

try {
  if (values.sign !== undefined) expectKey(values.sign);
  const missing = (await makeRelease()) ?? [];
  if (values.sign !== undefined) sign(join(folder, releaseFiles(version).sums), values.sign);
  // Put into its place at the end, so that a build that fails leaves the last one as it is.
  if (existsSync(out)) move(out, join(work, "old"));
  mkdirSync(dirname(out), { recursive: true });
  move(folder, out);
  for (const text of missing) console.error(text);
  if (missing.length > 0) process.exitCode = INCOMPLETE;
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
