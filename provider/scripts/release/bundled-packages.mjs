// Tells which npm packages are in the bundle.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** `node_modules/@grpc/grpc-js` of `node_modules/@grpc/grpc-js/build/src/index.js`; nested ones too. */
const packageFolder = (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input.replaceAll("\\", "/"))?.[0];

const licenceTexts = (folder) =>
  readdirSync(folder)
    .filter((name) => /^(licen[cs]e|notice)/i.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8").trim());

/** Returns the packages whose files esbuild's metafile names, sorted, with their entry of the lock file and licence texts. */
export const bundledPackages = (metafile) => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [packageFolder(path)] : [])),
  );
  const folders = [...new Set(used.filter((folder) => folder !== undefined))].sort();
  return folders.map((folder) => {
    const key = folder.slice(folder.indexOf("node_modules"));
    const locked = lock.packages[key] ?? lock.packages[`provider/${key}`];
    if (locked === undefined) throw new Error(`${folder} is in the bundle, but not in package-lock.json.`);
    return {
      name: key.slice(key.lastIndexOf("node_modules/") + "node_modules/".length),
      version: locked.version,
      integrity: locked.integrity,
      licence: locked.license,
      dependencies: Object.keys(locked.dependencies ?? {}),
      licenceTexts: licenceTexts(resolve(root, folder)),
    };
  });
};
