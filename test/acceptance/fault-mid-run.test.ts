import { describe, expect, it } from "vitest";
import { applyReport } from "../support/acceptance-json.js";
import { expectErrors } from "../support/acceptance-checks.js";
import {
  BEFORE_SECOND,
  booked,
  expectTruth,
  faultClis,
  finishRun,
  MIDWAY,
  onFaultStage,
  PINNED,
  pinnedCluster,
  reviewed,
} from "../support/acceptance-faults.js";
import { placesIn } from "../support/acceptance-stage.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";
import type { Simulator } from "../simulator/src/start-simulator.js";

interface Scenario {
  readonly what: string;
  readonly fault: FaultInput;
  readonly policy?: string;
  readonly summary: string;
  readonly detail: readonly (string | RegExp)[];
  readonly booked: readonly string[];
  readonly movedByOthers?: readonly number[];
  /** Makes good again what does not end with the fault. */
  readonly repair?: (cluster: Simulator) => void;
}

const SCENARIOS: readonly Scenario[] = [
  {
    what: "somebody moves the next guest",
    fault: { kind: "guest", vmid: 102, change: { kind: "move", to: "pve5" }, when: MIDWAY },
    summary: "Plan Is Stale",
    detail: ["guest 102", "It is on pve5 now", "No further migration was started"],
    booked: ["101 moved", "102 not started", "103 not started"],
    movedByOthers: [102],
  },
  {
    what: "a backup locks the next guest",
    fault: { kind: "guest", vmid: 102, change: { kind: "lock", lock: "backup" }, when: MIDWAY },
    summary: "Plan Is Stale",
    detail: ["guest 102", "It is locked (backup)"],
    booked: ["101 moved", "102 not started", "103 not started"],
    repair: (cluster) => {
      cluster.addFault({ kind: "guest", vmid: 102, change: { kind: "lock", lock: null } });
    },
  },
  {
    what: "a backup locks the next guest just before it is sent",
    fault: { kind: "guest", vmid: 102, change: { kind: "lock", lock: "backup" }, when: BEFORE_SECOND },
    summary: "Migration Failed",
    detail: ["guest 102", "pve1 to pve3", "locked (backup)", "1 of 3"],
    booked: ["101 moved", "102 failed", "103 not started"],
    repair: (cluster) => {
      cluster.addFault({ kind: "guest", vmid: 102, change: { kind: "lock", lock: null } });
    },
  },
  {
    what: "a migration stops going on",
    fault: { kind: "migration-hangs", vmid: 102 },
    policy: 'migration_timeout = "2m"',
    summary: "Migration Failed",
    detail: ["guest 102", "within 120 s (`migration_timeout`)", "It was stopped", "interrupted by signal"],
    booked: ["101 moved", "102 failed", "103 not started"],
  },
  {
    what: "the cluster loses its quorum just before the next guest is sent",
    fault: { kind: "quorum-lost", when: BEFORE_SECOND },
    summary: "Migration Failed",
    detail: ["guest 102", "no quorum"],
    booked: ["101 moved", "102 failed", "103 not started"],
  },
  {
    what: "the cluster loses its quorum while a guest is on its way",
    fault: { kind: "quorum-lost", when: MIDWAY },
    summary: "Cluster Has No Quorum",
    detail: ["no further migration was started", "pvecm status"],
    booked: ["101 moved", "102 not started", "103 not started"],
  },
];

describe.each(faultClis())("a run that meets a fault on $label", (cli) => {
  it.each(SCENARIOS)("tells the truth and is taken up again when $what", async (scenario) => {
    await onFaultStage(cli, pinnedCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(reviewed(scenario.policy));
      const fault = cluster.addFault(scenario.fault);
      const { summary, detail } = scenario;
      expectErrors(await applyReport(ws), { summary, detail, address: "proxlb_balance.this" });
      expect(booked(ws)).toEqual(scenario.booked);
      expectTruth(ws, cluster, scenario.movedByOthers);
      fault.remove();
      scenario.repair?.(cluster);
      await finishRun(stage);
      expect(placesIn(cluster)).toEqual(PINNED);
    });
  });
});
