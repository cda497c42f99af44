import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runGate } from "../../../provider/src/cli/gate.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster, type GuestSketch } from "../../support/snapshot-builders.js";

const stuck = (used: number): GuestSketch => ({ used, tags: ["plb_ignore"] });
const apart = (used: number): GuestSketch => ({ used, tags: ["plb_anti_affinity_x"] });
const other = (used: number): GuestSketch => ({ used, tags: ["plb_anti_affinity_y"] });
const hot = { pressure: { memory: { some: 60, full: 40 } } };
const calm = { pressure: { memory: { some: 0, full: 0 } } };
const THRESHOLD = { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 };

const SNAPSHOTS = {
  "stuck.json": encodeSnapshot(cluster({ a: { guests: [stuck(56)] }, b: { guests: [50] } })),
  "far.json": encodeSnapshot(cluster({ a: { guests: [stuck(80)] }, b: { guests: [stuck(20)] } })),
  "uneven.json": encodeSnapshot(cluster({ a: { guests: [45, 10] }, b: { guests: [30] } })),
  "slightly.json": encodeSnapshot(cluster({ a: { guests: [stuck(50.004)] }, b: { guests: [stuck(20)] } })),
  "broken.json": encodeSnapshot(cluster({ a: { guests: [apart(10), apart(10)] }, b: { guests: [10] } })),
  "worse.json": encodeSnapshot(
    cluster({ a: { guests: [apart(10), apart(10), other(10), other(10)] }, b: { guests: [10] } }),
  ),
  "leaving.json": encodeSnapshot(cluster({ a: { maintenance: true, guests: [5] }, b: { guests: [5] } })),
  "hot.json": encodeSnapshot(cluster({ a: { ...calm, guests: [10] }, b: { ...hot, guests: [stuck(20)] } })),
};

const POLICIES = {
  "default.json": {},
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
    expect(failures).toEqual(["Spread of memory: 60.0 points, 59.99 allowed."]);
  });

  it("tells a spread with as many digits as it takes to see that it is above the limit", async () => {
    const { failures } = await gate("slightly.json", "default.json", "--max-imbalance", "30");
    expect(failures).toEqual([expect.stringMatching(/^Spread of memory: 30\.00\d* points, 30 allowed\.$/)]);
  });

  it("lets migrations be pending within a spread that was named, unless they are limited too", async () => {
    expect((await gate("uneven.json", "default.json")).failures).toEqual(["Migrations pending: 1, none allowed."]);
    expect(await gate("uneven.json", "default.json", "--max-imbalance", "30")).toMatchObject({ code: 0, failures: [] });
    const { failures } = await gate("uneven.json", "default.json", "--max-imbalance", "20");
    expect(failures).toEqual(["Spread of memory: 25.0 points, 20 allowed."]);
    const both = await gate("uneven.json", "default.json", "--max-imbalance", "30", "--max-migrations", "0");
    expect(both.failures).toEqual(["Migrations pending: 1, none allowed."]);
  });

  it("lets as many rules be broken as --max-violations says", async () => {
    const many = ["--max-migrations", "9"];
    const none = await gate("broken.json", "default.json", ...many);
    expect(none).toMatchObject({ code: 2, failures: ["Rules broken: 1, none allowed."] });
    expect(await gate("broken.json", "default.json", ...many, "--max-violations", "1")).toMatchObject({
      code: 0,
      failures: [],
    });
    expect((await gate("worse.json", "default.json", ...many, "--max-violations", "1")).failures).toContain(
      "Rules broken: 2, 1 allowed.",
    );
  });

  it.each([
    ["a rule that is broken", "broken.json", "Rules broken: 1, none allowed."],
    ["a guest on a node in maintenance", "leaving.json", "Guests on nodes in maintenance: 1, none allowed."],
  ])("holds up what a spread says nothing of: %s", async (_, file, failure) => {
    const { code, failures } = await gate(file, "default.json", "--max-imbalance", "90");
    expect({ code, failures }).toEqual({ code: 2, failures: [failure] });
  });
});
