import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../provider/src/planning/search/rebalancing.js";
import { createRandom } from "../../provider/src/planning/search/random.js";
import { generateCluster } from "../support/planning-cluster-generator.js";
import { afterMigrations } from "../support/planning-replay.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { requireValid } from "./valid-plan.js";

const SHAPES = [
  { nodes: 5, guests: 40, seeds: [1, 2, 3] },
  { nodes: 10, guests: 300, seeds: [1, 2, 3] },
  { nodes: 30, guests: 900, seeds: [1] },
].flatMap(({ seeds, ...size }) => seeds.map((seed) => ({ ...size, seed, rules: true, legal: false })));

/** Rounds in which the load of all guests changes and a plan is made on what came of the one before. */
const DRIFT_ROUNDS = 4;

/** A guest's use of memory changes by at most this share in a round. */
const DRIFT = 0.25;

/** A plan starts at 10 points and aims at 5, which leaves a dead band of 5 points. */
const policy = policyOf({ methods: ["memory"], balanciness: 10, balanciness_target: 5 });

const planOn = (snapshot: ClusterSnapshot, what: string) => {
  const plan = planMigrations(snapshot, policy);
  // Below what starts a plan, the target of a plan is not owed.
  const owed = plan.migrations.length > 0 ? policy : { ...policy, balancinessTarget: policy.balanciness };
  requireValid(snapshot, owed, plan, what);
  return plan;
};

/** Two nodes drift apart by just less than the dead band: each by half of it. */
const withNoise = (snapshot: ClusterSnapshot, seed: number): ClusterSnapshot => {
  const random = createRandom(seed);
  const points = (policy.balanciness - policy.balancinessTarget) / 2 - 1e-6;
  const nodes = snapshot.nodes.map((node) => ({
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + ((2 * random() - 1) * points * node.memoryBytes) / 100,
  }));
  return { ...snapshot, nodes };
};

const drifted = (snapshot: ClusterSnapshot, seed: number): ClusterSnapshot => {
  const random = createRandom(seed);
  const change = new Map<string, number>();
  const guests = snapshot.guests.map((guest) => {
    const wanted = guest.memoryUsedBytes * (1 + DRIFT * (2 * random() - 1));
    const memoryUsedBytes = Math.round(Math.min(guest.memoryBytes, wanted));
    change.set(guest.node, (change.get(guest.node) ?? 0) + memoryUsedBytes - guest.memoryUsedBytes);
    return { ...guest, memoryUsedBytes };
  });
  const nodes = snapshot.nodes.map((node) => ({
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + (change.get(node.name) ?? 0),
  }));
  return { ...snapshot, nodes, guests };
};

interface Life {
  /** Moves of the plan on the cluster as it was found. */
  first: number;
  replanned: number;
  afterNoise: number;
  afterDrift: number;
  driftBound: number;
  roundsWithPlan: number;
}

const live = (shape: (typeof SHAPES)[number], life: Life): void => {
  const what = `${shape.nodes} nodes and ${shape.guests} guests, seed ${shape.seed}`;
  const start = generateCluster(shape);
  const { migrations } = planOn(start, what);
  let state = afterMigrations(start, migrations);
  life.first += migrations.length;
  life.replanned += planMigrations(state, policy).migrations.length;
  life.afterNoise += planMigrations(withNoise(state, shape.seed), policy).migrations.length;
  for (let round = 1; round <= DRIFT_ROUNDS; round += 1) {
    state = drifted(state, shape.seed * 100 + round);
    const plan = planOn(state, `${what}, drifted ${round} times`);
    life.afterDrift += plan.migrations.length;
    life.driftBound += plan.movesLowerBound;
    life.roundsWithPlan += plan.migrations.length > 0 ? 1 : 0;
    state = afterMigrations(state, plan.migrations);
    life.replanned += planMigrations(state, policy).migrations.length;
  }
};

/** Measures what plans do to clusters that stay as they are, that waver, and that drift. */
export const measureStability = (): readonly Figure[] => {
  const life: Life = { first: 0, replanned: 0, afterNoise: 0, afterDrift: 0, driftBound: 0, roundsWithPlan: 0 };
  for (const shape of SHAPES) live(shape, life);
  const rounds = SHAPES.length * DRIFT_ROUNDS;
  const baseline = `moves of the first plans, ${life.first}`;
  return [
    {
      what: "moves of plans on the result of a plan",
      baseline,
      ratio: life.replanned / life.first,
      limit: 0,
      note: `${SHAPES.length + rounds} results of ${SHAPES.length} clusters with rules, after the first plan and after every drift`,
    },
    {
      what: "moves after noise below the dead band",
      baseline,
      ratio: life.afterNoise / life.first,
      limit: 0,
      note: `${SHAPES.length} clusters; every node changes by up to half of the dead band`,
    },
    {
      what: "moves after drift",
      baseline: `certified lower bound, ${life.driftBound}`,
      ratio: life.afterDrift / Math.max(1, life.driftBound),
      note: `${life.afterDrift} moves in ${life.roundsWithPlan} of ${rounds} rounds; every guest changes by up to ${100 * DRIFT} % a round`,
    },
  ];
};
