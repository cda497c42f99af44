import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

const mixed = () =>
  clusterOf(
    [node("pve1"), node("pve2", { maintenance: true })],
    [
      vm(101, "pve1", 16, { name: "db1", tags: ["plb_affinity_db", "plb_pin_pve1"] }),
      vm(102, "pve2", 8, { name: "db2", tags: ["plb_affinity_db"] }),
      vm(103, "pve1", 4, { name: "proxy", kind: "ct" }),
    ],
  );

const SNAPSHOT = {
  version: 1,
  nodes: [
    { name: "a", cpuCores: 8, memoryBytes: 64 * 2 ** 30 },
    { name: "b", cpuCores: 8, memoryBytes: 64 * 2 ** 30 },
  ],
  guests: [
    { vmid: 100, type: "vm", node: "a", cpuCores: 2, memoryBytes: 2 ** 34, tags: ["plb_pin_b", "plb_affinity_x"] },
    { vmid: 101, type: "vm", node: "a", cpuCores: 2, memoryBytes: 2 ** 34, tags: ["plb_pin_a", "plb_affinity_x"] },
  ],
};

describe.each(findClis())("proxlb_cluster on $label", (cli) => {
  it("shows nodes, guests, rules and how far the nodes are apart, and asks for no change", async () => {
    await onStage(cli, mixed(), async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_cluster" "this" {
  policy = { methods = ["memory", "cpu"], ignore_nodes = [] }
}
output "cluster" { value = data.proxlb_cluster.this }
`);
      const { outputs, warnings } = await applyAndSettle(ws);
      expect(warnings).toEqual([]);
      expect(outputs["cluster"]).toMatchObject({
        nodes: [
          { node_name: "pve1", status: "online", maintenance: false, ignored: false, memory_mib: 65_536, guests: 2 },
          { node_name: "pve2", status: "online", maintenance: true, ignored: false, guests: 1 },
        ],
        guests: [
          { vm_id: 101, name: "db1", type: "vm", node_name: "pve1", movable: true, immovable_reason: null },
          { vm_id: 102, name: "db2", rules: ["plb_affinity_db"], tags: ["plb_affinity_db"], movable: true },
          { vm_id: 103, type: "ct", movable: false, immovable_reason: 'balance_types does not list "ct".' },
        ],
        rules: [
          { name: "plb_affinity_db", type: "affinity", strength: "must", vm_ids: [101, 102], nodes: [], broken: true },
          { type: "node-affinity", origin: "tag plb_pin_pve1", vm_ids: [101], nodes: ["pve1"], broken: false },
        ],
        imbalance: { memory: 0, cpu: 0 },
        violations: 1,
        conflicts: [],
      });
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("shows a captured cluster without any network, with the rules that cannot hold together", async () => {
    const provider = 'provider "proxlb" {\n  snapshot_file = "${path.module}/cluster.json"\n}\n';
    await onStage(
      cli,
      mixed(),
      async ({ ws, cluster, configure }) => {
        ws.write(JSON.stringify(SNAPSHOT), "cluster.json");
        configure(
          'data "proxlb_cluster" "this" {}\noutput "conflicts" { value = data.proxlb_cluster.this.conflicts }\n',
        );
        const { outputs } = await applyAndSettle(ws);
        expect(outputs["conflicts"]).toEqual([expect.stringContaining("tag plb_pin_b and the tag plb_pin_a")]);
        expect(cluster.requests()).toEqual([]);
      },
      { provider },
    );
  });

  it("waits for a policy that is known only after apply, and refuses an impossible one", async () => {
    await onStage(cli, mixed(), async ({ ws, cluster, configure }) => {
      configure(`
resource "terraform_data" "limit" { input = 12 }
data "proxlb_cluster" "this" {
  policy = { balanciness = terraform_data.limit.output }
}
output "nodes" { value = length(data.proxlb_cluster.this.nodes) }
`);
      expect(prose(await ws.plan())).toMatch(/\+ nodes = \(known after apply\)/);
      expect(cluster.requests()).toEqual([]);
      expect((await applyAndSettle(ws)).outputs).toEqual({ nodes: 2 });
      configure('data "proxlb_cluster" "this" {\n  policy = { balanciness = -1 }\n}\n');
      expectErrors(await planReport(ws), {
        summary: "Invalid Policy",
        address: "data.proxlb_cluster.this",
        detail: ["0"],
      });
    });
  });
});
