import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { expectErrors, expectNoChanges } from "../support/acceptance-checks.js";
import {
  arrivalsIn,
  booked,
  expectTruth,
  fastProvider,
  faultClis,
  finishRun,
  onFaultStage,
  PINNED,
  pinnedCluster,
  reviewed,
} from "../support/acceptance-faults.js";
import { applyReport, reportOf } from "../support/acceptance-json.js";
import { hasBalance, literal } from "../support/acceptance-balance.js";
import { environmentFor, migrationsAskedOf, placesIn } from "../support/acceptance-stage.js";
import { prose } from "../support/cli-process.js";
import type { RunningCommand } from "../support/cli-process.js";
import type { Workspace } from "../support/terraform-cli.js";
import { withWorkspace } from "../support/terraform-cli.js";
import { send } from "../simulator/tests/client.js";

/** A guest travels for some seconds, so that what is done meanwhile meets it on the way. */
const slowCluster = () => {
  const cluster = pinnedCluster();
  return { ...cluster, nodes: cluster.nodes.map((node) => ({ ...node, linkBytesPerSecond: 32 * 2 ** 20 })) };
};

/** Starts an apply whose log of the provider can be waited for. */
const startApply = (ws: Workspace, env: Readonly<Record<string, string>> = {}): RunningCommand =>
  ws.start(["apply", "-auto-approve", "-json"], {
    env: { TF_LOG: undefined, TF_LOG_PATH: undefined, TF_LOG_PROVIDER: "INFO", ...env },
  });

const killProviders = (pids: string): void => {
  for (const pid of readFileSync(pids, "utf8").trim().split("\n")) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
};

describe.each(faultClis())("a process that is killed in the middle of an apply on $label", (cli) => {
  it.each(["the provider", "the CLI with its provider"])(
    "leaves nothing behind that the next apply stumbles over, when it is %s",
    async (victim) => {
      await onFaultStage(cli, slowCluster(), async (stage) => {
        const { ws, cluster, configure } = stage;
        configure(reviewed());
        const pids = ws.path("provider.pids");
        const apply = startApply(ws, { PROXLB_TEST_PIDS: pids });
        await apply.waitFor(/Migrating guest/);
        if (victim === "the provider") killProviders(pids);
        else apply.signalGroup("SIGKILL");
        const killed = await apply.result;
        expect(killed.exitCode).not.toBe(0);
        // The file stays where the CLI could not tidy up, but the lock itself went with the process.
        expect(existsSync(ws.path(".terraform.tfstate.lock.info"))).toBe(victim !== "the provider");
        if (victim === "the provider") expect(prose(killed)).toContain("Plugin did not respond");
        expect(migrationsAskedOf(cluster)).toEqual([101]);
        await vi.waitUntil(() => placesIn(cluster)[101] === "pve2", { timeout: 30_000 });
        await finishRun(stage);
        expect(booked(ws)).toEqual(["102 moved", "103 moved"]);
        expect(migrationsAskedOf(cluster)).toEqual([101, 102, 103]);
        expect(placesIn(cluster)).toEqual(PINNED);
      });
    },
  );

  it("does not keep the next apply from following what is still under way", async () => {
    await onFaultStage(cli, slowCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(literal('[{ vm_id = 101, to_node = "pve2" }, { vm_id = 102, to_node = "pve3" }]'));
      const apply = startApply(ws);
      await apply.waitFor(/Migrating guest/);
      apply.signalGroup("SIGKILL");
      await apply.result;
      await finishRun(stage);
      expect(booked(ws)[1]).toBe("102 moved");
      expect(migrationsAskedOf(cluster)).toEqual([101, 102]);
    });
  });
});

describe.each(faultClis())("two applies at once on $label", (cli) => {
  it("move nobody twice and both end well, whoever sends a guest first", async () => {
    await onFaultStage(cli, slowCluster(), async ({ ws, cluster, configure }) => {
      configure(reviewed());
      const env = { ...environmentFor(cluster), ...fastProvider() };
      await withWorkspace(
        cli,
        async (other) => {
          for (const file of ["main.tf", "ca.pem"]) other.write(ws.read(file), file);
          const reports = await Promise.all([applyReport(ws), applyReport(other)]);
          for (const { exitCode, text } of reports) expect(exitCode, text).toBe(0);
          for (const one of [ws, other]) {
            expectTruth(one, cluster);
            await expectNoChanges(one);
          }
          expect([...arrivalsIn(cluster)].sort()).toEqual([101, 102, 103]);
          expect(placesIn(cluster)).toEqual(PINNED);
        },
        { env },
      );
    });
  });

  it("do not fight over a guest: the later one waits for the other's migration, then refuses", async () => {
    await onFaultStage(cli, slowCluster(), async ({ ws, cluster, configure }) => {
      const listed = (target: string): string =>
        literal(`[{ vm_id = 101, from_node = "pve1", to_node = "${target}" }]`);
      configure(listed("pve2"));
      await withWorkspace(
        cli,
        async (other) => {
          other.write(ws.read("ca.pem"), "ca.pem");
          other.write(ws.read("main.tf").replace('"pve2"', '"pve3"'));
          const first = startApply(ws);
          await first.waitFor(/Migrating guest/);
          expectErrors(await applyReport(other), {
            summary: "Plan Is Stale",
            detail: ["guest 101", "from pve1 to pve3", "It is on pve2 now", "Nothing was moved"],
          });
          expect((await first.result).exitCode).toBe(0);
          expect(booked(ws)).toEqual(["101 moved"]);
          expect(hasBalance(other)).toBe(false);
          expect(arrivalsIn(cluster)).toEqual([101]);
          await expectNoChanges(ws);
        },
        { env: { ...environmentFor(cluster), ...fastProvider() } },
      );
    });
  });
});

describe.each(faultClis())("a migration that somebody stops on $label", (cli) => {
  it("is reported with the words of its task, and the next apply makes up for it", async () => {
    await onFaultStage(cli, slowCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(reviewed());
      const apply = startApply(ws);
      await apply.waitFor(/Migrating guest/);
      const task = cluster.state().tasks.find(({ type }) => type === "qmigrate");
      await send(cluster, `/nodes/pve1/tasks/${task?.upid ?? ""}`, { method: "DELETE" });
      expectErrors(reportOf(await apply.result), {
        summary: "Migration Failed",
        detail: ["guest 101", "interrupted by signal", "0 of 3"],
      });
      expect(booked(ws)).toEqual(["101 failed", "102 not started", "103 not started"]);
      await finishRun(stage);
      expect(placesIn(cluster)).toEqual(PINNED);
    });
  });
});
