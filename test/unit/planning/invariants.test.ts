import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan, PlannedMigration } from "../../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../../provider/src/planning/model/policy.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { anyCluster, anyPolicyJson } from "../../support/planning-arbitraries.js";
import { anyFullCluster, anyFullPolicyJson, anyPsiPolicyJson } from "../../support/planning-full-arbitraries.js";
import { judgePlan } from "../../support/planning-judge.js";
import { findFlaws } from "../../support/planning-judge-claims.js";
import { afterMigrations } from "../../support/planning-replay.js";
import { scaled, scaledPolicy } from "../../support/planning-variations.js";
import { policyOf } from "../../support/snapshot-builders.js";

/** Few variations: the properties must hold however hard the planner searches. */
const OPTIONS = { iterations: 40 };
const SOAK = process.env["PROXLB_SOAK"] === "1";
const RUNS = SOAK ? 1000 : 100;
const TIMEOUT_MS = SOAK ? 600_000 : 20_000;

type Check = (snapshot: ClusterSnapshot, policy: Policy, plan: MigrationPlan) => void;

type Case = readonly [ClusterSnapshot, Record<string, unknown>];

const plainCase: fc.Arbitrary<Case> = fc.tuple(anyCluster, anyPolicyJson);
const fullCase: fc.Arbitrary<Case> = fc.tuple(anyFullCluster, anyFullPolicyJson);
const anyCase: fc.Arbitrary<Case> = fc.oneof(plainCase, fullCase);
const psiCase: fc.Arbitrary<Case> = fc.tuple(anyFullCluster, anyPsiPolicyJson);

function property(cases: fc.Arbitrary<Case>, check: Check): void {
  fc.assert(
    fc.property(cases, ([snapshot, json]) => {
      const policy = policyOf(json);
      check(snapshot, policy, planMigrations(snapshot, policy, OPTIONS));
    }),
    { numRuns: RUNS },
  );
}

const KINDS = [
  { what: "simple clusters", cases: plainCase },
  { what: "clusters and policies that use every key", cases: fullCase },
  { what: "clusters judged by pressure", cases: psiCase },
];

describe.each(KINDS)("the judge finds no flaw: $what", ({ cases }) => {
  it(
    "steps are allowed, fit with guests on both ends, break nothing; figures are true; what is left is told",
    { timeout: TIMEOUT_MS },
    () => {
      property(cases, (snapshot, policy, plan) => {
        expect(findFlaws(snapshot, policy, plan)).toEqual([]);
      });
    },
  );

  it("allows the migrations of a step to be made in any order", { timeout: TIMEOUT_MS }, () => {
    property(cases, (snapshot, policy, plan) => {
      expect(judgePlan(snapshot, policy, reversedWithinSteps(plan.migrations)).faults).toEqual([]);
    });
  });
});

