import { describe, expect, it } from "vitest";
import { balanceInState, BARE, hasBalance, literal, REVIEWED, saveBalancePlan } from "../support/acceptance-balance.js";
import { applyAndSettle, expectErrors, expectSuccess } from "../support/acceptance-checks.js";
import { clusterOf, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

/** What keeps each of these guests of pve1 from going to pve2, in Proxmox's own terms. */
const blockedCluster = () =>
  clusterOf(
    [node("pve1", { bridges: ["vmbr0", "vmbr7"] }), node("pve2"), node("pve3", { memory: "16GiB" })],
    [
      vm(101, "pve1", 8, { config: { hostpci0: "0000:01:00.0" } }),
      vm(102, "pve1", 8, { config: { net0: "virtio=BC:24:11:00:00:01,bridge=vmbr7" } }),
      vm(103, "pve1", 8, { disks: [{ storage: "only-here", size: "16GiB" }] }),
    ],
    {
      storages: [
        { name: "ceph", type: "rbd", size: "20TiB" },
        { name: "only-here", type: "zfspool", size: "1TiB", nodes: ["pve1"] },
      ],
    },
  );

const REASONS = { 101: "hostpci0", 102: "vmbr7", 103: "only-here" };

/** A user whom an entry of its own keeps from seeing one guest. */
const shortSighted = () =>
  tiltedCluster({
    users: [{ id: "half@pve", tokens: [{ id: "plan" }] }],
    acl: [
      { path: "/", subject: "half@pve", role: "Administrator" },
      { path: "/vms/102", subject: "half@pve", privileges: ["VM.Migrate"] },
    ],
  });

describe.each(findClis())("guests that cannot move on $label", (cli) => {
  it("are left out of what a balance plans, and refused all at once with the reasons where a list names them", async () => {
    await onStage(cli, blockedCluster(), async ({ ws, cluster, configure }) => {
      configure(`${REVIEWED}output "unresolved" {\n  value = data.proxlb_migration_plan.this.unresolved\n}\n`);
      const { outputs } = await applyAndSettle(ws);
      expect(balanceInState(ws)).toMatchObject({ migrations: [], executed: [], balanced: false });
      const told = JSON.stringify(outputs["unresolved"]);
      for (const [vmid, reason] of Object.entries(REASONS)) {
        expect(told).toContain(vmid);
        expect(told).toContain(reason);
      }
      const entries = [101, 102, 103].map((vmid) => `{ vm_id = ${vmid}, to_node = "pve2" }`);
      configure(literal(`[${entries.join(", ")}]`));
      expectErrors(await applyReport(ws), {
        summary: "Migration Is Blocked",
        address: "proxlb_balance.this",
        detail: Object.entries(REASONS).flatMap(([vmid, reason]) => [`guest ${vmid} (vm${vmid}) to pve2`, reason]),
      });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(new Set(Object.values(placesIn(cluster)))).toEqual(new Set(["pve1"]));
    });
  });

  it.each([
    ["reviewed", REVIEWED],
    ["bare", BARE],
  ])("are not moved past by a %s balance that cannot see them all", async (_form, configuration) => {
    await onStage(cli, shortSighted(), async ({ ws, cluster, configure }) => {
      const env = { PROXMOX_VE_ENDPOINT: cluster.url, PROXMOX_VE_API_TOKEN: cluster.token("plan") };
      configure(configuration);
      const report = await applyReport(ws, { env });
      expectErrors(report, {
        summary: "Guests May Be Hidden",
        detail: ["VM.Audit", "/vms", "pveum acl modify", "half@pve!plan"],
      });
      expect(hasBalance(ws)).toBe(false);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("keep a state that was made when all could be seen", async () => {
    await onStage(
      cli,
      tiltedCluster({ users: shortSighted().users, acl: shortSighted().acl?.slice(0, 1) }),
      async (stage) => {
        const { ws, cluster, configure } = stage;
        const env = { PROXMOX_VE_ENDPOINT: cluster.url, PROXMOX_VE_API_TOKEN: cluster.token("plan") };
        configure(BARE);
        expectSuccess(await ws.apply({ env }));
        const before = balanceInState(ws);
        const hidden = cluster.addFault({
          kind: "privilege-dropped",
          subject: "half@pve",
          path: "/vms",
          privilege: "VM.Audit",
        });
        expectErrors(await planReport(ws, { env }), { summary: "Guests May Be Hidden", detail: ["VM.Audit"] });
        expect(balanceInState(ws)).toEqual(before);
        hidden.remove();
        expect(await saveBalancePlan(ws, "next", [], env)).toMatchObject({ action: "update", runs: true });
      },
    );
  });
});
