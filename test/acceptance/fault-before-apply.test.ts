import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasBalance } from "../support/acceptance-balance.js";
import { expectErrors, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import {
  expectTruth,
  faultClis,
  moverCluster,
  moverEnvironment,
  onFaultStage,
  PINNED,
  pinnedCluster,
  reviewed,
} from "../support/acceptance-faults.js";
import { applyReport } from "../support/acceptance-json.js";
import { changesAskedOf, placesIn } from "../support/acceptance-stage.js";
import type { Stage } from "../support/acceptance-stage.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";

interface Refusal {
  readonly fault: FaultInput;
  readonly summary: string;
  readonly detail: readonly (string | RegExp)[];
}

/** Applies the saved plan under each fault in turn, which must move nobody, and then without any, which must move all. */
const expectRefusals = async (
  { ws, cluster }: Stage,
  refusals: readonly Refusal[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const before = placesIn(cluster);
  for (const { fault, summary, detail } of refusals) {
    const handle = cluster.addFault(fault);
    expectErrors(await applyReport(ws, { plan: "first", env }), { summary, detail });
    expect(changesAskedOf(cluster)).toEqual([]);
    expect(placesIn(cluster)).toEqual(before);
    expect(hasBalance(ws)).toBe(false);
    handle.remove();
    // The CLI wrote an empty state, beside which it would not take the same plan a second time.
    rmSync(ws.path("terraform.tfstate"));
  }
  const report = await applyReport(ws, { plan: "first", env });
  expect(report.exitCode, report.text).toBe(0);
  expectTruth(ws, cluster);
  expect(placesIn(cluster)).toEqual(PINNED);
  await expectNoChanges(ws, [], env);
};

describe.each(faultClis())("a fault between plan and apply on $label", (cli) => {
  it("moves nobody while the cluster is in trouble, and the same plan works when that is over", async () => {
    await onFaultStage(cli, pinnedCluster(), async (stage) => {
      stage.configure(reviewed());
      expectSuccess(await stage.ws.plan({ out: "first" }));
      await expectRefusals(stage, [
        { fault: { kind: "quorum-lost" }, summary: "Cluster Has No Quorum", detail: ["nothing was moved", "pvecm"] },
        {
          fault: { kind: "node-down", node: "pve2" },
          summary: "Plan Is Stale",
          detail: ["guest 101", "pve2 is offline", "Nothing was moved"],
        },
      ]);
    });
  });

  it("moves nobody while rights are missing, and names the command that grants them", async () => {
    await onFaultStage(cli, moverCluster(), async (stage) => {
      const env = moverEnvironment(stage.cluster);
      stage.configure(reviewed());
      expectSuccess(await stage.ws.plan({ out: "first", env }));
      const subject = "mover@pve";
      await expectRefusals(
        stage,
        [
          {
            fault: { kind: "privilege-dropped", subject, path: "/vms", privilege: "VM.Migrate" },
            summary: "Migration Is Blocked",
            detail: ["guest 101", "Grant VM.Migrate on /vms/101", "pveum acl modify"],
          },
          {
            fault: { kind: "privilege-dropped", subject, path: "/vms", privilege: "VM.Audit" },
            summary: "Guests May Be Hidden",
            detail: ["VM.Audit", "pveum acl modify"],
          },
          {
            fault: { kind: "token-revoked", token: "mover@pve!move" },
            summary: "Proxmox VE Authentication Failed",
            detail: ["invalid token value", "api_token"],
          },
        ],
        env,
      );
    });
  });
});
