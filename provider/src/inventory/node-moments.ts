import type { PressureResource } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readNodeHistory } from "../pve/endpoints/cluster.js";
import type { NodeHistoryPointWire } from "../pve/schemas/node-history.js";
import type { PressureWire } from "../pve/schemas/pressure.js";
import { mapBounded, REQUESTS_AT_ONCE } from "./bounded.js";
import { orNoHistory } from "./or-no-history.js";

/** How much was waited for one resource at one moment, in percent; absent where it was not measured. */
export interface MomentaryPressure {
  readonly some?: number;
  readonly full?: number;
}

/** Pressure at one moment; resources that were not measured are absent. */
export type MomentaryPressures = Readonly<Partial<Record<PressureResource, MomentaryPressure>>>;

/** A node at one moment of the last hour. */
export interface NodeMoment {
  /** Seconds since the epoch. */
  readonly atSeconds: number;
  /** Bytes of memory that ZFS caches with; null where that was not measured. */
  readonly zfsCacheBytes: number | null;
  readonly pressures: MomentaryPressures;
}

/** The last hour of nodes by name, oldest first. */
export type NodeMoments = ReadonlyMap<string, readonly NodeMoment[]>;

/**
 * Reads the last hour of the nodes, one request each; any entry node answers for all. A node without a history has no moments.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readNodeMoments(
  client: PveClient,
  nodes: readonly string[],
  signal: AbortSignal,
): Promise<NodeMoments> {
  const histories = await mapBounded(nodes, REQUESTS_AT_ONCE, (node) =>
    orNoHistory(readNodeHistory(client, node, signal)),
  );
  return new Map(nodes.map((node, at) => [node, (histories[at] ?? []).map(momentFrom)]));
}

function momentFrom(point: NodeHistoryPointWire): NodeMoment {
  return {
    atSeconds: point.time,
    zfsCacheBytes: point.arcsize ?? null,
    // Only when it is asked for: most policies do not, and there are thousands of moments.
    get pressures() {
      return pressuresFrom(point);
    },
  };
}

/** Takes the pressures out of a row; what Proxmox calls I/O is the disk here. */
export function pressuresFrom(wire: PressureWire): MomentaryPressures {
  const cpu = pressure(wire.pressurecpusome, wire.pressurecpufull);
  const memory = pressure(wire.pressurememorysome, wire.pressurememoryfull);
  const disk = pressure(wire.pressureiosome, wire.pressureiofull);
  return {
    ...(cpu === null ? {} : { cpu }),
    ...(memory === null ? {} : { memory }),
    ...(disk === null ? {} : { disk }),
  };
}

function pressure(
  some: number | null | undefined = null,
  full: number | null | undefined = null,
): MomentaryPressure | null {
  if (some === null) return full === null ? null : { full };
  return full === null ? { some } : { some, full };
}
