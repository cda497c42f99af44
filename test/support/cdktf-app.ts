import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { repositoryRoot } from "./cli-paths.js";

/** The two libraries that turn constructs into configurations. */
export const cores = ["cdktf", "cdktn"] as const;

/** One of them. */
export type Core = (typeof cores)[number];

/** How an app is synthesized. */
export interface SynthOptions {
  readonly core: Core;
  readonly hcl?: boolean;
  /** Environment on top of PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The files that a synthesis wrote, by stack. */
export type SynthesizedApp = ReadonlyMap<string, string>;

const programs = join(repositoryRoot, ".tmp", "cdktf-apps");

const libraryOf: Readonly<Record<Core, string>> = { cdktf: "cdktf-proxlb", cdktn: "cdktf-proxlb/cdktn" };

/** Programs are put below the repository, so that they find the built library where users find it: in node_modules. */
const bundle = async (source: string, core: Core, folder: string): Promise<string> => {
  const outfile = join(folder, "app.cjs");
  const stdin = { contents: source, resolveDir: join(repositoryRoot, "examples", "cdktf"), loader: "ts" as const };
  await build({
    stdin,
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    logLevel: "error",
    tsconfigRaw: {},
  });
  const text = readFileSync(outfile, "utf8")
    .replaceAll('require("cdktf-proxlb")', `require("${libraryOf[core]}")`)
    .replaceAll('require("cdktf")', `require("${core}")`);
  writeFileSync(outfile, text);
  return outfile;
};

const run = (program: string, folder: string, { hcl = false, env }: SynthOptions): void => {
  execFileSync(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      CHECKPOINT_DISABLE: "1",
      CDKTF_OUTDIR: join(folder, "out"),
      ...(hcl ? { SYNTH_HCL_OUTPUT: "true" } : {}),
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
};

const filesIn = (folder: string, name: string): SynthesizedApp => {
  const stacks = join(folder, "out", "stacks");
  const files = readdirSync(stacks).map((stack) => [stack, readFileSync(join(stacks, stack, name), "utf8")] as const);
  return new Map(files);
};

/**
 * Synthesizes an app that is written for cdktf, as `cdktf synth` does, with the built library. The source is a module below
 * `examples/cdktf`.
 * @throws Error with what the app printed, or when the library is not built.
 */
export const synthApp = async (source: string, options: SynthOptions): Promise<SynthesizedApp> => {
  if (!existsSync(join(repositoryRoot, "cdktf-lib", "dist")))
    throw new Error("The library is not built. Run `make build` first.");
  mkdirSync(programs, { recursive: true });
  const folder = mkdtempSync(join(programs, "app-"));
  try {
    run(await bundle(source, options.core, folder), folder, options);
    return filesIn(folder, options.hcl === true ? "cdk.tf" : "cdk.tf.json");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Synthesizes one of the examples. */
export const synthExample = (name: string, options: SynthOptions): Promise<SynthesizedApp> =>
  synthApp(`import "./${name}/main.js";\n`, options);

type Json = Readonly<Record<string, unknown>>;

/**
 * Returns the configuration of a stack without what depends on the machine and the core: the path of the state, and the version
 * and stack traces in the metadata.
 */
export const portable = (text: string): Json => {
  const { terraform, ...rest } = JSON.parse(text) as Json;
  const settings = Object.entries(terraform as Json).filter(([name]) => name !== "backend");
  return withoutMetadata({ ...rest, terraform: Object.fromEntries(settings) }) as Json;
};

const withoutMetadata = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (key === "//" ? [] : [[key, withoutMetadata(part)]])),
  );
};
