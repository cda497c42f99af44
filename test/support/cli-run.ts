import type { CliIo } from "../../provider/src/cli/cli-io.js";

/** What a command printed and returned. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on files held in memory, with a clock that advances by 5 ms at every look. */
export async function runCommand(
  command: (argv: readonly string[], io: CliIo) => Promise<number>,
  argv: readonly string[],
  files: Readonly<Record<string, unknown>> = {},
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  let clock = 0;
  const io: CliIo = {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    readFile: (path) => {
      const content = files[path];
      return content === undefined
        ? Promise.reject(new Error(`ENOENT: no such file or directory, open '${path}'`))
        : Promise.resolve(typeof content === "string" ? content : JSON.stringify(content));
    },
    now: () => (clock += 5),
  };
  return { code: await command(argv, io), stdout, stderr };
}
