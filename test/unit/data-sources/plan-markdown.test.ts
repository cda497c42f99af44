import { describe, expect, it } from "vitest";
import { planDigest } from "../../../provider/src/data-sources/migration-plan/plan-digest.js";
import { planMarkdown } from "../../../provider/src/data-sources/migration-plan/plan-markdown.js";
import type { MigrationPlan, PlannedMigration } from "../../../provider/src/planning/model/migration-plan.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const aMigration = (over: Partial<PlannedMigration> = {}): PlannedMigration => ({
  step: 1,
  vmid: 101,
  name: "web",
  type: "vm",
  from: "pve1",
  to: "pve2",
  reason: "Evens out the load.",
  memoryBytes: 4 * 2 ** 30,
  localDiskBytes: 0,
  estimatedSeconds: 20,
  downtime: false,
  ...over,
});

const aPlan = (over: Partial<MigrationPlan> = {}): MigrationPlan => ({
  migrations: [],
  estimatedSeconds: 0,
  balanced: true,
  imbalanceBefore: { memory: 21.34 },
  imbalanceAfter: { memory: 7 },
  violationsBefore: 2,
  violationsAfter: 0,
  unresolved: [],
  movesLowerBound: 0,
  warnings: [],
  metrics: planMigrations(cluster({ a: { guests: [] } }), policyOf()).metrics,
  ...over,
});

describe("the Markdown of a plan", () => {
  it("says when there is nothing to do", () => {
    expect(planMarkdown(aPlan())).toContain("**No migrations needed.**");
  });

  it("has a row for each migration and the spread before and after", () => {
    const text = planMarkdown(aPlan({ migrations: [aMigration()] }));
    expect(text).toContain("**1 migration planned.**");
    expect(text).toContain("| 1 | 101 web | pve1 → pve2 | 4.0 GiB | Evens out the load. |");
    expect(text).toContain("memory 21.3 → 7.0 points");
    expect(text).toContain("Broken rules: 2 → 0.");
  });

  it("tells how long the plan takes and what it copies, where there is anything to do", () => {
    const snapshot = cluster({
      a: {
        maintenance: true,
        guests: [
          { used: 30, localDiskBytes: 2 ** 31 },
          { used: 4, type: "ct" },
        ],
      },
      b: { guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ balance_types: ["vm", "ct"] }));
    const takes =
      /Takes about \d+m\d*s? and copies 34\.0 GiB of memory and 2\.0 GiB of local disks\. Guests stand still for /;
    expect(planMarkdown(plan)).toMatch(takes);
    expect(planMarkdown(aPlan())).not.toContain("Takes about");
  });

  it("marks guests that restart", () => {
    expect(planMarkdown(aPlan({ migrations: [aMigration({ downtime: true })] }))).toContain("4.0 GiB, restarts");
  });

  it("lists what stays unresolved", () => {
    const unresolved = [{ kind: "capacity", subject: "guest 104 (db2)", reason: "No node has room." }] as const;
    expect(planMarkdown(aPlan({ unresolved }))).toContain("- guest 104 (db2): No node has room.");
  });

  it("keeps names from breaking the table or adding markup", () => {
    const text = planMarkdown(aPlan({ migrations: [aMigration({ name: "a|b\n<img src=x>[x](y)" })] }));
    expect(text).toContain("101 a\\|b \\<img src=x\\>\\[x\\](y)");
  });
});

describe("the digest of a plan", () => {
  it("changes with guests, nodes, steps and order, and with nothing else", () => {
    const base = planDigest([aMigration(), aMigration({ vmid: 102 })]);
    expect(planDigest([aMigration({ vmid: 102 }), aMigration()])).not.toBe(base);
    expect(planDigest([aMigration({ to: "pve3" }), aMigration({ vmid: 102 })])).not.toBe(base);
    expect(planDigest([aMigration({ reason: "Else.", estimatedSeconds: 1 }), aMigration({ vmid: 102 })])).toBe(base);
  });
});
