import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { repositoryRoot } from "./cli-paths.js";
import type { Core } from "./cdktf-app.js";

const library = join(repositoryRoot, "cdktf-lib");

/** The library as it would be published. */
export interface PackedLibrary {
  readonly tarball: string;
  readonly bytes: number;
  readonly files: readonly string[];
  /** The folder into which the tarball was unpacked. */
  readonly folder: string;
}

interface PackReport {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the built library into a folder and unpacks it there, without a registry. */
export const packLibrary = (folder: string): PackedLibrary => {
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  const args = ["pack", library, "--pack-destination", folder, "--json", "--ignore-scripts"];
  const [report] = JSON.parse(execFileSync("npm", args, { cwd: folder, env, encoding: "utf8" })) as [PackReport];
  const tarball = join(folder, report.filename);
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  return {
    tarball,
    bytes: statSync(tarball).size,
    files: report.files.map(({ path }) => path).sort(),
    folder: join(folder, "package"),
  };
};

/** What a project of a user consists of. */
export interface ConsumerOptions {
  readonly core: Core;
  /** The `type` of its package.json, which says what its modules are. */
  readonly type: "module" | "commonjs";
  readonly files: Readonly<Record<string, string>>;
  /** Packages that it has installed besides, such as a test runner. */
  readonly tools?: readonly string[];
}

/** Lays out a project that has installed the library, one core, `constructs`, the types of Node and its tools, and nothing else. */
export const layOutConsumer = (packed: PackedLibrary, folder: string, options: ConsumerOptions): void => {
  const { core, type, files, tools = [] } = options;
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  // Copied, not linked: what the library imports is looked for beside the place where it really is.
  execFileSync("cp", ["-r", packed.folder, join(modules, "cdktf-proxlb")]);
  mkdirSync(join(modules, "@types"));
  for (const name of [core, "constructs", "@types/node", "undici-types", ...tools])
    symlinkSync(join(repositoryRoot, "node_modules", name), join(modules, name));
  for (const [name, text] of Object.entries({ "package.json": JSON.stringify({ type }), ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};

/** Reads the package.json that was packed. */
export const packedManifest = ({ folder }: PackedLibrary): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Readonly<Record<string, unknown>>;
