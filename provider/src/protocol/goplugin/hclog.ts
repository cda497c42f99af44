import { isLogged } from "./log-level.js";
import type { LogLevel, LogThreshold } from "./log-level.js";
import type { Redactor } from "./redactor.js";

type Fields = Readonly<Record<string, unknown>>;

/** Writes log lines that a plugin host understands. */
export interface HclogLogger {
  trace(message: string, fields?: Fields): void;
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  /** Returns a logger whose lines carry this name below the present module. */
  child(module: string): HclogLogger;
}

/** Is what a logger needs from outside. */
export interface HclogOptions {
  /** The name in "@module", for example provider.proxlb. */
  readonly module: string;
  readonly threshold: LogThreshold;
  /** Takes one line with its line end. */
  readonly write: (line: string) => void;
  readonly now: () => Date;
  readonly redactor: Redactor;
}

/** Hosts split longer lines and show the pieces raw. The line end counts. */
const maxLineBytes = 64 * 1024;
/** A control character takes six bytes in JSON, so a message of this length always fits with room for a field. */
const maxTextLength = 8 * 1024;

/** Hosts expect exactly six digits of a second's fraction and show a line with three raw. */
const timestamp = (date: Date): string => date.toISOString().replace(/Z$/, "000Z");

const notPrintable = "(not printable)";

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    // Declared as string, but a function or a toJSON can give undefined.
    const json: unknown = JSON.stringify(value, (_key, item: unknown) =>
      typeof item === "bigint" ? item.toString() : item,
    );
    return typeof json === "string" ? json : notPrintable;
  } catch {
    return notPrintable;
  }
}

function shorten(text: string): string {
  return text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength)}… (${text.length} characters)`;
}

/** Drops the last fields until the line fits; the host would otherwise lose the level and time of the whole line. */
function fit(head: Fields, fields: readonly (readonly [string, string])[]): string {
  for (let kept = fields.length; ; kept--) {
    const dropped = kept < fields.length ? { fields_dropped: String(fields.length - kept) } : {};
    const line = `${JSON.stringify({ ...head, ...Object.fromEntries(fields.slice(0, kept)), ...dropped })}\n`;
    if (kept === 0 || Buffer.byteLength(line) <= maxLineBytes) return line;
  }
}

/** Makes a logger that writes one hclog JSON line per entry, all values strings, secrets hidden, at most 64 KiB long. */
export function createHclogLogger(options: HclogOptions): HclogLogger {
  const { module, threshold, write, now, redactor } = options;
  const safe = (text: string): string => shorten(redactor.clean(text));

  const log = (level: LogLevel, message: string, fields: Fields = {}): void => {
    if (!isLogged(level, threshold)) return;
    const head = { "@level": level, "@message": safe(message), "@timestamp": timestamp(now()), "@module": module };
    const texts = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      // Names with @ belong to the format itself.
      .map(([name, value]) => [safe(name.replace(/^@+/, "")), safe(toText(value))] as const);
    write(fit(head, texts));
  };

  return {
    trace: (message, fields) => {
      log("trace", message, fields);
    },
    debug: (message, fields) => {
      log("debug", message, fields);
    },
    info: (message, fields) => {
      log("info", message, fields);
    },
    warn: (message, fields) => {
      log("warn", message, fields);
    },
    error: (message, fields) => {
      log("error", message, fields);
    },
    child: (name) => createHclogLogger({ ...options, module: `${module}.${name}` }),
  };
}
