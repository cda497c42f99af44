// Builds the archives of a release: one with one executable for each platform.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProvider } from "../bundle.mjs";
import { writeCodeCache } from "../code-cache.mjs";
import { billOfMaterials } from "./bill-of-materials.mjs";
import { buildExecutable } from "./build-executable.mjs";
import { bundledPackages } from "./bundled-packages.mjs";
import { BaseUnavailableError, fetchBase } from "./fetch-base.mjs";
import { NAME, describeRelease, releaseFiles } from "./release-files.mjs";
import { ReleaseError } from "./release-error.mjs";
import { builderOf, hostTarget, targets } from "./targets.mjs";
import { zip } from "./zip.mjs";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const chosen = (name, host) => {
  const platform = name === "host" ? host.platform : name;
  const target = targets.find((candidate) => candidate.platform === platform);
  if (target !== undefined) return target;
  const known = targets.map((each) => each.platform).join(", ");
  throw new ReleaseError(`"${name}" is no platform; there are ${known} and host.`);
};

const noticesOf = (packages, { version }, licence) =>
  [
    `${NAME} contains the following software.`,
    ...packages.map((item) => `## ${item.name} ${item.version} (${item.licence})\n\n${item.licenceTexts.join("\n\n")}`),
    `## Node ${version}\n\n${licence.trim()}`,
  ].join("\n\n");

const makeArchive = async ({ target, host, packages, bundle, out, work, version }) => {
  const hostBase = builderOf(target, host);
  const folder = await fetchBase(hostBase);
  const builder = join(folder, hostBase.nodeInPackage);
  const base = join(await fetchBase(target.base), target.base.nodeInPackage);
  // Only a cache of the very same executable is safe; the others compile when they start.
  if (target === host) await writeCodeCache(builder, bundle);
  const cache = target === host ? `${bundle}.cache` : undefined;
  const executable = await buildExecutable({ builder, base, target, bundle, cache, folder: work });
  const notices = noticesOf(packages, target.base, readFileSync(join(folder, "LICENSE"), "utf8"));
  const archive = await zip([
    { name: "LICENSE", bytes: readFileSync(join(root, "LICENSE")), mode: 0o644 },
    { name: "THIRD_PARTY_NOTICES.md", bytes: Buffer.from(`${notices}\n`), mode: 0o644 },
    { name: `${NAME}_v${version}${target.extension}`, bytes: executable, mode: 0o755 },
  ]);
  const name = releaseFiles(version).archive(target.platform);
  writeFileSync(join(out, name), archive);
  const mib = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;
  console.log(`${name}  ${mib(archive.length)}, ${mib(executable.length)} unpacked`);
};

/**
 * Writes a release for the named platforms, or for all when none is named, into an empty folder; `work` takes what is in
 * between. Returns a sentence for each platform whose executables the registry did not deliver.
 * @throws ReleaseError when nothing can be built on this machine.
 */
export const buildRelease = async ({ platforms, folder, work, version }) => {
  const host = hostTarget();
  if (host === undefined) throw new ReleaseError(`No executables can be built on ${process.platform}-${process.arch}.`);
  const wanted = platforms.length === 0 ? targets : platforms.map((name) => chosen(name, host));
  const bundle = join(work, "proxlb.cjs");
  const packages = bundledPackages((await bundleProvider(bundle)).metafile);

  const made = [];
  const missing = [];
  for (const target of wanted) {
    try {
      await makeArchive({ target, host, packages, bundle, out: folder, work, version });
      made.push(target);
    } catch (error) {
      if (!(error instanceof BaseUnavailableError)) throw error;
      missing.push(`${target.platform} was not built. ${error.message}`);
    }
  }
  const bill = billOfMaterials({ version, packages, targets: made });
  describeRelease({ folder, version, platforms: made.map(({ platform }) => platform), bill });
  return missing;
};
