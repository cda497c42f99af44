import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runApply } from "../../../provider/src/cli/apply.js";
import { runCli } from "../../../provider/src/cli/run-cli.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { tiltedCluster } from "../../support/acceptance-clusters.js";
import { changesAskedOf, environmentFor, migrationsAskedOf } from "../../support/acceptance-stage.js";
import { runCommand } from "../../support/cli-run.js";
import type { CliSurroundings } from "../../support/cli-run.js";

describe("proxlb apply", () => {
  let cluster: Simulator;

  beforeAll(async () => {
    cluster = await startSimulator({ cluster: tiltedCluster(), plainHttp: true });
  });

  afterAll(async () => {
    await cluster.stop();
  });

  const apply = (argv: readonly string[], files: Readonly<Record<string, unknown>>, more: CliSurroundings = {}) =>
    runCommand(runApply, argv, files, { env: environmentFor(cluster), ...more });

  it.each(["", "no", "y", "Yes"])("moves nobody when somebody answers %j", async (answer) => {
    const { code, stdout, stderr } = await apply([], {}, { answer });
    expect(code).toBe(1);
    expect(stdout).toContain("1 migration");
    expect(stderr).toMatch(/Move this guest\? Only "yes" is taken as agreement: Nothing was moved\.\n$/);
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it.each([
    ["a plan", [], /^(?:Warning: .*\n)*STEP +GUEST .*\n1 +vm 10\d [^]*\n1 migration .*\nMove this guest\? /],
    ["a saved plan", ["--plan", "plan.json"], /1\. guest 101 .*pve1 -> pve2\nMove this guest\? /],
  ])("shows %s on stderr before it asks, where stdout is for one document", async (_, argv, question) => {
    const files = { "plan.json": { migrations: [{ vmid: 101, from: "pve1", to: "pve2", step: 1 }] } };
    const { code, stdout, stderr } = await apply(["--json", ...argv], files, { answer: "no" });
    expect(code).toBe(1);
    expect(stderr).toMatch(question);
    expect(stderr).toMatch(/Nothing was moved\.\n$/);
    expect(JSON.parse(stdout)).toMatchObject({
      migrations: [{ to: "pve2" }],
      dryRun: false,
      executed: [],
      problems: [],
    });
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it("moves nobody while the policy disables balancing, saved plan or not", async () => {
    const files = {
      "p.json": { enabled: false },
      "plan.json": { migrations: [{ vmid: 101, from: "pve1", to: "pve2", step: 1 }] },
    };
    const planned = await apply(["--policy", "p.json", "--yes"], files);
    expect(planned).toMatchObject({ code: 0 });
    expect(planned.stderr).toContain("Balancing is disabled");
    const saved = await apply(["--policy", "p.json", "--plan", "plan.json", "--yes"], files);
    expect(saved).toMatchObject({ code: 1 });
    expect(saved.stderr).toContain("none of the migrations was started");
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it("says with --dry-run, too, that a saved plan is refused while the policy disables balancing", async () => {
    const files = {
      "p.json": { enabled: false },
      "plan.json": { migrations: [{ vmid: 101, from: "pve1", to: "pve2", step: 1 }] },
      "stale.json": { migrations: [{ vmid: 101, from: "pve1", to: "pve9", step: 1 }] },
    };
    const rehearse = (plan: string, ...more: string[]) =>
      apply(["--plan", plan, "--dry-run", "--json", ...more], files);
    const summariesIn = (stdout: string) =>
      (JSON.parse(stdout) as { problems: readonly { summary: string }[] }).problems.map(({ summary }) => summary);
    expect(await rehearse("plan.json")).toMatchObject({ code: 0 });
    const disabled = await rehearse("plan.json", "--policy", "p.json");
    expect(disabled.code).toBe(1);
    expect(disabled.stderr).toMatch(/^Balancing Is Disabled\. `enabled` is false .* none of these migrations/m);
    expect(summariesIn(disabled.stdout)).toEqual(["Balancing Is Disabled"]);
    const stale = await rehearse("stale.json", "--policy", "p.json");
    expect(summariesIn(stale.stdout)).toEqual(["Plan Is Stale", "Balancing Is Disabled"]);
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it("names everything that is wrong with a saved plan", async () => {
    const files = { "plan.json": { migrations: [{ vmid: 0, from: "pve1", to: 7, step: 0 }] }, "list.json": [] };
    const { code, stderr } = await apply(["--plan", "plan.json", "--yes"], files);
    expect(code).toBe(1);
    expect(stderr.split("\n").slice(0, -1)).toEqual([
      "The plan file plan.json cannot be used.",
      "  migrations[0].vmid: The id of a guest is expected, found 0.",
      "  migrations[0].to: The name of a node is expected, found 7.",
      "  migrations[0].step: A whole number of at least 1 is expected, found 0.",
    ]);
    expect((await apply(["--plan", "list.json", "--yes"], files)).stderr).toContain("The list of a plan is expected");
  });

  it("moves guests without asking where -y agrees", async () => {
    const ready = await startSimulator({ cluster: tiltedCluster(), plainHttp: true });
    try {
      const { code, stderr } = await runCommand(runApply, ["-y"], {}, { env: environmentFor(ready) });
      expect(code).toBe(0);
      expect(stderr).not.toContain("Only");
      expect(stderr).toContain("1 of 1 guest was moved.");
      expect(migrationsAskedOf(ready)).toHaveLength(1);
    } finally {
      await ready.stop();
    }
  });

  it("prints the state of a ProxLB cycle by name, with the id where several guests share one", async () => {
    const description = tiltedCluster();
    const guests = (description.guests ?? []).map((guest) => ({ ...guest, name: "web", tags: ["plb_affinity_x"] }));
    const twins = await startSimulator({ cluster: { ...description, guests }, plainHttp: true });
    try {
      const { stdout } = await runCommand(
        (argv, io) => runCli(argv, "1.2.3", io),
        ["-d", "-j"],
        {},
        { env: environmentFor(twins) },
      );
      expect(JSON.parse(stdout)).toMatchObject({
        groups: {
          affinity: { plb_affinity_x: { counter: 2, guests: ["web (101)", "web (102)"], used_nodes: ["pve1"] } },
        },
        guests: { "web (101)": { id: 101, type: "vm", node_current: "pve1", affinity_groups: ["plb_affinity_x"] } },
        nodes: { pve1: { name: "pve1", maintenance: false } },
        executed: [],
      });
    } finally {
      await twins.stop();
    }
  });
});
