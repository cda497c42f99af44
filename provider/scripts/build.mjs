// Builds the runnable provider: dist/terraform-provider-proxlb (a launcher) with its package.json, dist/lib/proxlb.cjs (the
// bundle) and dist/lib/proxlb.cjs.cache (V8's code cache of it, which a launcher of another Node version ignores).
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProvider } from "./bundle.mjs";
import { writeCodeCache } from "./code-cache.mjs";

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

await bundleProvider(bundle);
copyFileSync(join(provider, "scripts", "launcher.cjs"), launcher);
chmodSync(launcher, 0o755);
// The launcher has no extension of its own, so the nearest package.json decides what it is. Without this one that could be
// the one of the project below whose folder a CLI installs the provider.
writeFileSync(join(fresh, "package.json"), '{ "type": "commonjs" }\n');
await writeCodeCache(process.execPath, bundle);

if (existsSync(dist)) renameSync(dist, join(work, "old"));
renameSync(fresh, dist);
