import { planMigrations } from "../../provider/src/planning/search/rebalancing.js";
import type { GoldenInstance } from "../support/planning-golden.js";
import { goldenNames, readGolden } from "../support/planning-golden.js";
import { policyOf } from "../support/snapshot-builders.js";
import type { Figure } from "./figure.js";
import { requireValid } from "./valid-plan.js";

const TARGETS = [10, 5] as const;

/** No plan may take longer. */
const PLAN_LIMIT_MS = 2000;

/** Least share of the plans with as few moves as there can be. */
const EXACT_SHARE = 0.95;

/** No plan may have so many moves more than there have to be. */
const MOST_EXTRA_MOVES = 1;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Run {
  readonly moves: number;
  readonly optimum: number;
  readonly elapsedMs: number;
}

const run = ({ name, snapshot, minMoves }: GoldenInstance, target: 10 | 5): Run => {
  const policy = policyOf({ balanciness: target, balanciness_target: target, memory_overcommit: 1, cpu_overcommit: 1 });
  const startedAt = performance.now();
  const plan = planMigrations(snapshot, policy);
  const elapsedMs = performance.now() - startedAt;
  requireValid(snapshot, policy, plan, `${name} at ${target} points`);
  return { moves: plan.migrations.length, optimum: minMoves[target], elapsedMs };
};

const extra = ({ moves, optimum }: Run): number => moves - optimum;

/** Compares our plans with the proven minimum of moves, over all golden instances. */
export const measureGoldenPlans = (): readonly Figure[] => {
  const instances = goldenNames().map(readGolden);
  const byTarget = TARGETS.map((target) => ({ target, runs: instances.map((instance) => run(instance, target)) }));
  const all = byTarget.flatMap(({ runs }) => runs);
  const exact = all.filter((each) => extra(each) === 0).length;
  const slowest = Math.max(...all.map(({ elapsedMs }) => elapsedMs));
  const baseline = "proven minimum (HiGHS)";
  const note = `${all.length} plans, steps, rules and spread recounted`;
  return [
    ...byTarget.map(({ target, runs }) => ({
      what: `moves to a memory spread of ${target} points`,
      baseline,
      ratio: sum(runs.map(({ moves }) => moves)) / sum(runs.map(({ optimum }) => optimum)),
      note: `sum over ${instances.length} instances; ${runs.filter((each) => extra(each) === 0).length} exactly minimal`,
    })),
    {
      what: "golden plans that are exactly minimal",
      baseline: "all",
      ratio: exact / all.length,
      least: EXACT_SHARE,
      note,
    },
    {
      what: "most moves above the minimum in a golden plan",
      baseline,
      ratio: Math.max(...all.map(extra)),
      unit: "moves",
      limit: MOST_EXTRA_MOVES,
      note,
    },
    {
      what: "time of the slowest golden plan",
      baseline: `${PLAN_LIMIT_MS / 1000} s`,
      ratio: slowest / PLAN_LIMIT_MS,
      limit: 1,
      note: `${slowest.toFixed(0)} ms, each plan made once`,
    },
  ];
};
