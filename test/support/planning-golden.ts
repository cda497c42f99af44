import { readFileSync } from "node:fs";
import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";

const FOLDER = new URL("../fixtures/rebalance-golden/", import.meta.url);
const GIB = 2 ** 30;

interface GoldenFile {
  readonly nodes: readonly { readonly mem: number; readonly cpu: number }[];
  readonly guests: readonly {
    readonly memA: number;
    readonly memU: number;
    readonly cpuA: number;
    readonly cpuU: number;
    readonly node: number;
  }[];
  readonly aa: readonly (readonly number[])[];
  readonly pins: readonly number[];
  readonly results: Readonly<Record<"T10" | "T5", { readonly minMoves: number; readonly analyticLB: number }>>;
}

/** An instance with a proven minimum number of moves, as a snapshot. */
export interface GoldenInstance {
  readonly name: string;
  readonly snapshot: ClusterSnapshot;
  readonly minMoves: Readonly<Record<10 | 5, number>>;
  readonly lowerBound: Readonly<Record<10 | 5, number>>;
}

/** Lists the file names of all instances. */
export function goldenNames(): string[] {
  const rows = readFileSync(new URL("INDEX.csv", FOLDER), "utf8").trim().split("\n").slice(1);
  return rows.map((row) => row.split(",")[0] ?? "");
}

/** Reads one instance; vmids start at 100, and the limits are those of FORMAT.md. */
export function readGolden(name: string): GoldenInstance {
  const file = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as GoldenFile;
  const nodes = file.nodes.map((node, j) => ({
    name: `n${String(j).padStart(2, "0")}`,
    cpuCores: Math.floor(3 * node.cpu),
    memoryBytes: node.mem * GIB,
  }));
  const guests = file.guests.map((guest, i) => ({
    vmid: 100 + i,
    type: "vm",
    node: nodes[guest.node]?.name,
    cpuCores: guest.cpuA,
    cpuUsedCores: guest.cpuU,
    memoryBytes: guest.memA * GIB,
    memoryUsedBytes: Math.round(guest.memU * GIB),
    tags: [
      ...file.aa.flatMap((group, g) => (group.includes(i) ? [`plb_anti_affinity_${g}`] : [])),
      ...(file.pins.includes(i) ? ["plb_ignore_pinned"] : []),
    ],
  }));
  const { T10, T5 } = file.results;
  return {
    name,
    snapshot: decodeSnapshot({ version: 1, nodes, guests }),
    minMoves: { 10: T10.minMoves, 5: T5.minMoves },
    lowerBound: { 10: T10.analyticLB, 5: T5.analyticLB },
  };
}
