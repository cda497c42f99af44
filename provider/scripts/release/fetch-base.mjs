// Fetches Node executables from the npm registry, through npm itself, and keeps them for the next time.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const bases = join(root, ".tmp", "bases");

/** A base that could not be had; the message says which and why. */
export class BaseUnavailableError extends Error {
  name = "BaseUnavailableError";
}

const digest = async (file) => {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
};

const download = async ({ basePackage, version, integrity }, folder) => {
  const spec = `${basePackage}@${version}`;
  if (integrity === undefined) throw new BaseUnavailableError(`There is no ${spec} whose integrity is known.`);
  const shell = process.platform === "win32";
  try {
    await run("npm", ["pack", spec, "--loglevel=error", "--pack-destination", folder], { cwd: folder, shell });
  } catch (error) {
    const reason = String(error.stderr || error.message).trim();
    throw new BaseUnavailableError(`The npm registry did not deliver ${spec}: ${reason || "npm pack failed"}`);
  }
  const archive = join(folder, `${basePackage}-${version}.tgz`);
  const found = await digest(archive);
  if (found !== integrity) throw new BaseUnavailableError(`${spec} is ${found} but should be ${integrity}.`);
  return archive;
};

/**
 * Returns the folder of a base package: its Node executable and, except on Windows, the LICENSE of Node.
 * @throws BaseUnavailableError when the registry does not deliver it, or delivers something else.
 */
export const fetchBase = async (base) => {
  const folder = join(bases, `${base.basePackage}-${base.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(bases, { recursive: true });
  const work = mkdtempSync(join(bases, ".fetch-"));
  try {
    const archive = await download(base, work);
    await run("tar", ["-xzf", archive, "-C", work, "--exclude=package/include", "--exclude=package/share"]);
    // Two builds at a time may both have fetched it.
    if (!existsSync(folder)) renameSync(join(work, "package"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
};
