import { describe, expect, it } from "vitest";
import { expectErrors, expectNoChanges } from "../support/acceptance-checks.js";
import {
  BEFORE_SECOND,
  booked,
  expectTruth,
  fastProvider,
  faultClis,
  finishRun,
  MIDWAY,
  moverCluster,
  moverEnvironment,
  onFaultStage,
  PINNED,
  PASSWORD_LOGIN,
  reviewed,
} from "../support/acceptance-faults.js";
import { applyReport } from "../support/acceptance-json.js";
import { placesIn } from "../support/acceptance-stage.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";

const MIB = 2 ** 20;

/** Half an hour per guest of 8 GiB, with what is written again while it moves. */
const SLOW_LINK = 4 * MIB;

/** Two hours pass in about two seconds. */
const LONG_SPEED = 4000;

const TICKET_LIFETIME_MS = 2 * 60 * 60 * 1000;

interface Loss {
  readonly what: string;
  readonly fault: FaultInput;
  readonly summary: string;
  readonly detail: readonly (string | RegExp)[];
  readonly booked: readonly string[];
}

const LOSSES: readonly Loss[] = [
  {
    what: "the right to migrate is taken away",
    fault: {
      kind: "privilege-dropped",
      subject: "mover@pve",
      path: "/vms/102",
      privilege: "VM.Migrate",
      when: BEFORE_SECOND,
    },
    summary: "Migration Failed",
    detail: ["guest 102", "Grant VM.Migrate on /vms/102", "pveum acl modify", "1 of 3"],
    booked: ["101 moved", "102 failed", "103 not started"],
  },
  {
    what: "guests are hidden from the user",
    fault: {
      kind: "privilege-dropped",
      subject: "mover@pve",
      path: "/vms",
      privilege: "VM.Audit",
      when: MIDWAY,
    },
    summary: "Migration Left Running",
    detail: ["guest 101", "The task ended well, but the guest does not exist any more, or it is hidden from the user"],
    booked: ["101 left running", "102 not started", "103 not started"],
  },
  {
    what: "the token is revoked",
    fault: { kind: "token-revoked", token: "mover@pve!move", when: MIDWAY },
    summary: "Migration Left Running",
    detail: ["guest 101", "may still carry it out", "UPID:pve1:", "invalid token"],
    booked: ["101 left running", "102 not started", "103 not started"],
  },
];

describe.each(faultClis())("a run that loses its rights on $label", (cli) => {
  it.each(LOSSES)("tells the truth and is taken up again when $what", async (loss) => {
    await onFaultStage(cli, moverCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      const env = moverEnvironment(cluster);
      configure(reviewed());
      const fault = cluster.addFault(loss.fault);
      expectErrors(await applyReport(ws, { env }), { summary: loss.summary, detail: loss.detail });
      expect(booked(ws)).toEqual(loss.booked);
      expectTruth(ws, cluster);
      fault.remove();
      await finishRun(stage, { env });
      expect(placesIn(cluster)).toEqual(PINNED);
    });
  });

  it("logs in again when every ticket is declared invalid on the way", async () => {
    await onFaultStage(cli, moverCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      const env = { PROXMOX_VE_ENDPOINT: cluster.url, ...PASSWORD_LOGIN };
      configure(reviewed());
      cluster.addFault({ kind: "tickets-expired", when: MIDWAY });
      const report = await applyReport(ws, { env });
      expect(report.exitCode, report.text).toBe(0);
      expect(booked(ws)).toEqual(["101 moved", "102 moved", "103 moved"]);
      expectTruth(ws, cluster);
      await expectNoChanges(ws, [], env);
    });
  });

  it("renews its ticket before it expires in a rebalance of more than two hours", async () => {
    const slow = moverCluster({ ticketLifetimeMs: TICKET_LIFETIME_MS / LONG_SPEED });
    const nodes = slow.nodes.map((node) => ({ ...node, linkBytesPerSecond: SLOW_LINK }));
    const description = { ...slow, nodes, clock: { mode: "accelerated" as const, speed: LONG_SPEED } };
    await onFaultStage(cli, description, async ({ ws, cluster, configure }) => {
      const env = { PROXMOX_VE_ENDPOINT: cluster.url, ...PASSWORD_LOGIN, ...fastProvider(LONG_SPEED) };
      configure(reviewed('migration_timeout = "6h"'));
      const startedAtMs = cluster.state().nowMs;
      const report = await applyReport(ws, { env });
      expect(report.exitCode, report.text).toBe(0);
      expect(cluster.state().nowMs - startedAtMs).toBeGreaterThan(TICKET_LIFETIME_MS);
      expect(booked(ws)).toEqual(["101 moved", "102 moved", "103 moved"]);
      expectTruth(ws, cluster);
      expect(cluster.requests().filter(({ status }) => status === 401)).toEqual([]);
      await expectNoChanges(ws, [], env);
    });
  });
});
