import type { ClusterSnapshot, Guest, GuestType, Pressures } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readGuestList } from "../pve/endpoints/guest.js";
import { isNodeSilent } from "../pve/errors.js";
import { mapBounded, REQUESTS_AT_ONCE } from "./bounded.js";
import type { PastMove } from "./last-moves.js";
import { pressuresFrom, readNodeMoments } from "./node-moments.js";
import type { NodeMoments } from "./node-moments.js";
import { guestPressure, nodePressure, tellsPressure, withPressure } from "./node-pressure.js";
import type { Completed } from "./completed.js";

/** First version that measures pressure. */
const PRESSURE_MAJOR = 9;

/** What pressure is read for, and what is known already. */
export interface PressureQuery {
  readonly snapshot: ClusterSnapshot;
  /** Major version of the entry node. */
  readonly major: number;
  /** The last hour of the nodes that were asked before. */
  readonly moments: NodeMoments;
  readonly moves: readonly PastMove[];
}

/**
 * Reads how long nodes and guests wait for resources: for each online node one request (less those asked before) and one for
 * each type of guest that runs on it. Nodes that do not measure it keep none, of which the plan warns; before Proxmox VE 9
 * nothing is asked.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readPressure(client: PveClient, query: PressureQuery, signal: AbortSignal): Promise<Completed> {
  const { snapshot, major, moments, moves } = query;
  if (major < PRESSURE_MAJOR) return { snapshot, warnings: [] };
  const online = snapshot.nodes.filter((node) => node.online).map(({ name }) => name);
  const missing = online.filter((name) => !moments.has(name));
  const all = new Map([...moments, ...(await readNodeMoments(client, missing, signal))]);
  const telling = online.filter((name) => tellsPressure(all.get(name) ?? []));
  const pressures = await readGuestPressures(client, { guests: snapshot.guests, nodes: new Set(telling) }, signal);
  const disturbances = lastDisturbances(snapshot.guests, moves);
  return {
    snapshot: {
      ...snapshot,
      nodes: snapshot.nodes.map((node) =>
        withPressure(node, nodePressure(all.get(node.name) ?? [], disturbances.get(node.name) ?? 0)),
      ),
      guests: snapshot.guests.map((guest) => {
        const pressure = pressures.get(guest.vmid);
        return pressure === undefined ? guest : { ...guest, pressure };
      }),
    },
    warnings: [],
  };
}

/** When the guests of each node last changed, in seconds since the epoch. */
function lastDisturbances(guests: readonly Guest[], moves: readonly PastMove[]): ReadonlyMap<string, number> {
  const homes = new Map(guests.map(({ vmid, node }) => [vmid, node]));
  const last = new Map<string, number>();
  for (const { vmid, from, endedAtSeconds } of moves) {
    for (const node of [from, homes.get(vmid) ?? from]) {
      last.set(node, Math.max(last.get(node) ?? 0, endedAtSeconds));
    }
  }
  return last;
}

async function readGuestPressures(
  client: PveClient,
  { guests, nodes }: { readonly guests: readonly Guest[]; readonly nodes: ReadonlySet<string> },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, Pressures>> {
  const running = guests.filter(({ status, node }) => status === "running" && nodes.has(node));
  const lists = new Map(running.map(({ node, type }) => [`${type} ${node}`, { node, type }]));
  const answers = await mapBounded([...lists.values()], REQUESTS_AT_ONCE, (list) => pressuresIn(client, list, signal));
  return new Map(answers.flat());
}

async function pressuresIn(
  client: PveClient,
  list: { readonly node: string; readonly type: GuestType },
  signal: AbortSignal,
): Promise<readonly (readonly [number, Pressures])[]> {
  try {
    const rows = await readGuestList(client, list, signal);
    return rows
      .map((row) => [row.vmid, guestPressure(pressuresFrom(row))] as const)
      .filter(([, pressures]) => Object.keys(pressures).length > 0);
  } catch (failure) {
    signal.throwIfAborted();
    if (isNodeSilent(failure)) return [];
    throw failure;
  }
}