describe("whatever the cluster and the policy", () => {
  it("plans nothing on the result of a plan", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      // A plan that max_migrations cut off is meant to be followed by the rest.
      fc.pre(plan.migrations.length < (policy.maxMigrations ?? Infinity));
      const after = afterMigrations(snapshot, plan.migrations, policy);
      expect(planMigrations(after, policy, OPTIONS).migrations).toEqual([]);
    });
  });

  it(
    "comes to rest within as many plans as there are guests, where max_migrations cuts them",
    { timeout: TIMEOUT_MS },
    () => {
      property(anyCase, (snapshot, policy, plan) => {
        const cut = { ...policy, maxMigrations: 3 };
        let state = snapshot;
        for (let i = 0; i <= snapshot.guests.length; i += 1) {
          const { migrations } = i === 0 && policy.maxMigrations === 3 ? plan : planMigrations(state, cut, OPTIONS);
          if (migrations.length === 0) {
            return;
          }
          state = afterMigrations(state, migrations, policy);
        }
        expect.unreachable("plans follow plans for ever");
      });
    },
  );

  it("never reports a lower bound above a plan that achieves as much", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      const other = planMigrations(snapshot, policy, { iterations: 400, seed: 7 });
      const [mine, theirs] = [plan, other].map(({ migrations }) => judgePlan(snapshot, policy, migrations));
      const asGood =
        theirs!.mustViolations <= mine!.mustViolations &&
        theirs!.evacuationsLeft <= mine!.evacuationsLeft &&
        theirs!.shouldViolations <= mine!.shouldViolations &&
        policy.methods.every((method) => theirs!.spread[method] <= mine!.spread[method]);
      if (asGood && other.migrations.length > 0) {
        expect(plan.movesLowerBound).toBeLessThanOrEqual(other.migrations.length);
      }
    });
  });

  it("sends a guest back to where it was only if its way there and back makes room", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      for (const vmid of new Set(plan.migrations.map((migration) => migration.vmid))) {
        const own = plan.migrations.filter((migration) => migration.vmid === vmid);
        const visited = [own[0]?.from, ...own.map((migration) => migration.to)];
        const again = visited.findIndex((node, i) => visited.indexOf(node) < i);
        if (again >= 0) {
          const loop = own.slice(visited.indexOf(visited[again]), again);
          const straight = plan.migrations.filter((migration) => !loop.includes(migration));
          expect(judgePlan(snapshot, policy, straight).faults).not.toEqual([]);
        }
      }
    });
  });

  it("moves no guest by pressure twice unless it is parked", { timeout: TIMEOUT_MS }, () => {
    property(psiCase, (snapshot, policy, plan) => {
      for (const vmid of new Set(plan.migrations.map((migration) => migration.vmid))) {
        const own = plan.migrations.filter((migration) => migration.vmid === vmid);
        const [first, last] = [own[0]!, own.at(-1)!];
        const straight = (at: PlannedMigration): PlannedMigration[] =>
          plan.migrations.flatMap((migration) =>
            migration === at ? [{ ...at, from: first.from, to: last.to }] : migration.vmid === vmid ? [] : [migration],
          );
        if (own.length > 1) {
          expect(judgePlan(snapshot, policy, straight(first)).faults).not.toEqual([]);
          expect(judgePlan(snapshot, policy, straight(last)).faults).not.toEqual([]);
        }
      }
    });
  });

  it("loses no guest and no load", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      const after = afterMigrations(snapshot, plan.migrations, policy);
      const nodes = new Set(snapshot.nodes.map((node) => node.name));
      expect(after.guests.map((guest) => guest.vmid)).toEqual(snapshot.guests.map((guest) => guest.vmid));
      expect(after.guests.every((guest) => nodes.has(guest.node))).toBe(true);
      expect(totalUsed(after)).toBeCloseTo(totalUsed(snapshot), 3);
    });
  });

  it("needs every one of its migrations", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      for (const left of plan.migrations) {
        const rest = plan.migrations.filter((migration) => migration !== left);
        expect(achievesAsMuch(snapshot, policy, rest, plan)).toBe(false);
      }
    });
  });

  it("gives the same plan whatever the order of the input", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      const turned = {
        ...snapshot,
        nodes: snapshot.nodes.toReversed(),
        guests: snapshot.guests.toReversed(),
        rules: snapshot.rules.toReversed(),
      };
      expect(planMigrations(turned, policy, OPTIONS)).toEqual(plan);
    });
  });

  it("gives the same moves in any unit of memory, disk and CPU", { timeout: TIMEOUT_MS }, () => {
    property(anyCase, (snapshot, policy, plan) => {
      const twice = planMigrations(scaled(snapshot), scaledPolicy(policy), OPTIONS);
      const bare = ({ vmid, from, to, step }: PlannedMigration): object => ({ vmid, from, to, step });
      expect(twice.migrations.map(bare)).toEqual(plan.migrations.map(bare));
    });
  });
});

function totalUsed(snapshot: ClusterSnapshot): number {
  return snapshot.nodes.reduce((sum, node) => sum + node.memoryUsedBytes, 0);
}

/** Gives every migration a step of its own, the last of a step first; guests that travel together stay together. */
function reversedWithinSteps(migrations: readonly PlannedMigration[]): PlannedMigration[] {
  const ways = [...new Set(migrations.map(({ step, from, to }) => `${step} ${from} ${to}`))];
  const stepOf = (way: string): number => Number(way.split(" ")[0]);
  const order = ways.reverse().sort((a, b) => stepOf(a) - stepOf(b));
  return migrations.map((migration) => ({
    ...migration,
    step: 1 + order.indexOf(`${migration.step} ${migration.from} ${migration.to}`),
  }));
}

function achievesAsMuch(
  snapshot: ClusterSnapshot,
  policy: Policy,
  migrations: readonly PlannedMigration[],
  plan: MigrationPlan,
): boolean {
  const part = judgePlan(snapshot, policy, migrations);
  const whole = judgePlan(snapshot, policy, plan.migrations);
  const noWorse =
    part.mustViolations <= whole.mustViolations &&
    part.evacuationsLeft <= whole.evacuationsLeft &&
    part.shouldViolations <= whole.shouldViolations;
  const spreads = policy.methods.map((method) => [part.spread[method], whole.spread[method]] as const);
  // Where the target is missed, less spread alone proves nothing; where load was not to be balanced, nor does more.
  const met = policy.methods.every(
    (method) => policy.weights[method] * whole.spread[method] <= policy.balancinessTarget,
  );
  const judgeable = met && policy.minimize === "moves";
  const asEven = spreads.every(
    ([partly, wholly], i) =>
      partly <= wholly || policy.weights[policy.methods[i] ?? "memory"] * partly <= policy.balancinessTarget,
  );
  return part.faults.length === 0 && judgeable && noWorse && asEven;
}
