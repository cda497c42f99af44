import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan, PlannedMigration } from "../../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../../provider/src/planning/model/policy.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { anyCluster, anyPolicyJson } from "../../support/planning-arbitraries.js";
import {
  afterMigrations,
  findFaults,
  memorySpread,
  tagViolations,
  totalViolations,
} from "../../support/planning-replay.js";
import { policyOf } from "../../support/snapshot-builders.js";

/** Few variations: the properties must hold however hard the planner searches. */
const OPTIONS = { iterations: 40 };
const RUNS = { numRuns: process.env["PROXLB_SOAK"] === "1" ? 1000 : 100 };
const TIMEOUT_MS = process.env["PROXLB_SOAK"] === "1" ? 600_000 : 20_000;

function property(check: (snapshot: ClusterSnapshot, policy: Policy, plan: MigrationPlan) => void): void {
  fc.assert(
    fc.property(anyCluster, anyPolicyJson, (snapshot, json) => {
      const policy = policyOf(json);
      check(snapshot, policy, planMigrations(snapshot, policy, OPTIONS));
    }),
    RUNS,
  );
}

function evacuationsLeft(snapshot: ClusterSnapshot, policy: Policy): number {
  const draining = snapshot.nodes.filter(
    (node) => node.online && node.maintenance && !policy.ignoreNodes.includes(node.name),
  );
  return snapshot.guests.filter((guest) => draining.some((node) => node.name === guest.node)).length;
}

