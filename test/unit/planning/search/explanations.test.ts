import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { cluster, type GuestSketch, type NodeSketch, policyOf } from "../../../support/snapshot-builders.js";

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

function unresolved(nodes: Readonly<Record<string, NodeSketch>>, balanciness = 5): (readonly [string, string])[] {
  const plan = planMigrations(cluster(nodes), policyOf({ balanciness }));
  return plan.unresolved.map(({ subject, reason }) => [subject, reason]);
}

describe("a target that is missed", () => {
  it("names the node of which no guest may move", () => {
    expect(unresolved({ a: { guests: [tagged(80, "plb_ignore")] }, b: { guests: [20] } })).toEqual([
      [
        "method memory",
        "The nodes stay 60.0 points apart (20.0 % to 80.0 %), 4.0 are wanted. a is the fullest node, and no guest on it may move.",
      ],
    ]);
  });

  it("names the guest that is too large to help", () => {
    const [[, reason] = []] = unresolved({ a: { guests: [80] }, b: { guests: [20] } });
    expect(reason).toContain("The smallest that may leave a for b, guest 100, would fill it as much again.");
    const app = tagged(40, "plb_affinity_app");
    const [[, together] = []] = unresolved({ a: { guests: [app, app] }, b: { guests: [20] } });
    expect(together).toContain(
      "The smallest that may leave a for b, guests 100, 101, which stay together, would fill it",
    );
  });

  it("names the reason for which guests rest", () => {
    const takenAt = "2026-01-01T12:00:00Z";
    const lately: GuestSketch = { used: 20, lastMovedAt: "2026-01-01T11:50:00Z" };
    const moved = { ...cluster({ a: { guests: [lately, lately] }, b: { guests: [] } }), takenAt };
    const resting = planMigrations(moved, policyOf({ balanciness: 5, cooldown: "1h" }));
    expect(resting.unresolved[0]?.reason).toContain(
      "of guest 100: It moved a short while ago, and cooldown lets it rest.",
    );
    const writer: GuestSketch = { used: 20, dirtyBytesPerSecond: 200_000_000 };
    const [[, reason] = []] = unresolved({ a: { guests: [writer, writer] }, b: { guests: [] } });
    expect(reason).toContain("of guest 100: It writes to its memory faster than the memory can be copied");
  });

  it("is not missed where the link is faster than the guests write", () => {
    const migrationBytesPerSecond = 3_000_000_000;
    const writer: GuestSketch = { used: 20, dirtyBytesPerSecond: 200_000_000 };
    expect(
      unresolved({
        a: { guests: [writer, writer], migrationBytesPerSecond },
        b: { guests: [], migrationBytesPerSecond },
      }),
    ).toEqual([]);
  });

  it("says when cooldown has no effect because the time of the snapshot is not known", () => {
    const { warnings } = planMigrations(cluster({ a: { guests: [1] } }), policyOf({ cooldown: "1h" }));
    expect(warnings).toEqual([expect.stringContaining("taken_at")]);
  });

  it("names the rule in the way", () => {
    const [[, reason] = []] = unresolved({ a: { guests: [tagged(40, "plb_pin_a"), 1] }, b: { guests: [] } });
    expect(reason).toMatch(/b takes none of the guests of a; of guest 100: The tag plb_pin_a allows only a\.$/);
  });
});

describe("a rule that stays broken", () => {
  it("is explained by the guest that cannot move, each reason once", () => {
    expect(
      unresolved(
        {
          a: { guests: [tagged(5, "plb_affinity_x", "plb_pin_a")] },
          b: { guests: [tagged(5, "plb_affinity_x", "plb_pin_b")] },
          c: { guests: [] },
        },
        100,
      ),
    ).toEqual([
      [
        "tag plb_affinity_x",
        "Its 2 guests are to share one node but are on a, b. Guest 100 stays where it is: The tag plb_pin_a allows only a.",
      ],
    ]);
  });
});
