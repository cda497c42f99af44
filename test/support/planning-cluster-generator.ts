import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";
import { createRandom } from "../../provider/src/planning/search/random.js";

/** What kind of cluster to generate. Loads are such that the witness placement, an even one, obeys every rule. */
export interface ClusterShape {
  readonly nodes: number;
  readonly guests: number;
  readonly seed: number;
  /** Whether guests bear affinity, anti-affinity, pin and ignore tags. */
  readonly rules: boolean;
  /** How many times as many rules as usual there are, and how much larger their groups; 1 unless said. */
  readonly density?: number;
  /** Whether guests have local disks, about half of what the nodes offer. */
  readonly disks?: boolean;
  /** Whether the start obeys the rules; otherwise guests start anywhere. */
  readonly legal?: boolean;
  /** Whether all guests start where the witness placement has them. */
  readonly settled?: boolean;
}

const GIB = 2 ** 30;
const NODE_GIB = [256, 384, 512];
const CORES_PER_GIB = 1 / 8;

const DISK_PER_MEMORY = 4;

/** Mean share of the memory that is in use. */
const FILL = 0.6;

/** Share of the guests that drift away from the even placement, towards the first nodes. */
const DRIFT = 0.35;

/** Skews drifting guests towards the first nodes: the hottest ends up about twice as loaded as the mean. */
const SKEW = 1.2;

interface Sketch {
  readonly vmid: number;
  readonly memoryUsed: number;
  readonly cpuUsed: number;
  tags: string[];
  home: number;
  start: number;
}

/** Generates the document of a snapshot; the same shape gives the same document. */
export function generateDocument(shape: ClusterShape): Record<string, unknown> {
  const random = createRandom(shape.seed);
  const sizes = Array.from({ length: shape.nodes }, () => NODE_GIB[Math.floor(random() * NODE_GIB.length)] ?? 256);
  const guests = placeEvenly(sketchGuests(shape, sizes, random), sizes);
  if (shape.rules) addTags(guests, shape, random);
  scatter(guests, shape, random);
  return {
    version: 1,
    nodes: sizes.map((gib, i) => ({
      name: nodeName(i),
      cpuCores: Math.round(gib * CORES_PER_GIB),
      memoryBytes: gib * GIB,
      ...(shape.disks === true ? { diskBytes: gib * DISK_PER_MEMORY * GIB } : {}),
    })),
    guests: guests.map((guest) => ({
      vmid: guest.vmid,
      name: `guest-${guest.vmid}`,
      type: "vm",
      node: nodeName(guest.start),
      cpuCores: Math.max(1, Math.ceil(guest.cpuUsed * 2)),
      cpuUsedCores: Math.round(guest.cpuUsed * 1000) / 1000,
      memoryBytes: Math.ceil(guest.memoryUsed * 1.3) * GIB,
      memoryUsedBytes: Math.round(guest.memoryUsed * GIB),
      ...(shape.disks === true ? { localDiskBytes: diskOf(guest) } : {}),
      tags: guest.tags,
    })),
  };
}

/** Generates a decoded snapshot. */
export function generateCluster(shape: ClusterShape): ClusterSnapshot {
  return decodeSnapshot(generateDocument(shape));
}

/** Disks are as uneven as CPU, but in another way. */
const diskOf = ({ memoryUsed, vmid }: Sketch): number =>
  Math.round(memoryUsed * DISK_PER_MEMORY * (0.5 + ((vmid * 7) % 10) / 15) * GIB);

const nodeName = (i: number): string => `node-${String(i).padStart(4, "0")}`;

function sketchGuests({ guests }: ClusterShape, sizes: readonly number[], random: () => number): Sketch[] {
  const weights = Array.from({ length: guests }, () => 2 ** (4 * random()));
  const cpuWeights = weights.map((weight) => weight * (0.3 + 1.4 * random()));
  const total = sizes.reduce((sum, gib) => sum + gib, 0);
  const unit = (FILL * total) / weights.reduce((sum, weight) => sum + weight, 0);
  const cpuUnit = (0.4 * total * CORES_PER_GIB) / cpuWeights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, i) => ({
    vmid: 100 + i,
    memoryUsed: weight * unit,
    cpuUsed: (cpuWeights[i] ?? 0) * cpuUnit,
    tags: [],
    home: 0,
    start: 0,
  }));
}

