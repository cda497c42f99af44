import type { ParseArgsConfig } from "node:util";
import { parseArgs } from "node:util";
import { UsageError } from "./cli-io.js";

/**
 * Reads the arguments of a command as `parseArgs` of Node does.
 *
 * @throws UsageError that names the option at fault in a full sentence
 */
export function parseOptions<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(sentenceOf(error, Object.keys(config.options ?? {})));
  }
}

/** Node's words speak of programs, and run over several lines. */
function sentenceOf(error: unknown, names: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, quoted = ""] = /'([^']*)'/.exec(text) ?? [];
  const option = /--[^\s=,]+/.exec(quoted)?.[0] ?? quoted.split(" ")[0] ?? "";
  switch (codeOf(error)) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return `There is no option ${option} here. ${suggestion(option, names)}`;
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return `The argument "${quoted}" belongs to no option.`;
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return text.includes("does not take an argument")
        ? `The option ${option} takes no value.`
        : `The option ${option} needs a value; one that begins with a hyphen is written ${option}=-VALUE.`;
    default:
      return text;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** Names the options that begin as the mistyped one does, or hold it; else all. */
function suggestion(option: string, names: readonly string[]): string {
  const wanted = option.replace(/^-+/, "").toLowerCase();
  const near = names.filter((name) => wanted.length > 1 && isNear(name, wanted));
  const shown = (near.length > 0 ? near : [...names].sort()).map((name) => `--${name}`).join(", ");
  return near.length > 0 ? `Did you mean ${shown}?` : `The options are ${shown}.`;
}

/** The longest run of letters at both ends tells a slip from another word. */
function isNear(name: string, wanted: string): boolean {
  if (name.includes(wanted) || wanted.includes(name)) return true;
  const shortest = Math.min(name.length, wanted.length);
  let head = 0;
  while (head < shortest && name[head] === wanted[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && name.at(-1 - tail) === wanted.at(-1 - tail)) tail += 1;
  return Math.max(name.length, wanted.length) - head - tail <= MOST_LETTERS_APART;
}

/** Two letters swapped, or one too many. */
const MOST_LETTERS_APART = 2;
