// Makes one release of parts that were made on several machines, each for its own platforms.
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checksum, describeRelease, releaseFiles } from "./release-files.mjs";
import { ReleaseError } from "./release-error.mjs";
import { targets } from "./targets.mjs";

const isBase = ({ type }) => type === "platform";

/** Everything but the Node executables, in which parts of one release differ. */
const packagesOf = ({ components, dependencies: [, ...others], ...bill }) =>
  JSON.stringify([bill, components.filter((item) => !isBase(item)), others]);

const orderOf = ({ name }) => targets.findIndex(({ basePackage }) => basePackage === name);

/** Returns the bill of materials of all parts together. */
const mergeBills = (bills) => {
  const [first] = bills;
  if (bills.some((bill) => packagesOf(bill) !== packagesOf(first)))
    throw new ReleaseError(
      "The parts were made of different packages. Make all of them of one commit, after `npm ci`.",
    );
  const bases = bills.flatMap(({ components }) => components.filter(isBase));
  bases.sort((one, other) => orderOf(one) - orderOf(other));
  const components = [...first.components.filter((item) => !isBase(item)), ...bases];
  const [root, ...others] = first.dependencies;
  const dependsOn = components.map((item) => item["bom-ref"]);
  return { ...first, components, dependencies: [{ ...root, dependsOn }, ...others] };
};

/** Returns the files that a folder's checksums list. @throws ReleaseError when there are none, or one is not as listed. */
const checkedFiles = (folder, version) => {
  const sums = join(folder, releaseFiles(version).sums);
  if (!existsSync(sums)) throw new ReleaseError(`${folder} has no release of version ${version}.`);
  const lines = readFileSync(sums, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [sum, name] = line.split("  ");
    const file = join(folder, name);
    if (!existsSync(file) || checksum(file) !== sum)
      throw new ReleaseError(`${file} does not have the checksum that its SHA256SUMS lists. Copy the folder again.`);
    return name;
  });
};

/**
 * Writes the release of the given parts, folders that `dist.mjs` made, into an empty folder.
 * @throws ReleaseError when a part is damaged or does not belong to the others.
 */
export const mergeReleases = ({ parts, folder, version }) => {
  if (parts.length === 0) throw new ReleaseError("--merge needs the folders of the parts.");
  const names = releaseFiles(version);
  const listed = parts.map((part) => checkedFiles(part, version));
  const platforms = targets
    .map(({ platform }) => platform)
    .filter((platform) => {
      const archive = names.archive(platform);
      const [part, other] = parts.filter((_, index) => listed[index].includes(archive));
      if (other !== undefined) throw new ReleaseError(`In ${part} and ${other} there are two of ${archive}.`);
      if (part !== undefined) copyFileSync(join(part, archive), join(folder, archive));
      return part !== undefined;
    });
  const bills = parts.map((part) => JSON.parse(readFileSync(join(part, names.bill), "utf8")));
  describeRelease({ folder, version, platforms, bill: mergeBills(bills) });
};
