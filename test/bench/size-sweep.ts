import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../../provider/src/planning/model/decode-snapshot.js";
import { planMigrations } from "../../provider/src/planning/search/rebalancing.js";
import { generateDocument } from "../support/planning-cluster-generator.js";
import { fewestMoves } from "../support/planning-oracle.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";
import { requireValid } from "./valid-plan.js";

interface Size {
  readonly nodes: number;
  readonly guests: number;
  /** Clusters of this size. */
  readonly seeds: number;
  /** Whether the fewest moves are computed. */
  readonly solved?: boolean;
}

/** The largest size is measured apart, through the command that is used on it. */
const SIZES: readonly Size[] = [
  { nodes: 5, guests: 40, seeds: 5, solved: true },
  { nodes: 10, guests: 300, seeds: 3 },
  { nodes: 20, guests: 800, seeds: 3 },
  { nodes: 50, guests: 1500, seeds: 3 },
  { nodes: 100, guests: 4000, seeds: 2 },
  { nodes: 300, guests: 10_000, seeds: 2 },
];

const PARSES = 5;

/** The moves of small clusters may be this many times the fewest, in the median. */
const MOVES_LIMIT = 1.1;

/** Seconds after which a cluster is left unsolved. */
const SOLVER_LIMIT_S = 10;

const policy = policyOf({ methods: ["memory"] });

interface Run {
  readonly snapshot: ClusterSnapshot;
  readonly elapsedRatio: number;
  readonly moves: number;
  readonly lowerBound: number;
  readonly nsPerEvaluation: number;
}

const timed = (work: () => unknown): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

const run = ({ nodes, guests }: Size, seed: number): Run => {
  const text = JSON.stringify(generateDocument({ nodes, guests, seed, rules: true, legal: false }));
  const parseMs = median(Array.from({ length: PARSES }, () => timed(() => JSON.parse(text) as unknown)));
  const document: unknown = JSON.parse(text);
  const startedAt = performance.now();
  const snapshot = decodeSnapshot(document);
  const plan = planMigrations(snapshot, policy);
  const elapsedMs = performance.now() - startedAt;
  requireValid(snapshot, policy, plan, `${nodes} nodes and ${guests} guests, seed ${seed}`);
  return {
    snapshot,
    elapsedRatio: elapsedMs / parseMs,
    moves: plan.migrations.length,
    lowerBound: plan.movesLowerBound,
    nsPerEvaluation: (elapsedMs * 1e6) / Math.max(1, plan.metrics.proof.evaluations),
  };
};

/** Compares with the fewest moves there can be, where the solver finds them in time. */
const measureOptimality = async (cluster: string, runs: readonly Run[]): Promise<Figure> => {
  const ratios: number[] = [];
  for (const { snapshot, moves, lowerBound } of runs) {
    const optimum = await fewestMoves(snapshot, policy, SOLVER_LIMIT_S);
    if (!optimum.proven || optimum.moves === null) continue;
    if (lowerBound > optimum.moves) throw new Error(`The lower bound ${lowerBound} is above a plan that exists.`);
    ratios.push(moves / optimum.moves);
  }
  return {
    what: `moves for ${cluster}`,
    baseline: "optimum (HiGHS)",
    ratio: median(ratios),
    limit: MOVES_LIMIT,
    note: `median of ${ratios.length} clusters that were solved, of ${runs.length}; worst ${Math.max(...ratios).toFixed(2)} ×`,
  };
};

const measureSize = async (size: Size): Promise<readonly Figure[]> => {
  const runs = Array.from({ length: size.seeds }, (_, i) => run(size, i + 1));
  const cluster = `${size.nodes} nodes and ${size.guests} guests with broken rules`;
  const note = `median of ${size.seeds} clusters`;
  const mid = (value: (each: Run) => number): number => median(runs.map(value));
  const moves = runs.map((each) => `${each.moves} (≥ ${each.lowerBound})`).join(", ");
  return [
    {
      what: `plan for ${cluster}`,
      baseline: "JSON.parse of the snapshot",
      ratio: mid((each) => each.elapsedRatio),
      note,
    },
    {
      what: `moves for ${cluster}`,
      baseline: "certified lower bound",
      ratio: mid((each) => each.moves / Math.max(1, each.lowerBound)),
      note: `${note}; ${moves}`,
    },
    {
      what: `time per evaluated move, ${cluster}`,
      baseline: "1 ns",
      ratio: mid((each) => each.nsPerEvaluation),
      unit: "ns",
      note: `${note}; decoding, proving and shortening counted in`,
    },
    ...(size.solved === true ? [await measureOptimality(cluster, runs)] : []),
  ];
};

/** Measures plans from the smallest clusters to large ones; every plan is checked before it counts. */
export const measureSizes = async (): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await measureSize(size)));
  return figures;
};
