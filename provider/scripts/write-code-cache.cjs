"use strict";
// Starts the bundle as Terraform would, waits for the handshake line, and writes the code cache of everything that
// was compiled on the way.
const { randomBytes } = require("node:crypto");
const { readFileSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { Script, constants } = require("node:vm");

const [bundle] = process.argv.slice(2);

Object.assign(process.env, {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "6",
  PLUGIN_MIN_PORT: "10000",
  PLUGIN_MAX_PORT: "25000",
  // Any certificate will do: nobody connects. The server only has to walk the way it walks with one.
  PLUGIN_CLIENT_CERT: process.env.PROXLB_BUILD_CLIENT_CERT ?? "",
});
if (process.env.PLUGIN_CLIENT_CERT === "") delete process.env.PLUGIN_CLIENT_CERT;
void randomBytes(1);

const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, "latin1")}\n})`;
const script = new Script(wrapped, {
  filename: bundle,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => {
  if (String(chunk).startsWith("1|6|")) {
    setImmediate(() => {
      writeFileSync(`${bundle}.cache`, script.createCachedData());
      process.exit(0);
    });
  }
  return write(chunk, ...rest);
};
process.argv = [process.argv[0], bundle];
script.runInThisContext()(exports, require, module, bundle, dirname(bundle));
