import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, describe, expect, it } from "vitest";
import { runApply } from "../../../provider/src/cli/apply.js";
import { runBestNode } from "../../../provider/src/cli/best-node.js";
import type { CliIo } from "../../../provider/src/cli/cli-io.js";
import { runMigrate } from "../../../provider/src/cli/migrate.js";
import { runPlan } from "../../../provider/src/cli/plan.js";
import { encodeSnapshot } from "../../../provider/src/planning/model/encode-snapshot.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { clusterOf, node, vm } from "../../support/acceptance-clusters.js";
import { changesAskedOf, environmentFor } from "../../support/acceptance-stage.js";
import { runCommand } from "../../support/cli-run.js";
import type { CliRun } from "../../support/cli-run.js";
import { cluster as snapshotOf } from "../../support/snapshot-builders.js";

interface Bench {
  readonly cluster: Simulator;
  readonly run: (
    command: (argv: readonly string[], io: CliIo) => Promise<number>,
    argv: readonly string[],
    files?: Readonly<Record<string, unknown>>,
  ) => Promise<CliRun>;
}

/** Guest 102 uses a device of its node, unless the guests are others. */
async function setBench(change: Partial<ClusterInput> = {}): Promise<Bench> {
  const guests = [vm(101, "pve1", 4), vm(102, "pve1", 4, { config: { hostpci0: "0000:01:00.0" } })];
  const cluster = await startSimulator({
    cluster: clusterOf(
      ["pve1", "pve2", "pve3"].map((name) => node(name)),
      guests,
      change,
    ),
    plainHttp: true,
  });
  onTestFinished(() => cluster.stop());
  return {
    cluster,
    run: (command, argv, files = {}) => runCommand(command, argv, files, { env: environmentFor(cluster) }),
  };
}

