import type { CliIo } from "../../provider/src/cli/cli-io.js";

/** What a command printed and returned, and the files that it wrote. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: ReadonlyMap<string, string>;
}

/** What surrounds a command besides its files. */
export interface CliSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** What somebody at a terminal answers to every question; without it there is no terminal. */
  readonly answer?: string;
  readonly interruption?: AbortSignal;
}

const errorOf = (code: string, why: string, path: string): Error =>
  Object.assign(new Error(`${code}: ${why}, open '${path}'`), { code });

/** The content of a file that may not be read. */
export const FORBIDDEN = Symbol("forbidden");

/** Runs a command on files held in memory, with a clock that advances by 5 ms at every look. Secrets show as `(secret)`. */
export async function runCommand(
  command: (argv: readonly string[], io: CliIo) => Promise<number>,
  argv: readonly string[],
  files: Readonly<Record<string, unknown>> = {},
  { env = {}, answer, interruption = new AbortController().signal }: CliSurroundings = {},
): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  let clock = 0;
  const secrets: string[] = [];
  const clean = (text: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, "(secret)"), text);
  const written = new Map<string, string>();
  const io: CliIo = {
    stdout: (text) => {
      stdout += clean(text);
    },
    stderr: (text) => {
      stderr += clean(text);
    },
    readFile: (path) => {
      const content = files[path];
      if (content === undefined) return Promise.reject(errorOf("ENOENT", "no such file or directory", path));
      return content === FORBIDDEN
        ? Promise.reject(errorOf("EACCES", "permission denied", path))
        : Promise.resolve(typeof content === "string" ? content : JSON.stringify(content));
    },
    writeFile: (path, text) => {
      written.set(path, text);
      return Promise.resolve();
    },
    now: () => (clock += 5),
    date: () => new Date(),
    env,
    redact: (secret) => secrets.push(secret),
    ask: (question) => {
      stderr += question;
      return Promise.resolve(answer ?? null);
    },
    interruption: () => interruption,
  };
  return { code: await command(argv, io), stdout, stderr, written };
}
