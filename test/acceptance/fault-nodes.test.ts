import { describe, expect, it } from "vitest";
import { expectErrors, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import {
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
import { applyReport, planReport } from "../support/acceptance-json.js";
import type { Stage } from "../support/acceptance-stage.js";
import { placesIn } from "../support/acceptance-stage.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";

/** Nobody is on this node, and nobody has to go there. */
const ENTRY = "pve5";

const ONE_ENTRY = { simulator: { entryNodes: [ENTRY] } };

const TWO_ENTRIES = { simulator: { entryNodes: [ENTRY, "pve4"] } };

const entryDies = (when?: FaultInput["when"]): FaultInput => ({
  kind: "node-down",
  node: ENTRY,
  ...(when === undefined ? {} : { when }),
});

const bothEntries = ({ ws, cluster }: Stage): void => {
  const endpoints = JSON.stringify(Object.values(cluster.urls));
  ws.write(`provider "proxlb" {\n  endpoints = ${endpoints}\n  ca_certificate = file("ca.pem")\n}\n${reviewed()}`);
};

/** Plans and applies separately, so that something can happen at each moment. */
const MOMENTS: readonly { readonly when: string; readonly plan?: FaultInput; readonly apply?: FaultInput }[] = [
  { when: "before planning", plan: entryDies() },
  { when: "while planning", plan: entryDies({ beforeRequest: { entryNode: ENTRY }, nth: 4 }) },
  { when: "between plan and apply", apply: entryDies() },
  { when: "in the middle of the run", apply: entryDies(MIDWAY) },
];

describe.each(faultClis())("a node that dies on $label", (cli) => {
  it.each(MOMENTS)("does not matter $when where it was only asked and another can be", async ({ plan, apply }) => {
    await onFaultStage(
      cli,
      pinnedCluster(),
      async (stage) => {
        const { ws, cluster } = stage;
        bothEntries(stage);
        if (plan !== undefined) cluster.addFault(plan);
        expectSuccess(await ws.plan({ out: "first" }));
        if (apply !== undefined) cluster.addFault(apply);
        const report = await applyReport(ws, { plan: "first" });
        expect(report.exitCode, report.text).toBe(0);
        expect(cluster.state().nodes.find(({ name }) => name === ENTRY)?.online).toBe(false);
        expect(booked(ws)).toEqual(["101 moved", "102 moved", "103 moved"]);
        expectTruth(ws, cluster);
        await expectNoChanges(ws);
      },
      { ...TWO_ENTRIES, env: { PROXMOX_VE_ENDPOINT: undefined } },
    );
  });

  it("keeps the truth in the state where it was the only one to ask, and nothing is moved twice afterwards", async () => {
    await onFaultStage(
      cli,
      pinnedCluster(),
      async (stage) => {
        const { ws, cluster, configure } = stage;
        configure(reviewed());
        const fault = cluster.addFault(entryDies(MIDWAY));
        expectErrors(await applyReport(ws), {
          summary: "Migration Left Running",
          detail: ["guest 101", "may still carry it out", "UPID:pve1:", cluster.url],
        });
        expect(booked(ws)).toEqual(["101 left running", "102 not started", "103 not started"]);
        expectErrors(
          await planReport(ws),
          { summary: "Proxmox VE Unreachable", detail: [cluster.url] },
          {
            summary: "Proxmox VE Unreachable",
            detail: [cluster.url],
          },
        );
        fault.remove();
        // The cluster itself went on meanwhile.
        expect(placesIn(cluster)[101]).toBe("pve2");
        await finishRun(stage);
        expect(placesIn(cluster)).toEqual(PINNED);
      },
      ONE_ENTRY,
    );
  });

  it("fails the migration that was going there, the next plan leaves it out until the node is back", async () => {
    await onFaultStage(
      cli,
      pinnedCluster(),
      async (stage) => {
        const { ws, cluster, configure } = stage;
        configure(reviewed());
        const fault = cluster.addFault({ kind: "node-down", node: "pve2", when: MIDWAY });
        expectErrors(await applyReport(ws), { summary: "Migration Failed", detail: ["guest 101", "migrate failure"] });
        expect(booked(ws)).toEqual(["101 failed", "102 not started", "103 not started"]);
        await finishRun(stage);
        expect(booked(ws)).toEqual(["102 moved", "103 moved"]);
        expect(placesIn(cluster)).toEqual({ ...PINNED, 101: "pve1" });
        fault.remove();
        await finishRun(stage);
        expect(placesIn(cluster)).toEqual(PINNED);
      },
      ONE_ENTRY,
    );
  });

  it("fails the migration that was leaving it, and its guests move when the node is back and they are unlocked", async () => {
    await onFaultStage(
      cli,
      pinnedCluster(),
      async (stage) => {
        const { ws, cluster, configure } = stage;
        configure(reviewed());
        const fault = cluster.addFault({ kind: "node-down", node: "pve1", when: MIDWAY });
        expectErrors(await applyReport(ws), {
          summary: "Migration Left Running",
          detail: ["guest 101", "could not be followed any longer", "No route to host"],
        });
        // Whoever was cut off from the node cannot know that the migration died with it.
        expect(booked(ws)).toEqual(["101 left running", "102 not started", "103 not started"]);
        fault.remove();
        await finishRun(stage);
        // Nobody was left to clean up after the migration, so its lock stays until somebody removes it (qm unlock).
        expect(placesIn(cluster)).toEqual({ ...PINNED, 101: "pve1" });
        expect(cluster.state().guests.find(({ vmid }) => vmid === 101)?.lock).toBe("migrate");
        cluster.addFault({ kind: "guest", vmid: 101, change: { kind: "lock", lock: null } });
        await finishRun(stage);
        expect(placesIn(cluster)).toEqual(PINNED);
      },
      ONE_ENTRY,
    );
  });
});
