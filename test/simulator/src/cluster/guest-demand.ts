import { noise } from "../clock/random.js";
import type { Cluster, Guest } from "./cluster.js";

/** What a running guest asks of its host at one moment. */
export interface MomentaryDemand {
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly memoryOnHostBytes: number;
}

/** Where a guest is, or was, at one moment. */
export interface Stay {
  readonly node: string;
  readonly running: boolean;
}

/** Computes what a guest asks of its host at a time, past or present, when it runs: a pure function of seed, guest and time. */
export function demandAt(cluster: Cluster, guest: Guest, atMs: number): MomentaryDemand {
  const { demand } = guest;
  if (demand.steps.length === 0 && !isShaped(guest)) return demand;
  const base = stepAt(cluster, guest, atMs);
  const cpu = base.cpuCores * factorAt(cluster, guest, atMs, "cpu") + spikesAt(cluster, guest, atMs, "cpu");
  const memory = base.memoryBytes * factorAt(cluster, guest, atMs, "memory") + spikesAt(cluster, guest, atMs, "memory");
  const memoryBytes = Math.round(within(memory, 0, guest.memoryBytes));
  return {
    cpuCores: within(cpu, 0, guest.cores ?? Infinity),
    memoryBytes,
    memoryOnHostBytes: Math.max(0, demand.memoryOnHostBytes - demand.memoryBytes + memoryBytes),
  };
}

/** Says whether what a guest asks for changes by itself. */
export function isShaped({ demand: { wave, noise: noises, spikes } }: Guest): boolean {
  return wave !== undefined || noises !== undefined || spikes.length > 0;
}

/** Says whether a guest has always been where it is and always asked for the same. */
export function isSteady(guest: Guest): boolean {
  return (
    guest.past.length === 0 && guest.incomingOn === undefined && guest.demand.steps.length === 0 && !isShaped(guest)
  );
}

/** Finds out where a guest was at a time, and whether it ran. */
export function stayAt(guest: Guest, atMs: number): Stay {
  if (guest.past.length === 0) return { node: guest.node, running: guest.status !== "stopped" };
  return guest.past.find((stay) => atMs < stay.untilMs) ?? { node: guest.node, running: guest.status !== "stopped" };
}

function stepAt(cluster: Cluster, { demand }: Guest, atMs: number): { cpuCores: number; memoryBytes: number } {
  const base = { cpuCores: demand.cpuCores, memoryBytes: demand.memoryBytes };
  for (const step of demand.steps) {
    if (cluster.clock.startMs + step.atMs > atMs) continue;
    base.cpuCores = step.cpu ?? base.cpuCores;
    base.memoryBytes = step.memory ?? base.memoryBytes;
  }
  return base;
}

function factorAt(cluster: Cluster, guest: Guest, atMs: number, what: "cpu" | "memory"): number {
  const { wave, noise: noises } = guest.demand;
  let factor = 1;
  if (wave !== undefined) {
    const turns = (atMs / 1000 - wave.phaseSeconds) / wave.periodSeconds;
    factor += wave[what] * Math.sin(2 * Math.PI * turns);
  }
  if (noises !== undefined) {
    const interval = Math.floor(atMs / 1000 / noises.intervalSeconds);
    factor += noises[what] * (2 * noise(cluster.seed, guest.vmid, interval, what === "cpu" ? 0 : 1) - 1);
  }
  return Math.max(0, factor);
}

function spikesAt(cluster: Cluster, { demand }: Guest, atMs: number, what: "cpu" | "memory"): number {
  const seconds = (atMs - cluster.clock.startMs) / 1000;
  return demand.spikes.reduce((sum, spike) => {
    const inPeriod = modulo(seconds - spike.offsetSeconds, spike.everySeconds);
    return inPeriod < spike.forSeconds ? sum + spike[what] : sum;
  }, 0);
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
