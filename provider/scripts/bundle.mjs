// Bundles the provider into one CommonJS file.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const scripts = dirname(fileURLToPath(import.meta.url));

const undiciOnDemand = join(scripts, "undici-on-demand.cjs");

/** Every process would load undici otherwise. */
const loadUndiciOnDemand = {
  name: "load-undici-on-demand",
  setup: (builder) => {
    builder.onResolve({ filter: /^undici$/ }, ({ importer }) =>
      importer === undiciOnDemand ? undefined : { path: undiciOnDemand },
    );
  },
};

/** Writes the bundle of provider/src/main.ts, with the licences of what is in it beside it. */
export const bundleProvider = (outfile) =>
  build({
    entryPoints: [join(dirname(scripts), "src", "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    keepNames: false,
    legalComments: "external",
    logLevel: "warning",
    metafile: true,
    define: { "import.meta.url": "undefined" },
    alias: {
      // grpc-js loads these for channelz only, which nothing here serves; they would double the start-up time.
      "@grpc/proto-loader": join(scripts, "empty-module.cjs"),
    },
    plugins: [loadUndiciOnDemand],
  });
