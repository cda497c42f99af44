import { describe, expect, it } from "vitest";
import { runBestNode } from "../../../provider/src/cli/best-node.js";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

const hot = { pressure: { memory: { some: 60, full: 40 } } };
const calm = { pressure: { memory: { some: 0, full: 0 } } };
const THRESHOLD = { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 };

const FILES = {
  "hidden.json": {
    ...encodeSnapshot(cluster({ a: { guests: [10] } })),
    permissions: { guestsMayBeHidden: true },
  },
  "hot.json": encodeSnapshot(cluster({ a: { ...calm, guests: [30, 30] }, b: { ...hot, guests: [20, 20] } })),
  "psi.json": { mode: "psi", psi: { nodes: { memory: THRESHOLD }, guests: { memory: THRESHOLD } } },
  "no-psi.json": { mode: "psi" },
};

describe("a snapshot that guests may be missing from", () => {
  it.each([
    ["plan", runPlan, []],
    ["best-node", runBestNode, ["--cpu-cores", "1", "--memory-mib", "1024"]],
  ] as const)("is refused by %s with what to do about it", async (_, run, rest) => {
    const { code, stdout, stderr } = await runCommand(run, ["--snapshot", "hidden.json", ...rest], FILES);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("may not see all guests");
    expect(stderr).toContain("VM.Audit on /vms");
  });
});

describe("planning by pressure on the command line", () => {
  it("prints the moves, the pressures and what they are expected to be", async () => {
    const { stdout } = await runCommand(runPlan, ["--snapshot", "hot.json", "--policy", "psi.json", "--json"], FILES);
    const plan = JSON.parse(stdout) as {
      migrations: { from: string; to: string; reason: string }[];
      imbalance: unknown;
    };
    expect(plan.migrations[0]).toMatchObject({ from: "b", to: "a" });
    expect(plan.migrations[0]?.reason).toContain("Relieves b, which is hot");
    expect(plan.imbalance).toMatchObject({ before: { memory: 40 } });
  });

  it("refuses the mode psi without thresholds, naming the attribute", async () => {
    const { code, stderr } = await runCommand(runPlan, ["--snapshot", "hot.json", "--policy", "no-psi.json"], FILES);
    expect(code).toBe(1);
    expect(stderr).toContain("psi");
    expect(stderr).toContain("needs at least one threshold");
  });
});
