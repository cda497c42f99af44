/** Everything that a command touches of the world outside. */
export interface CliIo {
  /** Writes the result; nothing else goes there. */
  readonly stdout: (text: string) => void;
  /** Writes messages for people. */
  readonly stderr: (text: string) => void;
  readonly readFile: (path: string) => Promise<string>;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
}

/** Exit codes of all commands. */
export const EXIT_OK = 0;
export const EXIT_ERROR = 1;
/** Migrations are pending; only with `--detailed-exitcode`. */
export const EXIT_CHANGES = 2;

/** Says that a command was called wrongly; the message names the option. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Runs a command and turns whatever it throws into a message on stderr and the exit code for errors. */
export async function reportErrors(io: CliIo, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.stderr(message.endsWith("\n") ? message : `${message}\n`);
    return EXIT_ERROR;
  }
}
