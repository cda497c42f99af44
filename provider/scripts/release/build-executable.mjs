// Makes the provider one executable: a Node executable with the bundle inside.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { signMachO } from "./sign-macho.mjs";
import { stripElf } from "./strip-elf.mjs";
import { unsignPe } from "./unsign-pe.mjs";

const run = promisify(execFile);

/** What a base executable needs before something is put into it, by format; Node's own builder unsigns Mach-O. */
const prepare = { elf: stripElf, pe: unsignPe, "mach-o": (executable) => executable };

/**
 * Loading the provider makes a few MiB of objects that all stay, so V8 would copy them several times until it grows its space
 * for newborns: a fifteenth of what a start takes. V8 accepts a code cache that was written without this.
 */
const EXEC_ARGV = ["--min-semi-space-size=16"];

const IDENTIFIER = "terraform-provider-proxlb";

/** The first version that makes an executable by itself; before, it makes only what is put in. */
const MAKES_EXECUTABLES_SINCE = 26;

/** What Node looks for in itself, as its documentation names them. */
const RESOURCE = "NODE_SEA_BLOB";
const SENTINEL = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** A process of its own, because it warns of the symbols that are gone. */
const postject = fileURLToPath(new URL("cli.js", import.meta.resolve("postject")));

const runNode = (node, args) => run(node, args, { env: { ...process.env, NODE_OPTIONS: "" } });

const putInWithPostject = async ({ builder, config, prepared, output }) => {
  const blob = `${output}.blob`;
  writeFileSync(`${output}.json`, JSON.stringify({ ...config, output: blob }));
  await runNode(builder, ["--experimental-sea-config", `${output}.json`]);
  await runNode(process.execPath, [postject, prepared, RESOURCE, blob, "--sentinel-fuse", SENTINEL]);
  renameSync(prepared, output);
};

const putInWithNode = async ({ builder, config, prepared, output }) => {
  writeFileSync(`${output}.json`, JSON.stringify({ ...config, executable: prepared, output }));
  await runNode(builder, ["--build-sea", `${output}.json`]);
};

/**
 * Returns the bytes of the executable for a target. `builder` is a Node executable for this machine, `base` one for the
 * target, of the same version. `cache` is a code cache that the target's Node accepts, or undefined: one of another
 * platform could crash it.
 */
export const buildExecutable = async ({ builder, base, target, bundle, cache, folder }) => {
  const work = mkdtempSync(join(folder, `${target.platform}-`));
  const prepared = join(work, `base${target.extension}`);
  const output = join(work, `provider${target.extension}`);
  writeFileSync(prepared, prepare[target.format](readFileSync(base)), { mode: 0o755 });
  const config = {
    main: join(dirname(fileURLToPath(import.meta.url)), "executable-launcher.cjs"),
    disableExperimentalSEAWarning: true,
    // What is in the user's NODE_OPTIONS is meant for other programs, and could keep this one from starting.
    execArgvExtension: "none",
    execArgv: EXEC_ARGV,
    assets: { bundle, ...(cache === undefined ? {} : { cache }) },
  };
  const major = Number.parseInt(target.base.version, 10);
  const putIn = major < MAKES_EXECUTABLES_SINCE ? putInWithPostject : putInWithNode;
  await putIn({ builder, config, prepared, output });
  const built = readFileSync(output);
  rmSync(work, { recursive: true });
  return target.format === "mach-o" ? signMachO(built, IDENTIFIER) : built;
};
