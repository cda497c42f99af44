import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

/** pve3 is the emptiest node and pve1 the fullest. */
const stairs = () =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [
      vm(101, "pve1", 16, { name: "db1", tags: ["plb_affinity_db"] }),
      vm(102, "pve1", 16),
      vm(201, "pve2", 16, { name: "web1", tags: ["plb_anti_affinity_web"] }),
      vm(301, "pve3", 8),
    ],
  );

const SIZE = "cpu_cores = 2\n  memory_mib = 4096";

interface Candidate {
  readonly guest: string | null;
  readonly node_name: string;
  readonly rank: number;
  readonly fits: boolean;
  readonly score: number;
  readonly memory_percent_after: number;
  readonly cpu_percent_after: number;
  readonly reasons: readonly string[];
}

describe.each(findClis())("proxlb_best_node on $label", (cli) => {
  it("gives one new guest the emptiest node that lists, tags and policy allow", async () => {
    const question = (name: string, more: string): string =>
      `data "proxlb_best_node" "${name}" {\n  name = "new-${name}"\n  ${SIZE}\n  ${more}\n}\n`;
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(
        [
          question("plain", ""),
          question("container", 'type = "ct"\n  disk_gib = 8'),
          question("allowed", 'allowed_nodes = ["pve1"]'),
          question("excluded", 'excluded_nodes = ["pve3"]'),
          question("pinned", 'tags = ["plb_pin_pve2"]'),
          question("together", 'tags = ["plb_affinity_db"]'),
          question("apart", 'tags = ["plb_anti_affinity_web"]\n  excluded_nodes = ["pve3"]'),
          question("drained", 'policy = { maintenance_nodes = ["pve3"] }'),
          'output "nodes" {\n  value = {',
          ..."plain container allowed excluded pinned together apart drained"
            .split(" ")
            .map((name) => `    ${name} = data.proxlb_best_node.${name}.node_name`),
          "  }\n}",
          'output "plain" { value = data.proxlb_best_node.plain }',
        ].join("\n"),
      );
      const { outputs } = await applyAndSettle(ws);
      expect(outputs["nodes"]).toEqual({
        plain: "pve3",
        container: "pve3",
        allowed: "pve1",
        excluded: "pve2",
        pinned: "pve2",
        together: "pve1",
        apart: "pve1",
        drained: "pve2",
      });
      expect(outputs["plain"]).toMatchObject({ node_name: "pve3", existing: false, assignments: {}, vm_id: null });
      const { candidates } = outputs["plain"] as { readonly candidates: readonly Candidate[] };
      // 2 GiB of the host, 8 GiB of the guest there and 4 GiB of the new one are 14 of 64 GiB.
      expect(candidates[0]).toMatchObject({ guest: null, node_name: "pve3", rank: 1, fits: true, reasons: [] });
      expect(candidates.map(({ node_name }) => node_name)).toEqual(["pve3", "pve2", "pve1"]);
      expect(candidates.map(({ memory_percent_after }) => memory_percent_after)).toEqual([21.9, 34.4, 59.4]);
      expect(candidates.map(({ rank }) => rank)).toEqual([1, 2, 3]);
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("places a batch guest by guest: each takes its room before the next, and the rules among them hold", async () => {
    const equals = clusterOf([node("pve1"), node("pve2"), node("pve3")], [vm(100, "pve1", 4)]);
    await onStage(cli, equals, async ({ ws, configure }) => {
      configure(`
data "proxlb_best_node" "apart" {
  guests = { for key in ["a", "b", "c"] : key => { cpu_cores = 2, memory_mib = 2048, tags = ["plb_anti_affinity_trio"] } }
}
data "proxlb_best_node" "together" {
  guests = { for key in ["a", "b"] : key => { cpu_cores = 2, memory_mib = 2048, tags = ["plb_affinity_pair"] } }
}
data "proxlb_best_node" "large" {
  guests = { for key in ["a", "b"] : key => { cpu_cores = 2, memory_mib = 40 * 1024 } }
}
data "proxlb_best_node" "tie" {
  ${SIZE}
}
output "apart" { value = data.proxlb_best_node.apart }
output "tie" { value = data.proxlb_best_node.tie.node_name }
output "together" { value = data.proxlb_best_node.together.assignments }
output "large" { value = data.proxlb_best_node.large.assignments }
`);
      const { outputs } = await applyAndSettle(ws);
      const apart = outputs["apart"] as {
        readonly assignments: Readonly<Record<string, string>>;
        readonly candidates: readonly Candidate[];
      };
      expect(Object.keys(apart.assignments)).toEqual(["a", "b", "c"]);
      expect(Object.values(apart.assignments).sort()).toEqual(["pve1", "pve2", "pve3"]);
      expect(apart).toMatchObject({ node_name: null, existing: false });
      expect(apart.candidates.map(({ guest, rank }) => `${guest ?? ""}${rank}`)).toEqual(
        ["a", "b", "c"].flatMap((key) => [1, 2, 3].map((rank) => `${key}${rank}`)),
      );
      const together = outputs["together"] as Readonly<Record<string, string>>;
      expect(together["a"]).toBe(together["b"]);
      // pve2 and pve3 are equally empty: the name decides.
      expect(outputs["tie"]).toBe("pve2");
      expect(outputs["large"]).toEqual({ a: "pve2", b: "pve3" });
    });
  });

  it("gives nobody of a batch a node when one guest fits nowhere, and says why for every node", async () => {
    const cluster = clusterOf([node("pve1"), node("pve2", { maintenance: true }), node("pve3")], []);
    await onStage(cli, cluster, async ({ ws, configure }) => {
      configure(`
data "proxlb_best_node" "batch" {
  guests = {
    small = { cpu_cores = 2, memory_mib = 1024 }
    giant = { cpu_cores = 2, memory_mib = 1024 * 1024, excluded_nodes = ["pve3"] }
  }
}
output "assignments" { value = data.proxlb_best_node.batch.assignments }
`);
      const report = await applyReport(ws);
      expectErrors(report, {
        summary: "No Node Fits",
        address: "data.proxlb_best_node.batch",
        detail: [
          'guest "giant"',
          /pve1: .*memory/i,
          /pve2: .*maintenance/,
          /pve3: .*excluded/,
          "No new guest was given a node",
        ],
      });
      expect(report.outputs).toEqual({});
    });
  });

  it("waits for inputs that are known only after apply", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(`
resource "terraform_data" "size" { input = 4096 }
data "proxlb_best_node" "later" {
  name       = "later"
  cpu_cores  = 2
  memory_mib = terraform_data.size.output
}
data "proxlb_best_node" "batch" {
  guests = { (terraform_data.size.id) = { cpu_cores = 1, memory_mib = 64 } }
}
output "node" { value = data.proxlb_best_node.later.node_name }
output "batch" { value = values(data.proxlb_best_node.batch.assignments) }
`);
      const plan = await ws.plan();
      expect(prose(plan)).toMatch(/\+ node = \(known after apply\)/);
      expect(cluster.requests()).toEqual([]);
      const { outputs } = await applyAndSettle(ws);
      expect(outputs).toEqual({ node: "pve3", batch: ["pve3"] });
    });
  });

  it("lets single keys of a policy override those of the provider", async () => {
    const provider = `provider "proxlb" {
  ca_certificate = file("ca.pem")
  policy = { maintenance_nodes = ["pve3"], balanciness = 20, methods = ["cpu", "memory"] }
}\n`;
    await onStage(
      cli,
      stairs(),
      async ({ ws, configure }) => {
        configure(`
data "proxlb_best_node" "as_provider" {
  ${SIZE}
}
data "proxlb_best_node" "own" {
  ${SIZE}
  policy = { maintenance_nodes = [] }
}
data "proxlb_migration_plan" "own" {
  policy = { maintenance_nodes = [], min_gain = 3 }
}
output "nodes" { value = [data.proxlb_best_node.as_provider.node_name, data.proxlb_best_node.own.node_name] }
output "policy" { value = data.proxlb_migration_plan.own.effective_policy }
`);
        const { outputs } = await applyAndSettle(ws);
        expect(outputs["nodes"]).toEqual(["pve2", "pve3"]);
        expect(outputs["policy"]).toMatchObject({
          maintenance_nodes: [],
          min_gain: 3,
          balanciness: 20,
          balanciness_target: 16,
          methods: ["cpu", "memory"],
          mode: "used",
        });
      },
      { provider },
    );
  });

  it("refuses contradictory and impossible questions before it asks the cluster", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_best_node" "both" {
  memory_mib = 2048
  guests     = { a = { cpu_cores = 1, memory_mib = 64 } }
}
data "proxlb_best_node" "unsized" {
  type = "vm"
}
data "proxlb_best_node" "twins" {
  guests = { a = { vm_id = 7000 }, b = { vm_id = 7000 } }
}
data "proxlb_best_node" "nonsense" {
  type       = "lxc"
  vm_id      = 7
  cpu_cores  = 0
  memory_mib = 1
  tags       = [" "]
}
`);
      const report = await planReport(ws);
      expectErrors(
        report,
        { summary: "Conflicting Attributes", code: "memory_mib = 2048", detail: ['"memory_mib"', '"guests"'] },
        { summary: "Missing Attribute", address: "data.proxlb_best_node.unsized", detail: ['"cpu_cores" is required'] },
        {
          summary: "Missing Attribute",
          address: "data.proxlb_best_node.unsized",
          detail: ['"memory_mib" is required'],
        },
        { summary: "Duplicate Guest", detail: ['guests["b"].vm_id: ', '"a" and "b"', "7000"] },
        { summary: "Invalid Attribute Value", code: 'type       = "lxc"', detail: ["vm", "ct"] },
        { summary: "Invalid Attribute Value", code: "vm_id      = 7", detail: ["100"] },
        { summary: "Invalid Attribute Value", code: "cpu_cores  = 0", detail: ["0.01"] },
        { summary: "Invalid Attribute Value", code: "memory_mib = 1", detail: ["16"] },
        { summary: "Invalid Attribute Value", code: 'tags       = [" "]', detail: ["empty"] },
      );
      expect(cluster.requests()).toEqual([]);
    });
  });
});
