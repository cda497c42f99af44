// Makes the files of a release in dist/: an archive with one executable for each platform, checksums, the manifest of the
// registries and the bill of materials. Arguments are platforms such as linux_arm64, or `host`; without one, all are made.
// Base executables come from the npm registry and from nowhere else. Ends with status 1, after having made the others, when
// the registry does not deliver one.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { bundleProvider } from "./bundle.mjs";
import { writeCodeCache } from "./code-cache.mjs";
import { billOfMaterials } from "./release/bill-of-materials.mjs";
import { buildExecutable } from "./release/build-executable.mjs";
import { bundledPackages } from "./release/bundled-packages.mjs";
import { BaseUnavailableError, fetchBase } from "./release/fetch-base.mjs";
import { NODE_VERSION, hostTarget, targets } from "./release/targets.mjs";
import { zip } from "./release/zip.mjs";

const provider = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(provider);
const NAME = "terraform-provider-proxlb";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
const out = values.out ?? join(root, "dist");
const { version } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8"));

const host = hostTarget();
if (host === undefined) throw new Error(`No executables can be built on ${process.platform}-${process.arch}.`);

const chosen = (name) => {
  const platform = name === "host" ? host.platform : name;
  const target = targets.find((candidate) => candidate.platform === platform);
  if (target !== undefined) return target;
  throw new Error(`"${name}" is no platform; there are ${targets.map((each) => each.platform).join(", ")} and host.`);
};
const wanted = positionals.length === 0 ? targets : positionals.map(chosen);

const work = join(root, ".tmp", `dist.${process.pid}`);
const fresh = join(work, "out");
mkdirSync(fresh, { recursive: true });
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

const hostBase = await fetchBase(host).catch((error) => {
  if (!(error instanceof BaseUnavailableError)) throw error;
  console.error(`Nothing was built, because this machine's own Node is what builds. ${error.message}`);
  process.exit(1);
});
const builder = join(hostBase, host.nodeInPackage);
const bundle = join(work, "proxlb.cjs");
const { metafile } = await bundleProvider(bundle);
await writeCodeCache(builder, bundle);
const packages = bundledPackages(metafile);

const notices = [
  `${NAME} contains the following software.`,
  ...packages.map((item) => `## ${item.name} ${item.version} (${item.licence})\n\n${item.licenceTexts.join("\n\n")}`),
  `## Node ${NODE_VERSION}\n\n${readFileSync(join(hostBase, "LICENSE"), "utf8").trim()}`,
].join("\n\n");

const archiveName = (target) => `${NAME}_${version}_${target.platform}.zip`;

/** Only a cache of the very same executable is safe; the others compile when they start. */
const cacheFor = (target) => (target === host ? `${bundle}.cache` : undefined);

const makeArchive = async (target) => {
  const base = join(await fetchBase(target), target.nodeInPackage);
  const executable = await buildExecutable({ builder, base, target, bundle, cache: cacheFor(target), folder: work });
  const files = [
    { name: "LICENSE", bytes: readFileSync(join(root, "LICENSE")), mode: 0o644 },
    { name: "THIRD_PARTY_NOTICES.md", bytes: Buffer.from(`${notices}\n`), mode: 0o644 },
    { name: `${NAME}_v${version}${target.extension}`, bytes: executable, mode: 0o755 },
  ];
  const archive = await zip(files);
  writeFileSync(join(fresh, archiveName(target)), archive);
  const mib = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(`${archiveName(target)}  ${mib(archive.length)}, ${mib(executable.length)} unpacked`);
};

const made = [];
const missing = [];
for (const target of wanted) {
  try {
    await makeArchive(target);
    made.push(target);
  } catch (error) {
    if (!(error instanceof BaseUnavailableError)) throw error;
    missing.push(`${target.platform} was not built. ${error.message}`);
  }
}

const json = (name, content) => writeFileSync(join(fresh, name), `${JSON.stringify(content, null, 2)}\n`);
const manifest = `${NAME}_${version}_manifest.json`;
const bill = `${NAME}_${version}_sbom.cdx.json`;
// Without the manifest a registry assumes protocol 5, which this provider does not speak.
json(manifest, { version: 1, metadata: { protocol_versions: ["6.0"] } });
json(bill, billOfMaterials({ version, packages, targets: made }));
const sums = [...made.map(archiveName), manifest, bill].map((name) => {
  const sum = createHash("sha256")
    .update(readFileSync(join(fresh, name)))
    .digest("hex");
  return `${sum}  ${name}\n`;
});
writeFileSync(join(fresh, `${NAME}_${version}_SHA256SUMS`), sums.join(""));

// Put into its place at the end, so that a build that fails leaves the last one as it is.
if (existsSync(out)) renameSync(out, join(work, "old"));
mkdirSync(dirname(out), { recursive: true });
renameSync(fresh, out);
for (const text of missing) console.error(text);
if (missing.length > 0) process.exitCode = 1;
