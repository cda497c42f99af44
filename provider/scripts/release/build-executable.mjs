// Makes the provider one executable: a Node executable with the bundle inside.
import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
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

/**
 * Returns the bytes of the executable for a target. `builder` is a Node executable for this machine, `base` one for the
 * target, of the same version. `cache` is a code cache that the target's Node accepts, or undefined: one of another
 * platform could crash it.
 */
export const buildExecutable = async ({ builder, base, target, bundle, cache, folder }) => {
  const prepared = join(folder, `${target.platform}-base${target.extension}`);
  const output = join(folder, `${target.platform}${target.extension}`);
  const config = join(folder, `${target.platform}.json`);
  writeFileSync(prepared, prepare[target.format](readFileSync(base)), { mode: 0o755 });
  writeFileSync(
    config,
    JSON.stringify({
      main: join(dirname(fileURLToPath(import.meta.url)), "executable-launcher.cjs"),
      executable: prepared,
      output,
      disableExperimentalSEAWarning: true,
      // What is in the user's NODE_OPTIONS is meant for other programs, and could keep this one from starting.
      execArgvExtension: "none",
      execArgv: EXEC_ARGV,
      assets: { bundle, ...(cache === undefined ? {} : { cache }) },
    }),
  );
  await run(builder, ["--build-sea", config], { env: { ...process.env, NODE_OPTIONS: "" } });
  const built = readFileSync(output);
  for (const file of [prepared, output, config]) rmSync(file);
  return target.format === "mach-o" ? signMachO(built, IDENTIFIER) : built;
};
