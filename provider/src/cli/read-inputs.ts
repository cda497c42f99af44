import { parsePolicyFile } from "../config/policy-file.js";
import { DEFAULT_POLICY } from "../planning/model/decode-policy.js";
import type { Policy } from "../planning/model/policy.js";
import { type CliIo, messageOf, UsageError } from "./cli-io.js";

/** Reads a file up to plain JSON; `what` names it in messages. */
export async function readJson(io: CliIo, path: string, what: string): Promise<unknown> {
  const text = await readText(io, path, what);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The ${what} file ${path} is not valid JSON: ${messageOf(error)}.`);
  }
}

/** Reads a policy file; without one every attribute has its default. */
export async function readPolicy(io: CliIo, path: string | undefined): Promise<Policy> {
  return path === undefined ? DEFAULT_POLICY : parsePolicyFile(await readText(io, path, "policy"), path);
}

/** Reads a file; `what` names it in messages. */
export async function readText(io: CliIo, path: string, what: string): Promise<string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    throw new UsageError(`The ${what} file ${path} cannot be read: ${messageOf(error)}.`);
  }
}

/** Refuses "-" for a file: on stdout, it would stand among what the command prints. */
export function requireFile(option: string, path: string | undefined): void {
  if (path !== "-") return;
  throw new UsageError(
    `The option ${option} takes the name of a file, and "-" is none: stdout has the result of the command. Name a file instead.`,
  );
}

/** Writes a file; `what` names it in messages. */
export async function writeText(io: CliIo, path: string, text: string, what: string): Promise<void> {
  try {
    await io.writeFile(path, text);
  } catch (error) {
    throw new UsageError(`The ${what} ${path} cannot be written: ${messageOf(error)}.`);
  }
}

/** Reads a number that is not negative from an option; undefined stays undefined. */
export function readNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) {
    throw new UsageError(`The option ${option} must be a number of at least 0, found "${text}".`);
  }
  return Number(text);
}

/** Reads a number of things, which is whole and not negative, from an option; undefined stays undefined. */
export function readCount(option: string, text: string | undefined): number | undefined {
  const count = readNumber(option, text);
  if (count !== undefined && !Number.isInteger(count)) {
    throw new UsageError(`The option ${option} must be a whole number, found "${text ?? ""}".`);
  }
  return count;
}
