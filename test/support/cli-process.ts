import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** What a finished command left behind. */
export interface CliResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
  /** What was run, for messages. */
  readonly command: string;
}

/** How a command is run. */
export interface RunOptions {
  /** Added to the environment of the workspace; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Kills the command and its providers. */
  readonly signal?: AbortSignal;
  /** Kills the command and its providers after this time; 60 s unless told. */
  readonly timeoutMs?: number;
}

/** Everything that starts a command. */
export interface CommandLine extends RunOptions {
  readonly executable: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** A command that is still running. */
export interface RunningCommand {
  readonly result: Promise<CliResult>;
  /** Everything on stdout and stderr so far. */
  output(): string;
  /** Resolves as soon as the output matches; rejects when the command ends without. */
  waitFor(pattern: RegExp): Promise<void>;
  /** Signals the command and its providers, as Ctrl-C in a terminal does. */
  signalGroup(signal: NodeJS.Signals): void;
}

const DEFAULT_TIMEOUT_MS = 60_000;

const groups = new Set<number>();

const killGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
};

// A test run that is itself cut short must not leave CLIs and providers behind.
process.on("exit", () => {
  for (const pid of groups) killGroup(pid, "SIGKILL");
});

interface Collected {
  stdout: string;
  stderr: string;
}

const collect = (child: ChildProcess): Collected => {
  const text: Collected = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (text.stdout += chunk));
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text.stderr += chunk));
  return text;
};

const ended = (child: ChildProcess, stop: () => void, timeoutMs: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(stop, timeoutMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });

const waiter =
  (child: ChildProcess, output: () => string) =>
  (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (pattern.test(output())) resolve();
      };
      look();
      child.stdout?.on("data", look);
      child.stderr?.on("data", look);
      child.on("close", () => {
        reject(new Error(`The command ended before its output matched ${String(pattern)}:\n${output()}`));
      });
    });

/** Starts a command in its own process group, so that it can be ended together with the providers that it starts. */
export const startCommand = (line: CommandLine): RunningCommand => {
  const started = performance.now();
  const child = spawn(line.executable, line.args, {
    cwd: line.cwd,
    env: line.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid !== undefined) groups.add(pid);
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (pid !== undefined) killGroup(pid, signal);
  };
  const kill = (): void => {
    signalGroup("SIGKILL");
  };
  line.signal?.addEventListener("abort", kill);
  const text = collect(child);
  const output = (): string => text.stdout + text.stderr;
  const command = [line.executable, ...line.args].join(" ");
  const result = ended(child, kill, line.timeoutMs ?? DEFAULT_TIMEOUT_MS).then((exitCode) => {
    line.signal?.removeEventListener("abort", kill);
    kill();
    if (pid !== undefined) groups.delete(pid);
    return { exitCode, ...text, elapsedMs: performance.now() - started, command };
  });
  return { result, output, waitFor: waiter(child, output), signalGroup };
};

/**
 * Returns the result of a command that was meant to succeed; 2 counts as success, as it means "changes" with
 * `-detailed-exitcode`.
 * @throws Error with everything that the command printed.
 */
export const succeeded = (result: CliResult): CliResult => {
  if (result.exitCode === 0 || result.exitCode === 2) return result;
  const { command, exitCode, stdout, stderr } = result;
  throw new Error(`${command} ended with ${exitCode ?? "a signal"}.\n${stdout}\n${stderr}`);
};

/** Returns what a command printed without boxes and line breaks, so that whole sentences can be looked for. */
export const prose = ({ stdout, stderr }: CliResult): string =>
  `${stdout}\n${stderr}`.replace(/[│╷╵]/g, " ").replace(/\s+/g, " ");
