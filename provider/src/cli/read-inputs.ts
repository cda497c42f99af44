import { parsePolicyFile } from "../config/policy-file.js";
import { DEFAULT_POLICY } from "../planning/model/decode-policy.js";
import type { Policy } from "../planning/model/policy.js";
import { type CliIo, UsageError } from "./cli-io.js";

/** Reads the file of a snapshot up to plain JSON; decoding it is part of what `elapsedMs` measures. */
export async function readSnapshotJson(io: CliIo, path: string | undefined): Promise<unknown> {
  if (path === undefined) {
    throw new UsageError("The option --snapshot FILE is missing; it names the cluster snapshot to plan with.");
  }
  return readJson(io, path, "snapshot");
}

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

async function readText(io: CliIo, path: string, what: string): Promise<string> {
  try {
    return await io.readFile(path);
  } catch (error) {
    throw new UsageError(`The ${what} file ${path} cannot be read: ${messageOf(error)}.`);
  }
}

/** Gives the text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
