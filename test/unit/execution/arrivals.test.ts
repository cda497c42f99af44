import { describe, expect, it } from "vitest";
import { setStage, vm } from "./stage.js";

describe("a guest that arrives on its target", () => {
  it.each([
    {
      what: "its task ended with an error",
      how: "moved-but-failed" as const,
      words: /Its migration ended with an error: migration finished with problems/,
    },
    { what: "it does not run any more", how: "crashed" as const, words: /It ran before, .* shows it as stopped now\./ },
  ])(
    "counts as moved, tells the damage and starts nothing more when the guest is on its target but $what",
    async (scenario) => {
      const { how, words } = scenario;
      const stage = await setStage();
      stage.simulator.addFault({ kind: "migration-ends", vmid: 101, how });
      const report = await stage.run([
        { vmid: 101, to: "pve2", step: 1 },
        { vmid: 103, to: "pve2", step: 2 },
      ]);
      expect(report.outcomes).toMatchObject([
        { result: "moved", error: expect.stringMatching(words) as string },
        { result: "not started" },
      ]);
      expect(report.problems).toMatchObject([
        { summary: "Guest Arrived Damaged", detail: expect.stringMatching(words) as string },
      ]);
      expect(report.problems[0]?.detail).toContain("guest 101 (vm101) to pve2");
      expect(stage.nodeOf(101)).toBe("pve2");
      expect(stage.startedVmids()).toEqual([101]);
      expect(stage.log.filter(({ level }) => level === "warn")).toMatchObject([{ fields: { vmid: 101 } }]);
    },
  );

  it("finds nothing wrong with a guest that was shut off before and still is", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", { status: "stopped" })] });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
    expect(report.problems).toEqual([]);
  });
});
