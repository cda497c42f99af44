import { readFileSync } from "node:fs";
import type { CliIo } from "./cli-io.js";
import { keepHeapSmall } from "./small-heap.js";

/** Characters from which a document is worth collecting sooner for: a cluster of about 25,000 guests. */
const LARGE_TEXT = 4_000_000;

/** Read in one go, a text takes its own size; read piece by piece, the pieces would stay in memory beside it. */
const readText = (path: string): string => {
  const text = readFileSync(path, "utf8");
  if (text.length > LARGE_TEXT) keepHeapSmall();
  return text;
};

/** Returns the world outside as this process sees it. */
export const processIo = (): CliIo => ({
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => Promise.resolve().then(() => readText(path)),
  now: () => performance.now(),
});
