import { readFile } from "node:fs/promises";
import type { CliIo } from "./cli-io.js";

/** Returns the world outside as this process sees it. */
export const processIo = (): CliIo => ({
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => readFile(path, "utf8"),
  now: () => performance.now(),
});
