import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";
import { createRandom } from "../../provider/src/planning/search/random.js";

/** Which family of the golden instances a fresh instance resembles; see FORMAT.md beside them. */
export interface FamilyShape {
  readonly family: "gen" | "big";
  readonly nodes: number;
  readonly guests: number;
  readonly seed: number;
}

const GIB = 2 ** 30;

/** Share of the memory and of the virtual CPUs that is assigned. */
const FILL = { gen: 0.6, big: 0.55 };
const CPU_FILL = 0.6;

/** No node starts fuller than this. */
const FULLEST = { gen: 1, big: 0.97 };

interface Sketch {
  readonly memory: number;
  readonly used: number;
  readonly cores: number;
  node: number;
  readonly tags: string[];
}

interface Host {
  readonly memory: number;
  readonly cores: number;
  /** How much of the guests it attracts. */
  readonly pull: number;
  memoryTaken: number;
  coresTaken: number;
}

/** Generates a fresh instance of a family; the same shape gives the same cluster. The start obeys every rule. */
export function generateFamily(shape: FamilyShape): ClusterSnapshot {
  const random = createRandom(shape.seed * 7919 + shape.nodes * 31 + shape.guests);
  const hosts = sketchHosts(shape, random);
  const guests = sketchGuests(shape, hosts, random);
  const sized = shape.family === "big" ? scaleCores(hosts, guests) : hosts;
  const placed = guests.filter((guest) => place(guest, sized, FULLEST[shape.family], random));
  tagGuests(shape, placed, random);
  return decodeSnapshot({
    version: 1,
    nodes: sized.map((host, j) => ({
      name: nodeName(j),
      cpuCores: Math.floor(3 * host.cores),
      memoryBytes: host.memory * GIB,
    })),
    guests: placed.map((guest, i) => ({
      vmid: 100 + i,
      type: "vm",
      node: nodeName(guest.node),
      cpuCores: guest.cores,
      memoryBytes: guest.memory * GIB,
      memoryUsedBytes: Math.round(guest.used * GIB),
      tags: guest.tags,
    })),
  });
}

const nodeName = (j: number): string => `n${String(j).padStart(2, "0")}`;

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

function sketchHosts({ family, nodes }: FamilyShape, random: () => number): Host[] {
  return Array.from({ length: nodes }, (_, j) => {
    const memory = pick(family === "gen" ? [64, 128, 256] : [256, 384, 768, 1024], random) ?? 256;
    const cores = family === "gen" ? memory / 4 : Math.max(384, memory) / 384 + (memory === 1024 ? -2 / 3 : 0);
    const pull = family === "gen" ? 1 / (1 + j) ** 0.5 : 0.05 + random();
    return { memory, cores, pull, memoryTaken: 0, coresTaken: 0 };
  });
}

function sketchGuests({ family, guests }: FamilyShape, hosts: readonly Host[], random: () => number): Sketch[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const weights = Array.from({ length: guests }, () =>
    family === "gen" ? (pick([1, 2, 2, 4, 4, 4, 8, 8, 16, 32], random) ?? 1) : Math.exp(0.85 * normal()),
  );
  const total = hosts.reduce((sum, host) => sum + host.memory, 0);
  const unit = (FILL[family] * total) / weights.reduce((sum, weight) => sum + weight, 0);
  const step = family === "gen" ? 2 : 4;
  return weights.map((weight) => {
    const memory = Math.max(1, Math.round(weight * unit * step)) / step;
    const perGib = family === "gen" ? 0.1 + 0.5 * random() : 0.25;
    const cores = Math.min(32, Math.max(1, Math.round(memory * perGib)));
    return { memory, used: Math.round(memory * (0.3 + 0.6 * random()) * 1000) / 1000, cores, node: -1, tags: [] };
  });
}

/** Nodes of this family have just the cores that leave the wanted share of virtual CPUs assigned. */
function scaleCores(hosts: readonly Host[], guests: readonly Sketch[]): Host[] {
  const wanted = guests.reduce((sum, guest) => sum + guest.cores, 0) / CPU_FILL / 3;
  const sum = hosts.reduce((total, host) => total + host.cores, 0);
  return hosts.map((host) => ({ ...host, cores: (host.cores * wanted) / sum }));
}

/** Puts a guest on a node by its pull; a guest that fits nowhere is left out. */
function place(guest: Sketch, hosts: readonly Host[], fullest: number, random: () => number): boolean {
  const fitting = [...hosts.entries()].filter(
    ([, host]) =>
      host.memoryTaken + guest.memory <= fullest * host.memory &&
      host.coresTaken + guest.cores <= fullest * Math.floor(3 * host.cores),
  );
  let dice = random() * fitting.reduce((sum, [, host]) => sum + host.pull, 0);
  for (const [j, host] of fitting) {
    dice -= host.pull;
    if (dice <= 0) {
      guest.node = j;
      host.memoryTaken += guest.memory;
      host.coresTaken += guest.cores;
      return true;
    }
  }
  return false;
}

function tagGuests({ family, guests }: FamilyShape, placed: readonly Sketch[], random: () => number): void {
  const groups = family === "gen" ? 3 : Math.max(1, Math.floor(guests / 150));
  for (let g = 0; g < groups; g += 1) {
    const members: Sketch[] = [];
    for (let tries = 0; tries < 20 && members.length < (family === "gen" ? 3 : 4); tries += 1) {
      const guest = pick(placed, random);
      if (guest !== undefined && !members.some((member) => member.node === guest.node)) members.push(guest);
    }
    members.forEach((guest) => guest.tags.push(`plb_anti_affinity_${g}`));
  }
  for (let i = 0; i < (family === "gen" ? 2 : guests / 45); i += 1) {
    pick(placed, random)?.tags.push("plb_ignore_pinned");
  }
}
