import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runGate } from "../../../provider/src/cli/gate.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster, type GuestSketch } from "../../support/snapshot-builders.js";

const stuck = (used: number): GuestSketch => ({ used, tags: ["plb_ignore"] });
const hot = { pressure: { memory: { some: 60, full: 40 } } };
const calm = { pressure: { memory: { some: 0, full: 0 } } };
const THRESHOLD = { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 };

const SNAPSHOTS = {
  "stuck.json": encodeSnapshot(cluster({ a: { guests: [stuck(56)] }, b: { guests: [50] } })),
  "far.json": encodeSnapshot(cluster({ a: { guests: [stuck(80)] }, b: { guests: [stuck(20)] } })),
  "hot.json": encodeSnapshot(cluster({ a: { ...calm, guests: [10] }, b: { ...hot, guests: [stuck(20)] } })),
};

const POLICIES = {
  "weighted.json": { weights: { memory: 2 } },
  "light.json": { weights: { memory: 0.1 } },
  "trigger.json": { thresholds: { memory: 50 }, threshold_mode: "trigger", balanciness_target: 1 },
  "shut.json": { thresholds: { memory: 95 } },
  "psi.json": { mode: "psi", psi: { nodes: { memory: THRESHOLD }, guests: { memory: THRESHOLD } } },
};

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "proxlb-gate-"));
  for (const [name, snapshot] of Object.entries(SNAPSHOTS)) writeFileSync(join(folder, name), JSON.stringify(snapshot));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const gate = async (snapshot: string, policy: string, ...rest: string[]) => {
  const argv = ["--snapshot", join(folder, snapshot), "--policy", policy, ...rest, "--json"];
  const { code, stdout, stderr } = await runCommand(runGate, argv, POLICIES);
  expect(stderr).toBe("");
  return { code, ...(JSON.parse(stdout) as { passed: boolean; failures: string[] }) };
};

describe("the gate", () => {
  it.each([
    ["a weighted spread above the limit", "stuck.json", "weighted.json", "method memory"],
    ["a trigger that is reached", "stuck.json", "trigger.json", "method memory"],
    ["a node that stays under pressure", "hot.json", "psi.json", "b"],
  ])(
    "holds up a cluster that its policy wants balanced but that no plan balances: %s",
    async (_, file, policy, name) => {
      const { code, failures } = await gate(file, policy);
      expect(code).toBe(2);
      expect(failures.join("\n")).toMatch(new RegExp(`Out of balance, .*${name}`));
    },
  );

  it.each([
    ["a small weight", "light.json"],
    ["a threshold that nobody reaches", "shut.json"],
  ])("lets a cluster pass whose policy wants no balancing: %s", async (_, policy) => {
    expect(await gate("far.json", policy)).toMatchObject({ code: 0, passed: true, failures: [] });
  });

  it("goes by a limit of its own, whatever the policy says", async () => {
    const { code, failures } = await gate("far.json", "shut.json", "--max-imbalance", "59.99");
    expect(code).toBe(2);
    expect(failures).toEqual(["Spread of memory: 60.00 points, 59.99 allowed."]);
  });
});
