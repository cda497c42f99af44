// The files of a release: what they are called, and those that describe the archives.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const NAME = "terraform-provider-proxlb";

/** Returns the names of the files of a version, as registries want them. */
export const releaseFiles = (version) => ({
  archive: (platform) => `${NAME}_${version}_${platform}.zip`,
  manifest: `${NAME}_${version}_manifest.json`,
  bill: `${NAME}_${version}_sbom.cdx.json`,
  sums: `${NAME}_${version}_SHA256SUMS`,
});

/** Returns the SHA-256 checksum of a file, as `sha256sum` prints it. */
export const checksum = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Writes the manifest, the bill of materials and the checksums beside the archives of the given platforms. */
export const describeRelease = ({ folder, version, platforms, bill }) => {
  const names = releaseFiles(version);
  const json = (name, content) => writeFileSync(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
  // Without the manifest a registry assumes protocol 5, which this provider does not speak.
  json(names.manifest, { version: 1, metadata: { protocol_versions: ["6.0"] } });
  json(names.bill, bill);
  const listed = [...platforms.map(names.archive), names.manifest, names.bill];
  writeFileSync(join(folder, names.sums), listed.map((name) => `${checksum(join(folder, name))}  ${name}\n`).join(""));
};
