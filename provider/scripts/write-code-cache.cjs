"use strict";
// Starts the bundle as Terraform would, waits for the handshake line, and writes the code cache of everything that
// was compiled on the way.
const fs = require("node:fs");
const { dirname } = require("node:path");
const { Script, constants } = require("node:vm");

const [bundle] = process.argv.slice(2);

// Nobody connects, so any certificate will do: the server only has to walk the way that it walks with one.
const CLIENT_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUR/GvlUcfwMzjDk63TrdrrVyvQWowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMDE2MTg1NVoYDzIxMjYxMDI3
MTYxODU1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASXn+MgluO+o6P2RPzWdJnha5WsjMXu7d2uPRnvyKOr5T1peN1NMNDN
dp/TaZ0542w3pHoD5IGNvISpaaTKlTKvo2kwZzAdBgNVHQ4EFgQUrtOq3zGCpYsM
iaSM3P1u8OzauvEwHwYDVR0jBBgwFoAUrtOq3zGCpYsMiaSM3P1u8OzauvEwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgUTnfk9HYuZeUdVXVUIbRVVk9XKhA3/9Cv6wl2tFG+KQCIHO6AkM9RHLq
LSPl6cpgFskYtccOc9xWpAPk7XINV0L0
-----END CERTIFICATE-----
`;

Object.assign(process.env, {
  TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
  PLUGIN_PROTOCOL_VERSIONS: "5,6",
  PLUGIN_MIN_PORT: "10000",
  PLUGIN_MAX_PORT: "25000",
  PLUGIN_CLIENT_CERT: CLIENT_CERTIFICATE,
});

const wrapped = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(bundle, "latin1")}\n})`;
const script = new Script(wrapped, {
  filename: bundle,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});

const { writeSync } = fs;
fs.writeSync = (fd, text, ...rest) => {
  if (fd === 1 && String(text).startsWith("1|6|")) {
    // In the next turn, so that what runs right after the line is in the cache as well.
    setImmediate(() => {
      fs.writeFileSync(`${bundle}.cache`, script.createCachedData());
      process.exit(0);
    });
    return String(text).length;
  }
  return writeSync(fd, text, ...rest);
};
process.argv = [process.argv[0], bundle];
script.runInThisContext()(exports, require, module, bundle, dirname(bundle));
