import { planWithPrechecks } from "../../provider/src/advice/plan-with-prechecks.js";
import { takeSnapshot } from "../../provider/src/inventory/take-snapshot.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";
import { readVersion } from "../../provider/src/pve/endpoints/cluster.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { median } from "./median.js";
import type { Connect } from "./slow-cluster.js";
import { withSlowCluster } from "./slow-cluster.js";

const NODES = 50;
const GUESTS = 5000;
const REPETITIONS = 5;

/** What the network adds to every answer. */
const LATENCY_MS = 20;

/** The whole refresh may take as long as so many requests one after the other. */
const MOST_ROUND_TRIPS = 40;

/** Besides histories and prechecks. */
const MOST_REQUESTS = 10;

const MOST_PER_MOVED_GUEST = 3;

/** Of each node: its history, where it has ZFS; and the guests of both types with what they wait for. */
const MOST_PER_NODE = { load: 1, psi: 1 + 2 };

/** A way to plan, and how much of it may be asked for each node. */
interface Way {
  readonly name: string;
  readonly policy: Policy;
  readonly perNode: number;
}

const WAYS: readonly Way[] = [
  { name: "used memory", policy: policyOf({ balanciness: 25 }), perNode: MOST_PER_NODE.load },
  {
    name: "used memory, at most 50 moves",
    policy: policyOf({ balanciness: 25, max_migrations: 50 }),
    perNode: MOST_PER_NODE.load,
  },
  { name: "assigned memory", policy: policyOf({ balanciness: 25, mode: "assigned" }), perNode: MOST_PER_NODE.load },
  { name: "used disk", policy: policyOf({ balanciness: 25, methods: ["disk"] }), perNode: MOST_PER_NODE.load },
  {
    name: "psi",
    policy: policyOf({
      mode: "psi",
      psi: { nodes: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 5 } } },
    }),
    perNode: MOST_PER_NODE.psi,
  },
];

/** What one refresh cost. */
interface Cost {
  /** Milliseconds of reading and asking; of planning only what went on meanwhile. */
  readonly elapsed: number;
  readonly withPlanning: number;
  readonly roundTrip: number;
  readonly requests: number;
  readonly moved: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Returns how long at least one of the spans lasted. */
const covered = (spans: readonly Span[]): number => {
  let [sum, end] = [0, 0];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
};

/** One refresh as a provider's process sees it, over connections that have yet to be made. */
const refresh = async (connect: Connect, policy: Policy): Promise<Cost> => {
  const { signal } = new AbortController();
  const spans: Span[] = [];
  const now = (): number => performance.now();
  const client = connect({
    now,
    trace: ({ durationMs }) => {
      spans.push({ from: now() - durationMs, to: now() });
    },
  });
  try {
    const startedAt = now();
    const inventory = await takeSnapshot(client, { takenAt: new Date().toISOString() }, signal);
    const readAt = now();
    const { migrations } = await planWithPrechecks({ client }, inventory, policy, signal);
    const plannedAt = now();
    const requests = spans.length;
    const asking = covered(spans.filter(({ from }) => from >= readAt));
    await readVersion(client, signal);
    const moved = new Set(migrations.map(({ vmid }) => vmid)).size;
    const roundTrip = covered(spans.slice(requests));
    return { elapsed: readAt - startedAt + asking, withPlanning: plannedAt - startedAt, roundTrip, requests, moved };
  } finally {
    await client.close();
  }
};

const figuresOf = ({ name, perNode }: Way, runs: readonly Cost[], roundTrip: number): readonly Figure[] => {
  const least = (of: (run: Cost) => number): number => Math.min(...runs.map(of));
  const most = (of: (run: Cost) => number): number => Math.max(...runs.map(of));
  const moved = most((run) => run.moved);
  const allowed = MOST_REQUESTS + MOST_PER_MOVED_GUEST * least((run) => run.moved) + perNode * NODES;
  const what = `refresh of ${GUESTS} guests on ${NODES} nodes with ZFS: ${name}`;
  const withPlanning = least((run) => run.withPlanning) / roundTrip;
  return [
    {
      what,
      baseline: `one round trip, ${roundTrip.toFixed(0)} ms`,
      // Whatever else the machine does only adds, so that the least time is nearest to the truth.
      ratio: least((run) => run.elapsed) / roundTrip,
      limit: MOST_ROUND_TRIPS,
      note: `least of ${REPETITIONS}, answers delayed by ${LATENCY_MS} ms; with planning ${withPlanning.toFixed(0)} ×`,
    },
    {
      what: `requests of that ${what}`,
      baseline: `${allowed} that are allowed`,
      ratio: most((run) => run.requests) / allowed,
      limit: 1,
      note: `${most((run) => run.requests)} requests, ${moved} guests moved`,
    },
  ];
};

/**
 * Measures how long a large cluster takes to be read, and a plan to be checked, where every answer comes 20 ms late, in requests
 * one after the other; and how many requests that takes, in relation to those that are allowed.
 */
export const measureRefresh = (): Promise<readonly Figure[]> =>
  withSlowCluster({ nodes: NODES, guests: GUESTS, latencyMs: LATENCY_MS }, async (connect) => {
    const runs: { readonly way: Way; readonly cost: Cost }[] = [];
    for (let i = 0; i < REPETITIONS; i += 1) {
      for (const way of WAYS) runs.push({ way, cost: await refresh(connect, way.policy) });
    }
    const roundTrip = median(runs.map(({ cost }) => cost.roundTrip));
    return WAYS.flatMap((way) =>
      figuresOf(
        way,
        runs.filter((run) => run.way === way).map(({ cost }) => cost),
        roundTrip,
      ),
    );
  });