describe("proxlb migrate", () => {
  it("says with --dry-run that a guest can move, and moves nobody", async () => {
    const { cluster, run } = await setBench();
    const { code, stdout, stderr } = await run(runMigrate, ["101", "pve2", "--dry-run", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ dryRun: true, executed: [], problems: [] });
    expect(stderr).toMatch(/\nGuest 101 \(vm101\) can move from pve1 to pve2; nothing was moved\.\n$/);
    expect((await run(runMigrate, ["101", "pve1", "--dry-run"])).stderr).toContain("is on pve1 already");
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it.each([[["102", "pve2", "--dry-run"]], [["102", "pve2"]]])("says why a guest cannot move: %s", async (argv) => {
    const { cluster, run } = await setBench();
    const { code, stderr } = await run(runMigrate, argv);
    expect(code).toBe(1);
    expect(stderr).toContain("guest 102 (vm102) from pve1 to pve2. The guest uses devices of its node: hostpci0.");
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it.each([[["101", "pve9", "--dry-run"]], [["101", "pve9"]]])(
    "names the nodes when there is none like it: %s",
    async (argv) => {
      const { cluster, run } = await setBench();
      const { code, stderr } = await run(runMigrate, argv);
      expect(code).toBe(1);
      expect(stderr).toContain('The cluster has no node "pve9"; its nodes are pve1, pve2, pve3.');
      expect(changesAskedOf(cluster)).toEqual([]);
    },
  );
});

describe("proxlb migrate --dry-run on a captured cluster", () => {
  it("judges by rules and room", async () => {
    const folder = mkdtempSync(join(tmpdir(), "proxlb-captured-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, "s.json");
    const guests = [{ used: 10, tags: ["plb_pin_a"] }, { used: 20 }];
    writeFileSync(file, JSON.stringify(encodeSnapshot(snapshotOf({ a: { guests }, b: { guests: [] } }))));
    const attempt = (vmid: string) => runCommand(runMigrate, [vmid, "b", "--dry-run", "--snapshot", file]);
    expect(await attempt("100")).toMatchObject({ code: 1, stderr: expect.stringContaining("plb_pin_a") as string });
    expect(await attempt("101")).toMatchObject({ code: 0, stderr: expect.stringContaining("from a to b") as string });
  });
});

describe("proxlb apply --plan with --dry-run", () => {
  it.each([
    { vmid: 101, code: 0, reason: "" },
    { vmid: 102, code: 1, reason: "hostpci0" },
  ])("checks the plan and ends with $code for guest $vmid", async ({ vmid, code, reason }) => {
    const { cluster, run } = await setBench();
    const files = { "plan.json": { migrations: [{ vmid, from: "pve1", to: "pve2", step: 1 }] } };
    const result = await run(runApply, ["--plan", "plan.json", "--dry-run"], files);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(reason);
    expect(result.stdout.includes("Nothing stands against it; nothing was moved.")).toBe(code === 0);
    expect(changesAskedOf(cluster)).toEqual([]);
  });
});

describe("proxlb best-node --storage", () => {
  const size = ["--cpu-cores", "2", "--memory-mib", "1024", "--disk-gib", "50"];

  it("passes over nodes that do not have the storage, or not the room, and says so", async () => {
    const guests = [vm(101, "pve1", 4), vm(102, "pve2", 8), vm(103, "pve3", 12)];
    const storages = [
      { name: "ceph", type: "rbd", size: "20TiB" },
      { name: "fast", type: "lvmthin", size: "1TiB", nodes: ["pve2", "pve3"], perNode: { pve2: { used: "1000GiB" } } },
    ];
    const { run } = await setBench({ guests, storages });
    expect((await run(runBestNode, size)).stdout).toBe("pve1\n");
    const { code, stdout, stderr } = await run(runBestNode, [...size, "--storage", "fast"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "pve3\n" });
    expect(stderr).toContain("pve1 does not have the storage fast.");
    expect(stderr).toContain("The storage fast on pve2 has 24.0 GiB free, 50.0 GiB are needed.");
    expect(await run(runBestNode, [...size, "--storage", "slow"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The cluster shows no storage "slow". Its storages are ceph, fast;') as string,
    });
  });

  it("passes over nodes whose storage takes no disks of such a guest", async () => {
    const guests = [vm(101, "pve1", 4)];
    const storages = [
      { name: "ceph", type: "rbd", size: "20TiB" },
      { name: "own", type: "dir", size: "1TiB", content: ["rootdir"] },
    ];
    const { run } = await setBench({ guests, storages });
    const ask = (type: string) => run(runBestNode, [...size, "--storage", "own", "--type", type]);
    expect(await ask("ct")).toMatchObject({ code: 0, stdout: "pve2\n" });
    const { code, stderr } = await ask("vm");
    expect(code).toBe(1);
    expect(stderr).toContain('its content lacks "images"');
  });

  it("says on a captured cluster without storages that none can be heeded", async () => {
    const files = { "s.json": encodeSnapshot(snapshotOf({ a: { guests: [10] } })) };
    const argv = ["--snapshot", "s.json", ...size, "--storage", "fast"];
    expect(await runCommand(runBestNode, argv, files)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("--storage cannot be heeded") as string,
    });
  });
});

describe("proxlb best-node --make-room", () => {
  const size = ["--cpu-cores", "2", "--memory-mib", String(45 * 1024), "--make-room"];
  const device = { config: { hostpci0: "0000:01:00.0" } };

  it("leaves guests alone that Proxmox would not migrate", async () => {
    const guests = [vm(101, "pve1", 24, device), vm(102, "pve2", 26), vm(103, "pve3", 34)];
    const { cluster, run } = await setBench({ guests });
    const { code, stdout } = await run(runBestNode, [...size, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      node: "pve2",
      migrations: [{ vmid: 102, from: "pve2", to: "pve1", step: 1 }],
    });
    expect(changesAskedOf(cluster)).toEqual([]);
  });

  it("finds no node where nobody could make room", async () => {
    const guests = [vm(101, "pve1", 24, device), vm(102, "pve2", 26, device), vm(103, "pve3", 34, device)];
    const { run } = await setBench({ guests });
    expect(await run(runBestNode, size)).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("No node can take the guest.") as string,
    });
  });
});

describe("what other providers make of a moved guest", () => {
  const plan = (type?: string) => ({ migrations: [{ vmid: 101, from: "pve1", to: "pve2", step: 1, type }] });
  const files = {
    "target.json": { 101: "pve2" },
    "vm.json": plan("vm"),
    "any.json": plan(),
    "stay.json": { 101: "pve1" },
  };
  const size = ["--cpu-cores", "2", "--memory-mib", String(60 * 1024)];
  const VM = "Warning: A VM of the bpg/proxmox provider must have";
  const CT = "A container of the bpg/proxmox provider";

  it.each([
    ["migrate", runMigrate, ["101", "pve2", "--dry-run"]],
    ["apply --plan", runApply, ["--plan", "vm.json", "--dry-run"]],
    ["plan --target", runPlan, ["--target", "target.json"]],
    ["best-node --make-room", runBestNode, [...size, "--make-room"]],
  ])("is told by %s", async (_, command, argv) => {
    const guests = [vm(101, "pve1", 4), vm(102, "pve2", 4), vm(103, "pve3", 4)];
    const { stderr } = await (await setBench({ guests })).run(command, argv, files);
    expect(stderr).toContain(VM);
    expect(stderr).not.toContain(CT);
  });

  it("is told of both types of guests where a saved plan names none", async () => {
    const { stderr } = await (await setBench()).run(runApply, ["--plan", "any.json", "--dry-run"], files);
    expect(stderr).toMatch(new RegExp(`${VM}.*${CT}`));
  });

  it.each([
    ["stays where it is", runMigrate, ["101", "pve1", "--dry-run"]],
    ["needs no room made", runBestNode, ["--cpu-cores", "2", "--memory-mib", "1024", "--make-room"]],
    ["is where the target wants it", runPlan, ["--target", "stay.json"]],
  ])("is not told of a guest that %s", async (_, command, argv) => {
    expect((await (await setBench()).run(command, argv, files)).stderr).not.toContain("bpg");
  });
});

describe("proxlb plan", () => {
  it("warns of migrations that would be stopped on their way", async () => {
    const { run } = await setBench();
    const files = { "p.json": { maintenance_nodes: ["pve1"], migration_timeout: "1s" } };
    const { code, stderr } = await run(runPlan, ["--policy", "p.json"], files);
    expect(code).toBe(0);
    expect(stderr).toMatch(/stopped after 1s \(`migration_timeout`\).*: guest 101 \(vm101\) about \d+s\. Set/);
  });
});

describe("proxlb plan --target", () => {
  it("leaves out on a running cluster what Proxmox stands against, and says why", async () => {
    const { run } = await setBench();
    const files = { "target.json": { 101: "pve2", 102: "pve3" } };
    const { code, stdout } = await run(runPlan, ["--target", "target.json", "--json"], files);
    expect(code).toBe(0);
    const plan = JSON.parse(stdout) as { migrations: readonly { vmid: number }[]; unresolved: readonly unknown[] };
    expect(plan.migrations.map(({ vmid }) => vmid)).toEqual([101]);
    expect(JSON.stringify(plan.unresolved)).toContain("The guest uses devices of its node: hostpci0.");
  });

  it("warns of migrations that would be stopped on their way", async () => {
    const { run } = await setBench();
    const files = { "target.json": { 101: "pve2" }, "p.json": { migration_timeout: "1s" } };
    const { stderr } = await run(runPlan, ["--target", "target.json", "--policy", "p.json"], files);
    expect(stderr).toMatch(/stopped after 1s \(`migration_timeout`\).*: guest 101 \(vm101\)/);
  });
});