describe("whatever the cluster and the policy", () => {
  it(
    "makes only moves that are allowed, fit with guests counted on both ends, and break no rule",
    { timeout: TIMEOUT_MS },
    () => {
      property((snapshot, policy, plan) => {
        expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
      });
    },
  );

  it("reports exactly the state that its migrations lead to", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      const after = afterMigrations(snapshot, plan.migrations);
      expect(plan.violationsBefore).toBe(totalViolations(snapshot));
      expect(plan.violationsAfter).toBe(totalViolations(after));
      if (policy.mode === "used") {
        expect(plan.imbalanceBefore.memory).toBeCloseTo(memorySpread(snapshot, policy), 6);
        expect(plan.imbalanceAfter.memory).toBeCloseTo(memorySpread(after, policy), 6);
      }
    });
  });

  it(
    "leaves fewer violations or guests to evacuate, or else less spread, or says why not",
    { timeout: TIMEOUT_MS },
    () => {
      property((snapshot, policy, plan) => {
        const after = afterMigrations(snapshot, plan.migrations);
        expect(plan.violationsAfter).toBeLessThanOrEqual(plan.violationsBefore);
        if (plan.violationsAfter === plan.violationsBefore) {
          expect(evacuationsLeft(after, policy)).toBeLessThanOrEqual(evacuationsLeft(snapshot, policy));
        }
        if (plan.violationsAfter > 0) {
          expect(plan.unresolved.some((entry) => entry.kind === "rule")).toBe(true);
        }
        const missed = policy.methods.filter(
          (method) => (plan.imbalanceAfter[method] ?? 0) > policy.balanciness + 1e-6,
        );
        for (const method of missed) {
          expect(plan.unresolved.map((entry) => entry.subject)).toContain(`method ${method}`);
        }
      });
    },
  );

  it("plans nothing on the result of a plan", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      const after = afterMigrations(snapshot, plan.migrations);
      expect(planMigrations(after, policy, OPTIONS).migrations).toEqual([]);
    });
  });

  it("never reports a lower bound above its own plan", { timeout: TIMEOUT_MS }, () => {
    property((_snapshot, _policy, plan) => {
      expect(plan.movesLowerBound).toBeLessThanOrEqual(plan.migrations.length);
    });
  });

  it("sends a guest back to where it was only if its way there and back makes room", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      for (const vmid of new Set(plan.migrations.map((migration) => migration.vmid))) {
        const own = plan.migrations.filter((migration) => migration.vmid === vmid);
        const visited = [own[0]?.from, ...own.map((migration) => migration.to)];
        const again = visited.findIndex((node, i) => visited.indexOf(node) < i);
        if (again >= 0) {
          const loop = own.slice(visited.indexOf(visited[again]), again);
          const straight = plan.migrations.filter((migration) => !loop.includes(migration));
          expect(findFaults(snapshot, policy, straight)).not.toEqual([]);
        }
      }
    });
  });

  it("loses no guest and no load", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, _policy, plan) => {
      const after = afterMigrations(snapshot, plan.migrations);
      const nodes = new Set(snapshot.nodes.map((node) => node.name));
      expect(after.guests.map((guest) => guest.vmid)).toEqual(snapshot.guests.map((guest) => guest.vmid));
      expect(after.guests.every((guest) => nodes.has(guest.node))).toBe(true);
      expect(totalUsed(after)).toBeCloseTo(totalUsed(snapshot), 3);
    });
  });

  it("allows the migrations of a step to be made in any order", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      const oneByOne = reversedWithinSteps(plan.migrations);
      expect(findFaults(snapshot, policy, oneByOne)).toEqual([]);
    });
  });

  it("needs every one of its migrations", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      for (const left of plan.migrations) {
        const rest = plan.migrations.filter((migration) => migration !== left);
        expect(achievesAsMuch(snapshot, policy, rest, plan)).toBe(false);
      }
    });
  });

  it("gives the same plan whatever the order of the input", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy, plan) => {
      const turned = { ...snapshot, nodes: snapshot.nodes.toReversed(), guests: snapshot.guests.toReversed() };
      expect(planMigrations(turned, policy, OPTIONS)).toEqual(plan);
    });
  });

  it("gives the same moves in any unit of CPU", { timeout: TIMEOUT_MS }, () => {
    property((snapshot, policy) => {
      const balanced: Policy = { ...policy, methods: ["cpu", "memory"] };
      const scaled = {
        ...snapshot,
        nodes: snapshot.nodes.map((node) => ({
          ...node,
          cpuCores: node.cpuCores * 2,
          cpuUsedCores: node.cpuUsedCores * 2,
        })),
        guests: snapshot.guests.map((guest) => ({
          ...guest,
          cpuCores: guest.cpuCores * 2,
          cpuUsedCores: guest.cpuUsedCores * 2,
        })),
      };
      const plan = planMigrations(snapshot, balanced, OPTIONS);
      expect(planMigrations(scaled, balanced, OPTIONS).migrations).toEqual(plan.migrations);
    });
  });

  it("keeps to the limits of parallel migrations, bundles aside", { timeout: TIMEOUT_MS }, () => {
    property((_snapshot, policy, plan) => {
      for (const step of new Set(plan.migrations.map((migration) => migration.step))) {
        const moves = plan.migrations.filter((migration) => migration.step === step);
        const pairs = new Set(moves.map(({ from, to }) => `${from} ${to}`));
        const ends = [...pairs].flatMap((pair) => pair.split(" "));
        expect(new Set(ends).size).toBe(ends.length);
        expect(pairs.size).toBeLessThanOrEqual(policy.migration.maxParallelTotal);
      }
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
  if (findFaults(snapshot, policy, migrations).length > 0) {
    return false;
  }
  const after = afterMigrations(snapshot, migrations);
  const whole = afterMigrations(snapshot, plan.migrations);
  const before = tagViolations(whole);
  const noWorse =
    [...tagViolations(after)].every(([rule, count]) => count <= (before.get(rule) ?? 0)) &&
    evacuationsLeft(after, policy) <= evacuationsLeft(whole, policy);
  // Where the target is missed, or a second resource counts, less spread in memory alone proves nothing.
  const judgeable =
    policy.methods.length === 1 && policy.mode === "used" && memorySpread(whole, policy) <= policy.balancinessTarget;
  return judgeable && noWorse && memorySpread(after, policy) <= policy.balancinessTarget;
}
