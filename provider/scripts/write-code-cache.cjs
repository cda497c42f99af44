"use strict";
// Serves the bundle as its launcher would, and writes at the end the code cache of everything that was compiled on the way.
const fs = require("node:fs");
const { dirname } = require("node:path");
const { Script, constants } = require("node:vm");

const [bundle] = process.argv.slice(2);
const wrapped = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(bundle, "latin1")}\n})`;
const script = new Script(wrapped, {
  filename: bundle,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
process.on("exit", () => {
  fs.writeFileSync(`${bundle}.cache`, script.createCachedData());
});
process.argv = [process.argv[0], bundle];
script.runInThisContext()(exports, require, module, bundle, dirname(bundle));
