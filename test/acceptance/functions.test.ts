import { describe, expect, it } from "vitest";
import { applyAndSettle, expectSuccess } from "../support/acceptance-checks.js";
import { evenCluster } from "../support/acceptance-clusters.js";
import { onStage } from "../support/acceptance-stage.js";
import { findClis, hasFunctions } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

const clis = findClis();

describe.each(clis.filter(hasFunctions))("the functions on $label", (cli) => {
  it("build and read tags without any provider block or cluster", async () => {
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, cluster, configure }) => {
        configure(`
output "tags" {
  value = [
    provider::proxlb::affinity_tag("web"),
    provider::proxlb::anti_affinity_tag("db"),
    provider::proxlb::pin_tag("PVE1"),
    provider::proxlb::ignore_tag("dongle"),
  ]
}
output "parsed" { value = provider::proxlb::parse_tags(toset(["plb_pin_pve1", "prod"])) }
output "joined" { value = provider::proxlb::parse_tags(["plb_pin_pve1;plb_ignore_x"]).ignored }
`);
        const { outputs } = await applyAndSettle(ws);
        expect(outputs).toEqual({
          tags: ["plb_affinity_web", "plb_anti_affinity_db", "plb_pin_pve1", "plb_ignore_dongle"],
          parsed: { affinity: [], anti_affinity: [], pinned_nodes: ["pve1"], ignored: false, other: ["prod"] },
          joined: true,
        });
        expect(cluster.requests()).toEqual([]);
      },
      { provider: "" },
    );
  });

  it("point at the argument that is at fault", async () => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure('output "tag" { value = provider::proxlb::affinity_tag("Two Words") }\n');
      const plan = await ws.plan();
      expect(plan.exitCode).toBe(1);
      expect(prose(plan)).toContain('Invalid value for "name" parameter');
      expect(prose(plan)).toContain('The name "Two Words" cannot be part of a Proxmox VE tag.');
      configure('output "tags" { value = provider::proxlb::parse_tags(null) }\n');
      expect(prose(await ws.plan())).toContain('Invalid value for "tags" parameter: argument must not be null');
    });
  });

  it("wait for arguments that are known only after apply", async () => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure(`
resource "terraform_data" "name" { input = "web" }
output "tag" { value = provider::proxlb::affinity_tag(terraform_data.name.output) }
`);
      expect(prose(await ws.plan())).toMatch(/\+ tag\s+= \(known after apply\)/);
      expect((await applyAndSettle(ws)).outputs).toEqual({ tag: "plb_affinity_web" });
    });
  });
});

describe.each(clis.filter((cli) => !hasFunctions(cli)))("a provider with functions on $label", (cli) => {
  it("serves its types to a CLI that knows no functions", async () => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure('data "proxlb_cluster" "this" {}\noutput "nodes" { value = length(data.proxlb_cluster.this.nodes) }\n');
      expectSuccess(await ws.validate());
      expect((await applyAndSettle(ws)).outputs).toEqual({ nodes: 3 });
    });
  });
});
