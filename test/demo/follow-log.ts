import { closeSync, openSync, readSync } from "node:fs";

const INTERVAL_MS = 100;

const CHUNK_BYTES = 65_536;

/** Reads what was appended to a file since the last call, line by line. */
const lineReader = (path: string): (() => readonly string[]) => {
  const buffer = Buffer.alloc(CHUNK_BYTES);
  let position = 0;
  let rest = "";
  return () => {
    let file: number;
    try {
      file = openSync(path, "r");
    } catch {
      return [];
    }
    try {
      for (let size = 1; size > 0; position += size) {
        size = readSync(file, buffer, 0, CHUNK_BYTES, position);
        rest += buffer.toString("utf8", 0, size);
      }
    } finally {
      closeSync(file);
    }
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    return lines;
  };
};

/** Hands every new line of a log file to `show` until the returned function is called. */
export const followLog = (path: string, show: (line: string) => void): (() => void) => {
  const read = lineReader(path);
  const step = (): void => {
    for (const line of read()) show(line);
  };
  const timer = setInterval(step, INTERVAL_MS);
  return () => {
    clearInterval(timer);
    step();
  };
};
