#!/usr/bin/env node
"use strict";
// Runs the bundle beside this file with its code cache, which saves most of the time that compiling would take.
// A file without an extension is a CommonJS or an ES module as the nearest package.json says, which may be that of the
// project into whose folder the provider was installed; so nothing here belongs to one of the two only.
const { readFileSync, realpathSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { dirname, join } = process.getBuiltinModule("node:path");
const { Script, constants } = process.getBuiltinModule("node:vm");

const library = join(dirname(realpathSync(process.argv[1])), "lib");
const bundle = join(library, "proxlb.cjs");

const readCache = () => {
  try {
    return readFileSync(`${bundle}.cache`);
  } catch {
    return undefined;
  }
};

// The bundle is pure ASCII, so reading it as latin1 is the same text and faster.
const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, "latin1")}\n})`;
const script = new Script(wrapped, {
  filename: bundle,
  cachedData: readCache(),
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const main = { exports: {} };
script.runInThisContext()(main.exports, createRequire(bundle), main, bundle, library);
