#!/usr/bin/env node
"use strict";
// Runs the bundle beside this file with its code cache, which saves most of the time that compiling would take. The
// package.json beside it says that this is CommonJS, whatever that of a project further up says.
const { readFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { Script, constants } = require("node:vm");

const bundle = join(__dirname, "lib", "proxlb.cjs");

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
script.runInThisContext()(exports, require, module, bundle, dirname(bundle));
