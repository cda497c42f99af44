import { describe, expect, it } from "vitest";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import { runCommand } from "../../support/cli-run.js";
import { cluster } from "../../support/snapshot-builders.js";

const UNEVEN = encodeSnapshot(cluster({ a: { guests: [30, 30] }, b: { guests: [10] } }));
const EVEN = encodeSnapshot(cluster({ a: { guests: [30] }, b: { guests: [30] } }));
const FILES = { "uneven.json": UNEVEN, "even.json": EVEN, "lazy.json": { balanciness: 60 } };

describe("proxlb plan", () => {
  it("prints one JSON document and nothing else", async () => {
    const { code, stdout, stderr } = await runCommand(runPlan, ["--snapshot", "uneven.json", "--json"], FILES);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      migrations: [
        {
          vmid: 100,
          from: "a",
          to: "b",
          step: 1,
          name: "guest100",
          type: "vm",
          reason: "Evens out the load: memory of a from 60.0 % to 30.0 % and of b from 10.0 % to 40.0 %.",
          memoryBytes: 30 * 2 ** 30,
          localDiskBytes: 0,
          estimatedSeconds: 315,
          downtime: false,
        },
      ],
      imbalance: { before: { memory: 50 }, after: { memory: 10 } },
      violations: { before: 0, after: 0 },
      movesLowerBound: 1,
      estimatedSeconds: 315,
      metrics: {
        before: expect.objectContaining({ crsImbalancePercent: expect.any(Number) as number }) as object,
        after: expect.objectContaining({ mustViolations: 0 }) as object,
        cost: expect.objectContaining({ migrations: 1, memoryGib: 30, makespanSeconds: 315 }) as object,
        proof: expect.objectContaining({ movesLowerBound: 1, gap: 1 }) as object,
      },
      unresolved: [
        {
          kind: "balance",
          subject: "method memory",
          reason: expect.stringContaining("10.0 points apart") as string,
        },
      ],
      elapsedMs: 5,
    });
  });

  it("prints a table for people", async () => {
    const { stdout } = await runCommand(runPlan, ["--snapshot", "uneven.json"], FILES);
    expect(stdout).toContain("STEP  GUEST   NAME      NODES   REASON");
    expect(stdout).toContain("1     vm 100  guest100  a -> b");
    expect(stdout).toContain("1 migration (at least 1 is needed), about 5 min. Spread: memory 50.0 -> 10.0 points.");
  });

  it("does not speak of a bound where none is known", async () => {
    const waits = (full: number) => ({ pressure: { memory: { full, some: full } } });
    const hot = cluster({ a: { ...waits(40), guests: [10, 10] }, b: { ...waits(0), guests: [] } });
    const policy = { mode: "psi", psi: { nodes: { memory: { pressure_full: 20 } } } };
    const files = { "hot.json": encodeSnapshot(hot), "psi.json": policy };
    const argv = ["--snapshot", "hot.json", "--policy", "psi.json", "--html", "r.html"];
    const { stdout, written } = await runCommand(runPlan, argv, files);
    expect(stdout).toContain("1 migration, about ");
    expect(written.get("r.html")).toContain("<dd>1</dd>");
  });

  it("tells pending migrations by its exit code only when asked", async () => {
    const code = async (...argv: string[]): Promise<number> => (await runCommand(runPlan, argv, FILES)).code;
    expect(await code("--snapshot", "uneven.json", "--detailed-exitcode")).toBe(2);
    expect(await code("--snapshot", "even.json", "--detailed-exitcode")).toBe(0);
    expect(await code("--snapshot", "uneven.json")).toBe(0);
  });

  it("plans by the policy of a file", async () => {
    const argv = ["--snapshot", "uneven.json", "--policy", "lazy.json"];
    const { stdout } = await runCommand(runPlan, argv, FILES);
    expect(stdout).toContain("No migrations.");
  });

  it("plans the way to the placement of a target file, by guest or as a list", async () => {
    const files = { ...FILES, "t.json": { "101": "b" }, "list.json": [{ vmid: 101, from: "a", to: "b", step: 7 }] };
    for (const target of ["t.json", "list.json"]) {
      const argv = ["--snapshot", "uneven.json", "--target", target, "--json"];
      const { code, stdout } = await runCommand(runPlan, argv, files);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        migrations: [{ vmid: 101, from: "a", to: "b", step: 1, reason: "Goes to b, as the target says." }],
        movesLowerBound: 1,
        unresolved: [],
      });
    }
    const argv = ["--snapshot", "uneven.json", "--target", "t.json", "--detailed-exitcode"];
    expect((await runCommand(runPlan, argv, files)).code).toBe(2);
  });

  it("takes the document of a plan for a target, each guest going where its last migration does", async () => {
    const migrations = [
      { vmid: 101, from: "a", to: "a", step: 1 },
      { vmid: 101, from: "a", to: "b", step: 2 },
    ];
    const files = { ...FILES, "plan.json": { migrations, imbalance: {} }, "hex.json": { "0x65": "b" } };
    const argv = (target: string) => ["--snapshot", "uneven.json", "--target", target, "--json"];
    const { stdout } = await runCommand(runPlan, argv("plan.json"), files);
    expect(JSON.parse(stdout)).toMatchObject({ migrations: [{ vmid: 101, to: "b" }] });
    expect((await runCommand(runPlan, argv("hex.json"), files)).stderr).toContain(
      'The id of a guest is expected, found "0x65".',
    );
  });

  it("names every guest and node of a target file that the snapshot does not have", async () => {
    const files = { ...FILES, "t.json": { "101": "x", "999": "b", web: "b", "100": 7 }, "list.json": [{ vmid: 100 }] };
    const run = async (target: string) => runCommand(runPlan, ["--snapshot", "uneven.json", "--target", target], files);
    expect(await run("t.json")).toMatchObject({ code: 1, stdout: "" });
    expect((await run("t.json")).stderr.split("\n").slice(0, -1)).toEqual([
      "The target file t.json cannot be used.",
      '  ["100"]: The name of a node is expected, found 7.',
      '  ["web"]: The id of a guest is expected, found "web".',
      '  ["101"]: The snapshot has no node "x".',
      '  ["999"]: The snapshot has no guest 999.',
    ]);
    expect((await run("list.json")).stderr).toContain("[0].to: The name of a node is expected");
  });

  it("warns on stderr about what it leaves out", async () => {
    const files = { ...FILES, "p.json": { maintenance_nodes: ["x"] } };
    const argv = ["--snapshot", "even.json", "--policy", "p.json", "--json"];
    const { stdout, stderr } = await runCommand(runPlan, argv, files);
    expect(stderr).toMatch(/^Warning: maintenance_nodes names the node "x", which .* Its nodes are .*\.\n$/);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it.each([
    [[], "No endpoint is set."],
    [[], "--snapshot FILE works on a captured cluster instead."],
    [["--config", "gone.yaml"], "The configuration file gone.yaml cannot be read: ENOENT"],
    [["--config", "odd.json"], 'The provider has no attribute "endpont".'],
    [["--snapshot", "gone.json"], "The snapshot file gone.json cannot be read: ENOENT"],
    [["--snapshot", "broken.json"], "The snapshot file broken.json is not valid JSON"],
    [["--snapshot", "wrong.json"], "nodes: A list is expected"],
    [["--snapshot", "even.json", "--policy", "gone.json"], "The policy file gone.json cannot be read"],
    [["--snapshot", "even.json", "--policy", "broken.json"], "The policy file broken.json cannot be used."],
    [["--snapshot", "even.json", "--policy", "bad.json"], 'rules[0].nam: The policy has no attribute "nam".'],
    [["--snapshot", "even.json", "--verbose"], "--verbose"],
    [["even.json"], "even.json"],
  ])("called with %j fails with a message on stderr", async (argv, message) => {
    const files = {
      ...FILES,
      "broken.json": "{",
      "odd.json": { endpont: "pve1" },
      "wrong.json": { version: 1, guests: [] },
      "bad.json": { rules: [{ nam: "x" }] },
    };
    const { code, stdout, stderr } = await runCommand(runPlan, argv, files);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });
});
