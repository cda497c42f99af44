/** Everything that a command touches of the world outside. */
export interface CliIo {
  /** Writes the result; nothing else goes there. */
  readonly stdout: (text: string) => void;
  /** Writes messages for people. */
  readonly stderr: (text: string) => void;
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** Milliseconds from any fixed moment. */
  readonly now: () => number;
  readonly date: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Remembers a secret that neither `stdout` nor `stderr` may show. */
  readonly redact: (secret: string) => void;
  /** Asks a question on the terminal; null when there is none. */
  readonly ask: (question: string, signal: AbortSignal) => Promise<string | null>;
  /** Is aborted when somebody asks the process to end; from the first call on, the process does not end by itself. */
  readonly interruption: () => AbortSignal;
}

/** Exit codes of all commands. */
export const EXIT_OK = 0;
export const EXIT_ERROR = 1;
/** Migrations are pending, or the cluster is outside its limits; only where a command was asked to tell. */
export const EXIT_CHANGES = 2;

/** Says that a command was called wrongly; the message names the option. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Gives the text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command and turns whatever it throws into a message on stderr and the exit code for errors. */
export async function reportErrors(io: CliIo, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const message = messageOf(error);
    io.stderr(message.endsWith("\n") ? message : `${message}\n`);
    if (isDistrusted(error)) io.stderr(OPTIONS_OF_TRUST);
    return EXIT_ERROR;
  }
}

const isDistrusted = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "untrusted_certificate";

/** The error names the attributes of the provider. */
const OPTIONS_OF_TRUST =
  "On the command line these are --ca-certificate FILE, --tls-fingerprint SHA256 and, for tests only, --insecure.\n";

/** Writes full sentences as warnings, each once. */
export function warnAll(io: CliIo, sentences: readonly string[]): void {
  for (const sentence of new Set(sentences)) io.stderr(`Warning: ${sentence}\n`);
}
