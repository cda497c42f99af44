import { describe, expect, it } from "vitest";
import type { ShownMigration } from "../support/acceptance-balance.js";
import { literal, routes } from "../support/acceptance-balance.js";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, evenCluster, lopsidedCluster, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { generateCluster } from "../simulator/src/description/generate-cluster.js";

interface ShownPlanning {
  readonly migrations: readonly (ShownMigration & {
    readonly type: string;
    readonly memory_mib: number;
    readonly local_disk_gib: number;
    readonly estimated_seconds: number;
    readonly downtime: boolean;
  })[];
  readonly balanced: boolean;
  readonly imbalance_before: Readonly<Record<string, number>>;
  readonly imbalance_after: Readonly<Record<string, number>>;
  readonly violations_before: number;
  readonly violations_after: number;
  readonly unresolved: readonly { readonly kind: string; readonly subject: string; readonly reason: string }[];
  readonly moves_lower_bound: number;
  readonly effective_policy: Readonly<Record<string, unknown>>;
  readonly digest: string;
  readonly markdown: string;
}

const output = (name: string): string => `output "${name}" {\n  value = data.proxlb_migration_plan.${name}\n}\n`;

const GIB = 2 ** 30;

/** The cluster of `lopsidedCluster`, as a file. */
const snapshot = {
  version: 1,
  nodes: ["pve1", "pve2", "pve3"].map((name) => ({ name, cpuCores: 32, memoryBytes: 64 * GIB })),
  guests: [101, 102, 103].map((vmid) => ({
    vmid,
    name: `vm${vmid}`,
    type: "vm",
    node: "pve1",
    cpuCores: 2,
    memoryBytes: 8 * GIB,
  })),
};

