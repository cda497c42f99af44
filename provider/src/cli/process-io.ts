import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import type { CliIo } from "./cli-io.js";
import { keepHeapSmall } from "./small-heap.js";

/** Characters from which a document is worth collecting sooner for: a cluster of about 25,000 guests. */
const LARGE_TEXT = 4_000_000;

/** Editors of Windows put it before what they save; JSON has no place for it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Read in one go, a text takes its own size; read piece by piece, the pieces would stay in memory beside it. */
const readText = (path: string): string => {
  const text = readFileSync(path, "utf8").replace(BYTE_ORDER_MARK, "");
  if (text.length > LARGE_TEXT) keepHeapSmall();
  return text;
};

/** What hides secrets in text that leaves the process. */
interface Redactor {
  readonly redact: (secret: string) => void;
  readonly clean: (text: string) => string;
}

/** Returns the world outside as this process sees it; secrets leave it only as `redactor` cleans them. */
export const processIo = ({ redact, clean }: Redactor): CliIo => ({
  stdout: (text) => void process.stdout.write(clean(text)),
  stderr: (text) => void process.stderr.write(clean(text)),
  readFile: (path) => Promise.resolve().then(() => readText(path)),
  writeFile: (path, text) => writeFile(path, clean(text)),
  now: () => performance.now(),
  date: () => new Date(),
  env: process.env,
  redact,
  ask: askOnTerminal,
  interruption: interruptionOf(),
});

async function askOnTerminal(question: string, signal: AbortSignal): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  // The result alone goes to stdout, so the question does not.
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question, { signal });
  } finally {
    terminal.close();
  }
}

/** The first signal asks to end; the second one finds no handler any more, and ends the process at once. */
function interruptionOf(): () => AbortSignal {
  let controller: AbortController | undefined;
  return () => {
    if (controller !== undefined) return controller.signal;
    const created = new AbortController();
    controller = created;
    const stop = (): void => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      created.abort(new Error("The command was interrupted."));
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    return created.signal;
  };
}
