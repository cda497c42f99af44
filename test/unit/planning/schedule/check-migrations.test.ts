import { describe, expect, it } from "vitest";
import { type CheckedMigration, checkMigrations } from "../../../../provider/src/planning/schedule/check-migrations.js";
import { cluster, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

const move = (vmid: number, from: string, to: string, step = 1): CheckedMigration => ({ step, vmid, from, to });

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

describe("a list of migrations that was planned earlier", () => {
  const snapshot = cluster({
    a: { guests: [30, { used: 5, lock: "backup" }] },
    b: { guests: [60] },
    c: { maintenance: true, guests: [] },
  });

  it("is fine while the cluster is as it was", () => {
    expect(checkMigrations(snapshot, policyOf(), [move(100, "a", "b")])).toEqual([]);
    expect(checkMigrations(snapshot, policyOf(), [])).toEqual([]);
  });

  it.each([
    [move(999, "a", "b"), "Guest 999 does not exist any more."],
    [move(100, "b", "a"), "Guest 100 (guest100) is on a and not on b any more."],
    [move(101, "a", "b"), "Guest 101 (guest101) may not move. It is locked (backup)."],
    [move(100, "a", "x"), "Guest 100 cannot go to x, because the cluster has no such node."],
    [move(100, "a", "c"), "Guest 100 cannot go to c. c is in maintenance."],
    [move(100, "a", "a"), "Guest 100 is on a already."],
  ])("is stopped by %j", (migration, problem) => {
    expect(checkMigrations(snapshot, policyOf(), [migration])).toEqual([{ vmid: migration.vmid, problem }]);
  });

  it("is stopped where the room is gone", () => {
    const full = cluster({ a: { guests: [30] }, b: { guests: [71] } });
    expect(checkMigrations(full, policyOf(), [move(100, "a", "b")])[0]?.problem).toContain("29.0 GiB of memory free");
  });

  it("counts travelling guests on both ends within a step, but not across steps", () => {
    const tight = cluster({ a: { guests: [60] }, b: { guests: [60] }, c: { guests: [] } });
    const chain = [move(101, "b", "c"), move(100, "a", "b")];
    expect(checkMigrations(tight, policyOf(), chain).map(({ vmid }) => vmid)).toEqual([100]);
    expect(checkMigrations(tight, policyOf(), [move(101, "b", "c", 1), move(100, "a", "b", 2)])).toEqual([]);
  });

  it("counts two guests into one gap", () => {
    const gap = cluster({ a: { guests: [30, 30] }, b: { guests: [50] } });
    const problems = checkMigrations(gap, policyOf(), [move(100, "a", "b"), move(101, "a", "b")]);
    expect(problems.map(({ vmid }) => vmid)).toEqual([101]);
  });

  it("follows a guest that is parked on the way", () => {
    const snapshotWithRoom = cluster({ a: { guests: [10] }, b: { guests: [] }, c: { guests: [] } });
    expect(checkMigrations(snapshotWithRoom, policyOf(), [move(100, "a", "b", 1), move(100, "b", "c", 2)])).toEqual([]);
  });

  it("is stopped by a rule that it would break", () => {
    const ruled = cluster({
      a: { guests: [tagged(5, "plb_anti_affinity_x"), tagged(5, "plb_pin_a"), tagged(5, "plb_affinity_p")] },
      b: { guests: [tagged(5, "plb_anti_affinity_x")] },
      c: { guests: [] },
    });
    const partner = { ...ruled, guests: [...ruled.guests, { ...ruled.guests[2]!, vmid: 200 }] };
    expect(checkMigrations(partner, policyOf(), [move(100, "a", "b")])[0]?.problem).toBe(
      "Moving guest 100 would break the tag plb_anti_affinity_x.",
    );
    expect(checkMigrations(partner, policyOf(), [move(101, "a", "c")])[0]?.problem).toContain("tag plb_pin_a");
    expect(checkMigrations(partner, policyOf(), [move(102, "a", "c")])[0]?.problem).toContain("tag plb_affinity_p");
    expect(checkMigrations(partner, policyOf(), [move(102, "a", "c"), move(200, "a", "c")])).toEqual([]);
  });

  it("may pass through a state that was broken before it", () => {
    const broken = cluster({
      a: { guests: [tagged(5, "plb_anti_affinity_x"), tagged(5, "plb_anti_affinity_x")] },
      b: { guests: [] },
    });
    expect(checkMigrations(broken, policyOf(), [move(100, "a", "b")])).toEqual([]);
  });
});
