"use strict";
// Runs the bundle inside a single executable, with its code cache where the executable holds one.
const { getAssetKeys, getRawAsset } = require("node:sea");
const { Script, constants } = require("node:vm");

const asset = (name) => Buffer.from(getRawAsset(name));

// The bundle is pure ASCII, so reading it as latin1 is the same text and faster.
const wrapped = `(function (exports, require, module, __filename, __dirname) {${asset("bundle").latin1Slice()}\n})`;
const script = new Script(wrapped, {
  filename: "proxlb.cjs",
  cachedData: getAssetKeys().includes("cache") ? asset("cache") : undefined,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, require, module, process.execPath, "");
