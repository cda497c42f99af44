import type { Node, Pressure, Pressures, PressureResource } from "../planning/model/cluster-snapshot.js";
import type { MomentaryPressure, MomentaryPressures, NodeMoment } from "./node-moments.js";
import { highest, mean } from "./statistics.js";

const RESOURCES: readonly PressureResource[] = ["cpu", "memory", "disk"];

/** Moments are a minute apart; spikes are looked for among the newest few. */
const SPIKE_MOMENTS = 6;

/**
 * Sums up the pressure of a node since `sinceSeconds` (seconds since the epoch). What was before its guests last changed says
 * nothing about the node as it is now. Samples that are missing count as missing, and not as 0.
 */
export function nodePressure(moments: readonly NodeMoment[], sinceSeconds: number): Pressures {
  const valid = moments.filter(({ atSeconds }) => atSeconds > sinceSeconds).map(({ pressures }) => pressures);
  return byResource((resource) => summary(valid.flatMap((pressures) => pressures[resource] ?? [])));
}

/** Says whether a node ever told how much it waits for anything, as nodes do since Proxmox VE 9. */
export function tellsPressure(moments: readonly NodeMoment[]): boolean {
  return moments.some(({ pressures }) => RESOURCES.some((resource) => pressures[resource] !== undefined));
}

/** Takes the pressure of a guest at this moment, which is the kernel's mean over ten seconds, for mean and spike alike. */
export function guestPressure({ cpu, memory, disk }: MomentaryPressures): Pressures {
  return {
    ...(cpu === undefined ? {} : { cpu: atOnce(cpu) }),
    ...(memory === undefined ? {} : { memory: atOnce(memory) }),
    ...(disk === undefined ? {} : { disk: atOnce(disk) }),
  };
}

function atOnce({ some, full }: MomentaryPressure): Pressure {
  if (some === undefined) return full === undefined ? {} : { full, fullSpike: full };
  return full === undefined ? { some, someSpike: some } : { some, someSpike: some, full, fullSpike: full };
}

/** Returns the node with its pressure, or without any when nothing is known. */
export function withPressure(node: Node, pressure: Pressures): Node {
  return Object.keys(pressure).length === 0 ? node : { ...node, pressure };
}

function byResource(pressureOf: (resource: PressureResource) => Pressure): Pressures {
  const entries = RESOURCES.map((resource) => [resource, pressureOf(resource)] as const);
  return Object.fromEntries(entries.filter(([, pressure]) => Object.keys(pressure).length > 0));
}

function summary(samples: readonly MomentaryPressure[]): Pressure {
  const some = samples.flatMap((sample) => sample.some ?? []);
  const full = samples.flatMap((sample) => sample.full ?? []);
  return {
    ...(some.length === 0 ? {} : { some: mean(some), someSpike: highest(some.slice(-SPIKE_MOMENTS)) }),
    ...(full.length === 0 ? {} : { full: mean(full), fullSpike: highest(full.slice(-SPIKE_MOMENTS)) }),
  };
}