describe.each(findClis())("proxlb_migration_plan on $label", (cli) => {
  it("shows what would move and why, and what maintenance would change, without moving anybody", async () => {
    await onStage(cli, lopsidedCluster(), async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_migration_plan" "now" {}
data "proxlb_migration_plan" "drained" {
  assume_maintenance = ["pve1"]
}
data "proxlb_migration_plan" "patient" {
  policy = { balanciness = 60 }
}
data "proxlb_migration_plan" "broken" {
  policy = { rules = [{ name = "db", type = "anti-affinity", vm_ids = [101, 102] }], balanciness = 60 }
}
${["now", "drained", "patient", "broken"].map(output).join("")}`);
      const { outputs } = await applyAndSettle(ws);
      const now = outputs["now"] as ShownPlanning;
      // 8 GiB are 12.5 points of a node.
      expect(now).toMatchObject({
        balanced: false,
        imbalance_before: { memory: 37.5 },
        imbalance_after: { memory: 0 },
        violations_before: 0,
        violations_after: 0,
        unresolved: [],
        moves_lower_bound: 2,
      });
      expect(now.migrations.map(({ to_node }) => to_node).sort()).toEqual(["pve2", "pve3"]);
      expect(now.migrations[0]).toMatchObject({
        type: "vm",
        from_node: "pve1",
        memory_mib: 8192,
        local_disk_gib: 0,
        downtime: false,
      });
      for (const { reason, estimated_seconds } of now.migrations) {
        expect(reason).toMatch(/pve1.*\.$/);
        expect(estimated_seconds).toBeGreaterThan(0);
      }
      expect(now.effective_policy).toMatchObject({
        methods: ["memory"],
        balanciness: 10,
        balanciness_target: 8,
        live: true,
      });
      expect(now.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(now.markdown).toContain("**2 migrations planned.**");
      for (const { vm_id, name, to_node } of now.migrations)
        expect(now.markdown).toContain(`| ${vm_id} ${name ?? ""} | pve1 → ${to_node} |`);

      const drained = outputs["drained"] as ShownPlanning;
      expect(drained.migrations.map(({ vm_id }) => vm_id).sort()).toEqual([101, 102, 103]);
      expect(drained.migrations.map(({ to_node }) => to_node)).not.toContain("pve1");
      expect(drained.digest).not.toBe(now.digest);

      expect(outputs["patient"]).toMatchObject({ balanced: true, migrations: [], moves_lower_bound: 0 });
      expect((outputs["patient"] as ShownPlanning).markdown).toContain("**No migrations needed.**");
      expect(outputs["broken"]).toMatchObject({ balanced: false, violations_before: 1, violations_after: 0 });
      expect((outputs["broken"] as ShownPlanning).migrations).toHaveLength(1);
      expect(changesAskedOf(cluster)).toEqual([]);

      configure('data "proxlb_migration_plan" "this" {\n  assume_maintenance = ["pve1", "pve7"]\n}');
      expectErrors(await planReport(ws), {
        summary: "Unknown Node",
        code: "assume_maintenance",
        detail: ['"pve7"', "pve1, pve2, pve3"],
      });
    });
  });

  it("empties nodes that are in maintenance, and says who has to stay", async () => {
    const cluster = clusterOf(
      [node("pve1", { maintenance: true }), node("pve2"), node("pve3")],
      [
        vm(101, "pve1", 4),
        vm(102, "pve1", 4, { tags: ["plb_pin_pve1"] }),
        vm(103, "pve1", 4, { tags: ["plb_ignore_me"] }),
        vm(104, "pve1", 4, { lock: "backup" }),
      ],
    );
    await onStage(cli, cluster, async ({ ws, configure }) => {
      configure(`data "proxlb_migration_plan" "now" {}\n${output("now")}`);
      const { outputs } = await applyAndSettle(ws);
      const now = outputs["now"] as ShownPlanning;
      expect(routes(now.migrations)).toEqual(["101: pve1 -> pve2"]);
      expect(now.migrations[0]?.reason).toMatch(/maintenance/);
      expect(now.balanced).toBe(false);
      const kept = now.unresolved.map(({ subject, reason }) => `${subject} ${reason}`).join("\n");
      for (const vmid of ["102", "103", "104"]) expect(kept).toContain(vmid);
      expect(kept).toMatch(/backup/);
    });
  });

  it("plans on a captured snapshot without any network, and executes nothing there", async () => {
    const provider = 'provider "proxlb" {\n  snapshot_file = "cluster.json"\n}\n';
    const planning = `data "proxlb_migration_plan" "now" {}\n${output("now")}data "proxlb_best_node" "new" {\n  cpu_cores = 1\n  memory_mib = 512\n}\n`;
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, cluster, configure }) => {
        ws.write(JSON.stringify(snapshot), "cluster.json");
        configure(planning);
        const { outputs } = await applyAndSettle(ws);
        const now = outputs["now"] as ShownPlanning;
        expect(now.migrations).toHaveLength(2);
        expect(now).toMatchObject({ imbalance_before: { memory: 37.5 }, imbalance_after: { memory: 0 } });

        configure(literal('[{ vm_id = 101, to_node = "pve2" }]'));
        expectErrors(await applyReport(ws), {
          summary: "Nothing Can Be Executed",
          address: "proxlb_balance.this",
          detail: ["snapshot_file", "endpoint"],
        });

        ws.write(JSON.stringify({ ...snapshot, guests: [{ vmid: "x", colour: "red" }] }), "cluster.json");
        configure(planning);
        const broken = await planReport(ws);
        expect(broken.exitCode).toBe(1);
        for (const { summary, detail } of broken.errors) {
          expect(summary).toBe("Invalid Snapshot File");
          expect(detail).toMatch(/cluster\.json.*guests\[0\]/s);
        }
        expect(broken.errors).toHaveLength(2);
        expect(cluster.requests()).toEqual([]);
      },
      { provider },
    );
  });

  it("reads clusters of Proxmox VE 8 with their HA groups", async () => {
    const old = clusterOf(
      [node("pve1"), node("pve2"), node("pve3")],
      [vm(101, "pve1", 4, { ha: { group: "left" } }), vm(102, "pve1", 4)],
      {
        version: "8.4.5",
        // A clock that stands still, or the HA manager would move the guest where it belongs before anybody asks.
        clock: { mode: "manual" },
        ha: { groups: [{ group: "left", nodes: "pve2,pve3", restricted: true }] },
      },
    );
    await onStage(cli, old, async ({ ws, configure }) => {
      configure(`data "proxlb_migration_plan" "now" {}\n${output("now")}`);
      const { outputs } = await applyAndSettle(ws);
      const now = outputs["now"] as ShownPlanning;
      expect(now).toMatchObject({ violations_before: 1, violations_after: 0 });
      expect(routes(now.migrations)).toEqual(["101: pve1 -> pve2"]);
    });
  });

  it("needs at most six requests for 1,000 guests on 20 nodes, besides one about each guest that it would move", async () => {
    await onStage(
      cli,
      generateCluster({ nodes: 20, guests: 1000, hotspotShare: 0.1 }),
      async ({ ws, cluster, configure }) => {
        configure(`data "proxlb_migration_plan" "now" {}\n${output("now")}`);
        const report = await planReport(ws);
        expect(report.exitCode, report.text).toBe(0);
        const requests = cluster.requests().map(({ method, path }) => `${method} ${path}`);
        // About a guest that would move, or about the bridges, the version and the processor of a node that it would leave or reach.
        const isPrecheck = (request: string): boolean =>
          /^GET \/nodes\/[^/]+\/((qemu|lxc)\/\d+\/(migrate|config)|network|status)$/.test(request);
        const reads = requests.filter((request) => !isPrecheck(request));
        expect(reads.length, reads.join("\n")).toBeLessThanOrEqual(6);
        // What is costly is asked once, and only about guests that a plan would move.
        const prechecks = requests.filter(isPrecheck);
        expect(prechecks.length).toBeGreaterThan(0);
        expect(prechecks.length).toBeLessThan(200);
        expect(new Set(prechecks).size).toBe(prechecks.length);
      },
    );
  });
});
