import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";
import type { PlacementRequest } from "../../provider/src/planning/model/placement.js";
import { preparePlacement } from "../../provider/src/planning/search/placement-base.js";
import { placeOnBase } from "../../provider/src/planning/search/placement.js";
import { generateDocument } from "../support/planning-cluster-generator.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";
import { measurePlanCommand } from "./plan-command.js";

const NODES = 1000;
const GUESTS = 100_000;
const PARSES = 5;

const GIB = 2 ** 30;

const timed = (work: () => void): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

const requests = (count: number): PlacementRequest[] =>
  Array.from({ length: count }, (_, i) => ({
    key: `new-${i}`,
    type: "vm",
    name: null,
    vmid: null,
    cpuCores: 2,
    memoryBytes: (1 + (i % 8)) * GIB,
    diskBytes: 0,
    tags: i % 10 === 0 ? ["plb_anti_affinity_new"] : [],
    pool: null,
    allowedNodes: null,
    excludedNodes: [],
  }));

const measurePlacement = (text: string, parseMs: number): readonly Figure[] => {
  const base = preparePlacement(decodeSnapshot(JSON.parse(text)), policyOf({ methods: ["memory"] }));
  const [one, batch] = [requests(1), requests(1000)];
  for (const { node } of placeOnBase(base, batch).placements) {
    if (node === null) throw new Error("A guest of the batch found no node.");
  }
  const baseline = "JSON.parse of the snapshot";
  const single = median(Array.from({ length: 50 }, () => timed(() => placeOnBase(base, one))));
  const whole = median(Array.from({ length: PARSES }, () => timed(() => placeOnBase(base, batch))));
  return [
    { what: "best node for one guest", baseline: "1 ms", ratio: single, limit: 1, note: "median of 50, index built" },
    { what: "best nodes for 1000 guests", baseline, ratio: whole / parseMs, limit: 1, note: `median of ${PARSES}` },
  ];
};

/** Measures planning and placing on a cluster at the upper end of what is expected, in relation to reading it. */
export const measureLargeCluster = (): readonly Figure[] => {
  const text = JSON.stringify(generateDocument({ nodes: NODES, guests: GUESTS, seed: 1, rules: true, legal: false }));
  const parseMs = median(Array.from({ length: PARSES }, () => timed(() => JSON.parse(text) as unknown)));
  return [...measurePlanCommand({ nodes: NODES, guests: GUESTS }), ...measurePlacement(text, parseMs)];
};