/** Largest first onto the node that is emptiest in percent. */
function placeEvenly(guests: Sketch[], sizes: readonly number[]): Sketch[] {
  const load = sizes.map(() => 0);
  const cpu = sizes.map(() => 0);
  for (const guest of [...guests].sort((a, b) => b.memoryUsed - a.memoryUsed)) {
    let best = 0;
    let least = Infinity;
    for (const [i, gib] of sizes.entries()) {
      const memoryShare = ((load[i] ?? 0) + guest.memoryUsed) / gib;
      const cpuShare = ((cpu[i] ?? 0) + guest.cpuUsed) / (gib * CORES_PER_GIB);
      const heat = Math.max(memoryShare / FILL, cpuShare / 0.4);
      if (heat < least) [best, least] = [i, heat];
    }
    load[best] = (load[best] ?? 0) + guest.memoryUsed;
    cpu[best] = (cpu[best] ?? 0) + guest.cpuUsed;
    guest.home = best;
  }
  return guests;
}

/** Tags that the even placement obeys. */
function addTags(guests: readonly Sketch[], { nodes, density = 1 }: ClusterShape, random: () => number): void {
  const byHome = new Map<number, Sketch[]>();
  for (const guest of guests) byHome.set(guest.home, [...(byHome.get(guest.home) ?? []), guest]);
  for (const [home, residents] of byHome) {
    for (const [i, guest] of residents.entries()) {
      tagResident(guest, residents.slice(i + 1, i + 1 + Math.ceil(density)), { home, nodes, density, random });
    }
  }
  addAntiAffinity(guests, { nodes, density }, random);
}

interface TagOptions {
  readonly home: number;
  readonly nodes: number;
  readonly density: number;
  readonly random: () => number;
}

function tagResident(guest: Sketch, mates: readonly Sketch[], { home, nodes, density, random }: TagOptions): void {
  if (guest.tags.length > 0) return;
  const dice = random() / density;
  if (dice < 0.03) guest.tags.push("plb_ignore_me");
  else if (dice < 0.08) guest.tags.push(`plb_pin_${nodeName(home)}`, `plb_pin_${nodeName((home + 1) % nodes)}`);
  else if (dice < 0.12 && mates.length > 0) {
    for (const member of [guest, ...mates]) member.tags.push(`plb_affinity_${guest.vmid}`);
  }
}

function addAntiAffinity(
  guests: readonly Sketch[],
  { nodes, density }: { readonly nodes: number; readonly density: number },
  random: () => number,
): void {
  const free = guests.filter((guest) => !guest.tags.some((tag) => tag.startsWith("plb_ignore")));
  const width = Math.max(2, Math.min(4 * density, nodes - 1));
  for (let i = 0; i < (density * guests.length) / 30; i += 1) {
    const members = new Map<number, Sketch>();
    for (let tries = 0; tries < 20 * density && members.size < width; tries += 1) {
      const guest = free[Math.floor(random() * free.length)];
      if (guest !== undefined) members.set(guest.home, guest);
    }
    for (const guest of members.values()) guest.tags.push(`plb_anti_affinity_${i}`);
  }
}

/** Lets guests drift towards the first nodes, as load does; legal starts leave guests with rules at home. */
function scatter(
  guests: readonly Sketch[],
  { nodes, legal = true, settled = false }: ClusterShape,
  random: () => number,
): void {
  for (const guest of guests) {
    const tied = guest.tags.length > 0;
    const drifts = random() < DRIFT && !guest.tags.includes("plb_ignore_me");
    const target = Math.floor(nodes * random() ** SKEW);
    guest.start = !settled && drifts && !(tied && legal) ? target : guest.home;
  }
}
