import { writeSync } from "node:fs";

/** Is the only way to the process's real stdout and stderr once they are guarded. */
export interface StandardStreams {
  /** Writes to the real stdout, which the host reads the handshake from. */
  readonly writeHandshake: (line: string) => void;
  /** Writes to stderr; what cannot be written because the host is gone is dropped. */
  readonly writeLog: (text: string) => void;
}

/**
 * Keeps stdout for the handshake: from now on process.stdout, and with it console.log of any dependency, is stderr.
 * Call it before anything else is loaded.
 */
export function guardStandardStreams(): StandardStreams {
  let stderr: NodeJS.WriteStream | undefined;
  const quietStderr = (): NodeJS.WriteStream => {
    if (stderr === undefined) {
      stderr = process.stderr;
      // A host that was killed closes the pipe; that must not end an apply half-way.
      stderr.on("error", () => undefined);
    }
    return stderr;
  };
  Object.defineProperty(process, "stdout", { configurable: true, enumerable: true, get: quietStderr });
  return {
    writeHandshake: (line) => void writeSync(1, line),
    writeLog: (text) => void quietStderr().write(text),
  };
}
