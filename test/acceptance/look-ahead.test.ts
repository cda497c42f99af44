import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, evenCluster, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

/** pve3 is the emptiest node, but only pve1 and pve2 have the fast disks, and those of pve2 are nearly full. */
const withStorages = () =>
  clusterOf([node("pve1"), node("pve2"), node("pve3")], [vm(101, "pve1", 16), vm(201, "pve2", 8)], {
    storages: [
      { name: "ceph", type: "rbd", size: "20TiB" },
      {
        name: "nvme",
        type: "lvmthin",
        nodes: ["pve1", "pve2"],
        size: "1TiB",
        perNode: { pve2: { size: "1TiB", used: "1000GiB" } },
      },
      { name: "iso", type: "dir", content: ["iso"], size: "1TiB" },
    ],
  });

const SIZE = "cpu_cores = 2\n  memory_mib = 4096";

const question = (name: string, more: string): string =>
  `data "proxlb_best_node" "${name}" {\n  ${SIZE}\n  ${more}\n}\n`;

describe.each(findClis())("the storage of a new guest on $label", (cli) => {
  it("rules out nodes that do not have it or where it is too full, and names it", async () => {
    await onStage(cli, withStorages(), async ({ ws, configure }) => {
      configure(
        [
          question("anywhere", "disk_gib = 100"),
          question("shared", 'disk_gib = 100\n  storage = "ceph"'),
          question("small", 'disk_gib = 10\n  storage = "nvme"'),
          question("large", 'disk_gib = 100\n  storage = "nvme"'),
          'data "proxlb_best_node" "batch" {\n  guests = { for key in ["a", "b"] : key => { cpu_cores = 1, memory_mib = 1024, disk_gib = 20, storage = "nvme" } }\n}\n',
          'output "nodes" {\n  value = [for answer in [data.proxlb_best_node.anywhere, data.proxlb_best_node.shared, data.proxlb_best_node.small, data.proxlb_best_node.large] : answer.node_name]\n}',
          'output "batch" { value = data.proxlb_best_node.batch.assignments }',
          'output "reasons" { value = { for node in data.proxlb_best_node.large.candidates : node.node_name => node.reasons } }',
        ].join("\n"),
      );
      const { outputs } = await applyAndSettle(ws);
      expect(outputs["nodes"]).toEqual(["pve3", "pve3", "pve2", "pve1"]);
      // 24 GiB are free on pve2: enough for one of the two.
      expect(outputs["batch"]).toEqual({ a: "pve2", b: "pve1" });
      expect(outputs["reasons"]).toEqual({
        pve1: [],
        pve2: ["The storage nvme on pve2 has 24.0 GiB free, 100.0 GiB are needed."],
        pve3: ["pve3 does not have the storage nvme."],
      });
    });
  });

  it("is refused where no node has it or can use it", async () => {
    await onStage(cli, withStorages(), async ({ ws, configure }) => {
      configure(question("unknown", 'storage = "nvmee"'));
      expectErrors(await planReport(ws), {
        summary: "Unknown Storage",
        address: "data.proxlb_best_node.unknown",
        code: 'storage = "nvmee"',
        detail: ["ceph, iso", "nvme", "Datastore.Audit"],
      });
      configure(question("wrong", 'storage = "iso"'));
      expectErrors(await planReport(ws), {
        summary: "No Node Fits",
        address: "data.proxlb_best_node.wrong",
        detail: [/pve1: The storage iso on pve1 takes no disks.*lacks "images"/],
      });
    });
  });
});

interface Plan {
  readonly migrations: readonly { readonly vm_id: number; readonly from_node: string }[];
  readonly assumed_assignments: Readonly<Record<string, string>>;
  readonly unresolved: readonly { readonly kind: string; readonly subject: string; readonly reason: string }[];
  readonly balanced: boolean;
}

describe.each(findClis())("proxlb_migration_plan for guests to come on $label", (cli) => {
  it("says where they would go and what would have to move, and moves nothing", async () => {
    const tight = clusterOf(
      [node("pve1", { memory: "32GiB" }), node("pve2")],
      [vm(101, "pve1", 8), vm(201, "pve2", 8), vm(202, "pve2", 10)],
    );
    await onStage(cli, tight, async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_migration_plan" "now" {}
data "proxlb_migration_plan" "then" {
  assume_guests = {
    giant = { cpu_cores = 4, memory_mib = 1024 * 1024 }
    big   = { name = "big", cpu_cores = 4, memory_mib = 30 * 1024, allowed_nodes = ["pve2"] }
    known = { vm_id = 101 }
  }
}
output "now" { value = data.proxlb_migration_plan.now }
output "then" { value = data.proxlb_migration_plan.then }
`);
      const { outputs } = await applyAndSettle(ws);
      expect(outputs["now"]).toMatchObject({
        balanced: true,
        migrations: [],
        assumed_assignments: {},
        assume_guests: null,
      });
      const then = outputs["then"] as Plan;
      expect(then.balanced).toBe(false);
      expect(then.assumed_assignments).toEqual({ big: "pve2", known: "pve1" });
      expect(then.migrations.map(({ from_node }) => from_node)).toEqual(["pve2"]);
      expect(then.unresolved[0]).toMatchObject({ kind: "capacity", subject: 'assumed guest "giant"' });
      expect(then.unresolved[0]?.reason).toMatch(/^No node can take it\. .*pve1 has .* of memory free, 1024\.0 GiB/);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("is refused where the guests contradict themselves or each other", async () => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure(`
data "proxlb_migration_plan" "this" {
  assume_guests = {
    a = { vm_id = 7000, cpu_cores = 1, memory_mib = 64 }
    b = { vm_id = 7000, cpu_cores = 1, memory_mib = 64 }
    c = { cpu_cores = 1 }
    d = { cpu_cores = 1, memory_mib = 64, type = "lxc" }
  }
}
`);
      expectErrors(
        await planReport(ws),
        { summary: "Duplicate Guest", detail: ['"a" and "b"', "vm_id 7000"] },
        { summary: "Missing Attribute", detail: ['"memory_mib" is required'] },
        { summary: "Invalid Attribute Value", detail: ["vm", "ct"] },
      );
      configure('data "proxlb_migration_plan" "this" {\n  assume_guests = { a = { vm_id = 7000 } }\n}\n');
      expectErrors(
        await applyReport(ws),
        { summary: "Missing Attribute", detail: ['"cpu_cores"'] },
        { summary: "Missing Attribute", detail: ['"memory_mib"'] },
      );
    });
  });
});
