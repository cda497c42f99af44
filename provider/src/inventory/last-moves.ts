import type { PveClient } from "../pve/client.js";
import { readClusterTasks, readNodeMigrations } from "../pve/endpoints/node-tasks.js";
import type { MigrationsQuery } from "../pve/endpoints/node-tasks.js";
import { isNodeSilent } from "../pve/errors.js";
import type { TaskRowWire } from "../pve/schemas/task-list.js";
import { mapBounded, REQUESTS_AT_ONCE } from "./bounded.js";

/** Nodes publish some 25 tasks each; where so many are listed, older ones may be missing. */
const FULL_LIST = 20;

/** A migration that took place. */
export interface PastMove {
  readonly vmid: number;
  readonly from: string;
  /** Seconds since the epoch. */
  readonly endedAtSeconds: number;
}

/**
 * Reads the migrations that succeeded since a time in seconds since the epoch, whoever asked for them, oldest first. One request
 * for the cluster, and two for each node whose published tasks do not reach back so far. Nodes that do not answer are left out.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readLastMoves(
  client: PveClient,
  { nodes, sinceSeconds }: { readonly nodes: readonly string[]; readonly sinceSeconds: number },
  signal: AbortSignal,
): Promise<readonly PastMove[]> {
  const published = await readClusterTasks(client, signal);
  const queries = nodes
    .filter((node) => isCutOff(published, node, sinceSeconds))
    .flatMap((node) => TYPES.map((type) => ({ node, type, sinceSeconds })));
  const older = await mapBounded(queries, REQUESTS_AT_ONCE, (query) => migrationsOf(client, query, signal));
  const rows = new Map([...published, ...older.flat()].map((row) => [row.upid.text, row]));
  return [...rows.values()]
    .flatMap(moveFrom)
    .filter(({ endedAtSeconds }) => endedAtSeconds >= sinceSeconds)
    .sort((a, b) => a.endedAtSeconds - b.endedAtSeconds);
}

const TYPES: readonly MigrationsQuery["type"][] = ["qmigrate", "vzmigrate"];

function isCutOff(rows: readonly TaskRowWire[], node: string, sinceSeconds: number): boolean {
  const starts = rows.filter(({ upid }) => upid.node === node).map(({ upid }) => upid.startTimeSeconds);
  return starts.length >= FULL_LIST && starts.every((start) => start > sinceSeconds);
}

async function migrationsOf(
  client: PveClient,
  query: MigrationsQuery,
  signal: AbortSignal,
): Promise<readonly TaskRowWire[]> {
  try {
    return await readNodeMigrations(client, query, signal);
  } catch (failure) {
    signal.throwIfAborted();
    if (isNodeSilent(failure)) return [];
    throw failure;
  }
}

function moveFrom({ upid, endTimeSeconds, exitText }: TaskRowWire): readonly PastMove[] {
  const isMigration = upid.type === "qmigrate" || upid.type === "vzmigrate";
  const vmid = Number(upid.id);
  if (!isMigration || !Number.isInteger(vmid) || endTimeSeconds === null) return [];
  const succeeded = exitText === "OK" || /^WARNINGS: \d+$/.test(exitText ?? "");
  return succeeded ? [{ vmid, from: upid.node, endedAtSeconds: endTimeSeconds }] : [];
}
