// Builds the runnable provider: dist/terraform-provider-proxlb (a launcher) with its package.json, dist/lib/proxlb.cjs (the
// bundle) and dist/lib/proxlb.cjs.cache (V8's code cache of it, which a launcher of another Node version ignores).
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const provider = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(provider, "dist");
// Built beside the last build and put into its place at the end: whoever runs that one is not disturbed, and a build that
// fails leaves it as it is.
const work = join(dirname(provider), ".tmp", `build.${process.pid}`);
const fresh = join(work, "dist");
const bundle = join(fresh, "lib", "proxlb.cjs");
const launcher = join(fresh, "terraform-provider-proxlb");

mkdirSync(dirname(bundle), { recursive: true });
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

await build({
  entryPoints: [join(provider, "src", "main.ts")],
  outfile: bundle,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minify: true,
  keepNames: false,
  legalComments: "external",
  logLevel: "warning",
  define: { "import.meta.url": "undefined" },
  alias: {
    // grpc-js loads these for channelz only, which nothing here serves; they would double the start-up time.
    "@grpc/proto-loader": join(provider, "scripts", "empty-module.cjs"),
  },
});

copyFileSync(join(provider, "scripts", "launcher.cjs"), launcher);
chmodSync(launcher, 0o755);
// The launcher has no extension of its own, so the nearest package.json decides what it is. Without this one that could be
// the one of the project below whose folder a CLI installs the provider.
writeFileSync(join(fresh, "package.json"), '{ "type": "commonjs" }\n');
execFileSync(process.execPath, [join(provider, "scripts", "write-code-cache.cjs"), bundle], {
  stdio: ["ignore", "ignore", "inherit"],
});

if (existsSync(dist)) renameSync(dist, join(work, "old"));
renameSync(fresh, dist);
