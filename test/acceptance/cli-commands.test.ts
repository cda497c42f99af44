import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evenCluster, lopsidedCluster, tiltedCluster } from "../support/acceptance-clusters.js";
import { changesAskedOf, migrationsAskedOf, placesIn } from "../support/acceptance-stage.js";
import type { CliResult } from "../support/cli-process.js";
import { elementsOf, parseHtml } from "../support/html-outline.js";
import { runProxlb, startProxlb } from "../support/proxlb-command.js";
import type { ClusterInput } from "../simulator/src/description/cluster-description.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { startSimulator } from "../simulator/src/start-simulator.js";

/** A simulated cluster, and the command line in a folder of its own. */
interface Bench {
  readonly cluster: Simulator;
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly proxlb: (...args: string[]) => Promise<CliResult>;
}

const withBench = async (description: ClusterInput, body: (bench: Bench) => Promise<void>): Promise<void> => {
  const cluster = await startSimulator({ cluster: description });
  const folder = mkdtempSync(join(tmpdir(), "proxlb-cli-"));
  const path = (name: string): string => join(folder, name);
  writeFileSync(path("ca.pem"), cluster.ca);
  const proxlb = (...args: string[]): Promise<CliResult> =>
    runProxlb(cluster, [...args, "--ca-certificate", "ca.pem"], { cwd: folder });
  try {
    await body({ cluster, folder, path, proxlb });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
};

const jsonOf = ({ stdout }: CliResult): unknown => JSON.parse(stdout);

describe("the command line on a running cluster", () => {
  it("looks without moving anybody: status, cluster, guests, plan, gate, best-node", async () => {
    await withBench(lopsidedCluster(), async ({ cluster, proxlb }) => {
      const status = await proxlb("status", "--json");
      expect(status).toMatchObject({ exitCode: 0 });
      expect(jsonOf(status)).toMatchObject({
        quorate: true,
        nodes: { total: 3, online: 3, maintenance: 0 },
        guests: { total: 3, running: 3 },
        balanced: false,
        pendingMigrations: 2,
      });
      expect((await proxlb("cluster")).stdout).toMatch(/^NODE +STATUS +MEMORY +CPU +DISK +GUESTS\npve1 +online/);
      expect((await proxlb("guests")).stdout).toMatch(/^101 +vm101 +vm +pve1 +running/m);
      const plan = await proxlb("plan", "--json", "--detailed-exitcode", "--markdown", "plan.md");
      expect(plan.exitCode).toBe(2);
      expect(jsonOf(plan)).toMatchObject({ migrations: [{ from: "pve1" }, { from: "pve1" }], unresolved: [] });
      const gate = await proxlb("gate", "--json");
      expect(gate.exitCode).toBe(2);
      expect(jsonOf(gate)).toMatchObject({
        passed: false,
        failures: [expect.stringContaining("Migrations pending: 2")],
      });
      const best = await proxlb("best-node", "--cpu-cores", "1", "--memory-mib", "1024");
      expect(best).toMatchObject({ exitCode: 0, stdout: "pve2\n" });
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("passes the gate on an even cluster, and within given limits on a tilted one", async () => {
    await withBench(evenCluster(), async ({ proxlb }) => {
      expect(await proxlb("gate")).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("The cluster passes.") as string,
      });
    });
    await withBench(tiltedCluster(), async ({ proxlb }) => {
      expect((await proxlb("gate", "--max-migrations", "1", "--max-imbalance", "30")).exitCode).toBe(0);
      expect((await proxlb("gate", "--max-migrations", "1", "--max-imbalance", "5")).exitCode).toBe(2);
    });
  });

  it("applies what it has shown, and has nothing to do the second time", async () => {
    await withBench(lopsidedCluster(), async ({ cluster, proxlb }) => {
      const dry = await proxlb("apply", "--dry-run", "--json");
      expect(dry.exitCode).toBe(0);
      expect(changesAskedOf(cluster)).toEqual([]);
      const unasked = await proxlb("apply");
      expect(unasked).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("Add --yes") as string });
      expect(changesAskedOf(cluster)).toEqual([]);

      const applied = await proxlb("apply", "--yes", "--json");
      expect(applied.exitCode).toBe(0);
      expect(jsonOf(applied)).toMatchObject({ executed: [{ result: "moved" }, { result: "moved" }], problems: [] });
      expect(applied.stderr).toContain("2 of 2 guests were moved.");
      expect(migrationsAskedOf(cluster)).toHaveLength(2);
      expect(Object.values(placesIn(cluster)).sort()).toEqual(["pve1", "pve2", "pve3"]);
      expect(await proxlb("apply", "--yes")).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("No migrations.") as string,
      });
    });
  });

  it("executes a saved plan exactly, and refuses it when the cluster has changed since", async () => {
    await withBench(tiltedCluster(), async ({ cluster, proxlb, path }) => {
      writeFileSync(path("plan.json"), (await proxlb("plan", "--json")).stdout);
      const { migrations } = JSON.parse(readFileSync(path("plan.json"), "utf8")) as { migrations: { vmid: number }[] };
      const vmid = migrations[0]?.vmid ?? 0;
      cluster.addFault({ kind: "guest", vmid, change: { kind: "lock", lock: "backup" } });
      const stale = await proxlb("apply", "--plan", "plan.json", "--yes", "--json");
      expect(stale.exitCode).toBe(1);
      expect(jsonOf(stale)).toMatchObject({
        executed: [{ vmid, result: "not started" }],
        problems: [{ summary: "Plan Is Stale" }],
      });
      expect(changesAskedOf(cluster)).toEqual([]);
      cluster.addFault({ kind: "guest", vmid, change: { kind: "lock", lock: null } });
      expect((await proxlb("apply", "--plan", "plan.json", "--yes")).exitCode).toBe(0);
      expect(migrationsAskedOf(cluster)).toEqual([vmid]);
    });
  });

  it("plans the same on what it has captured", async () => {
    await withBench(lopsidedCluster(), async ({ proxlb, folder }) => {
      expect((await proxlb("snapshot", "--output", "cluster.json")).exitCode).toBe(0);
      const live = jsonOf(await proxlb("plan", "--json")) as { migrations: unknown };
      const captured = await runProxlb(null, ["plan", "--snapshot", "cluster.json", "--json"], { cwd: folder });
      expect(captured.exitCode).toBe(0);
      expect((jsonOf(captured) as { migrations: unknown }).migrations).toEqual(live.migrations);
      const gate = await runProxlb(null, ["gate", "--snapshot", "cluster.json"], { cwd: folder });
      expect(gate.exitCode).toBe(2);
    });
  });

  it("writes a report for browsers and a table for a pull request", async () => {
    await withBench(lopsidedCluster(), async ({ proxlb, path }) => {
      expect((await proxlb("plan", "--html", "plan.html", "--markdown", "plan.md")).exitCode).toBe(0);
      // The bundle is read as ASCII, so anything else in it would come out garbled.
      expect(elementsOf(parseHtml(readFileSync(path("plan.html"), "utf8")), "td").map(({ text }) => text)).toContain(
        "pve1 → pve2",
      );
      expect(readFileSync(path("plan.md"), "utf8")).toMatch(/^\*\*2 migrations planned\.\*\*\n\n\| Step \|/);
    });
  });

  it("migrates one guest by hand with the checks of a plan", async () => {
    const kept = lopsidedCluster();
    const guests = (kept.guests ?? []).map((guest) =>
      guest.id === 102 ? { ...guest, tags: ["plb_pin_pve1"] } : guest,
    );
    await withBench({ ...kept, guests }, async ({ cluster, proxlb }) => {
      const moved = await proxlb("migrate", "101", "pve2", "--json");
      expect(moved.exitCode).toBe(0);
      expect(jsonOf(moved)).toMatchObject({ executed: [{ vmid: 101, from: "pve1", to: "pve2", result: "moved" }] });
      expect(placesIn(cluster)[101]).toBe("pve2");
      cluster.clearRequests();
      const pinned = await proxlb("migrate", "102", "pve3");
      expect(pinned).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("plb_pin_pve1") as string });
      expect(await proxlb("migrate", "103", "pve9")).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('no node "pve9"; its nodes are') as string,
      });
      expect(await proxlb("migrate", "999", "pve2")).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining("no guest 999") as string,
      });
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("stops gracefully at the first Ctrl-C: what runs goes on, nothing more is started", async () => {
    const slow = lopsidedCluster({ clock: { mode: "accelerated", speed: 1 } });
    await withBench(slow, async ({ cluster, folder }) => {
      writeFileSync(join(folder, "policy.json"), JSON.stringify({ max_parallel_migrations: { total: 1 } }));
      const args = ["apply", "--yes", "--json", "--policy", "policy.json", "--ca-certificate", "ca.pem"];
      const running = startProxlb(cluster, args, { cwd: folder });
      await running.waitFor(/Migrating guest/);
      running.signalGroup("SIGINT");
      const result = await running.result;
      expect(result.exitCode).toBe(1);
      expect(jsonOf(result)).toMatchObject({
        executed: [{ result: "left running" }, { result: "not started" }],
        problems: [{ summary: "Run Cancelled" }],
      });
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });
});
