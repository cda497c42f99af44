import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyAndSettle } from "../support/acceptance-checks.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { repositoryRoot } from "../support/cli-paths.js";
import type { Capture } from "../simulator/src/description/import-capture.js";
import { importCapture } from "../simulator/src/description/import-capture.js";

const captured = (name: string): unknown =>
  JSON.parse(readFileSync(join(repositoryRoot, "test", "fixtures", "pve", `${name}.json`), "utf8"));

/** The clusters that gave these answers. */
const CAPTURES: readonly (readonly [string, Capture])[] = [
  ["four nodes of Proxmox VE 8", { resources: captured("cluster/resources.4node.pve8") }],
  ["one node of Proxmox VE 8 with containers", { resources: captured("cluster/resources.1node-lxc.pve8") }],
  [
    "Proxmox VE 9 with HA rules",
    {
      resources: captured("cluster/resources.pve9.recreated"),
      options: captured("cluster/options.pve9.recreated"),
      replication: captured("cluster/replication.pve9.recreated"),
      haResources: captured("ha/resources.pve9.recreated"),
      haRules: captured("ha/rules.pve9.recreated"),
    },
  ],
];

interface Answer {
  readonly node_name: string;
  readonly candidates: readonly {
    readonly node_name: string;
    readonly fits: boolean;
    readonly reasons: readonly string[];
  }[];
}

interface Planning {
  readonly migrations: readonly { readonly from_node: string; readonly to_node: string }[];
}

interface Row {
  readonly type: string;
  readonly status?: string;
  readonly hastate?: string;
  readonly node?: string;
  readonly mem?: number;
  readonly maxmem?: number;
}

const MEMORY_BYTES = 512 * 2 ** 20;

/** The nodes that are up and not in maintenance, the emptiest first, worked out from the captured rows alone. */
const byMemory = ({ resources }: Capture): readonly string[] =>
  (resources as { readonly data: readonly Row[] }).data
    .filter(({ type, status, hastate }) => type === "node" && status === "online" && hastate !== "maintenance")
    .map(({ node = "", mem = 0, maxmem = 1 }) => ({ node, share: (mem + MEMORY_BYTES) / maxmem }))
    .sort((a, b) => a.share - b.share)
    .map(({ node }) => node);

describe.each(findClis())("captured answers of real clusters on $label", (cli) => {
  it.each(CAPTURES)("are read, and the best node is found: %s", async (_title, capture) => {
    const description = importCapture(capture);
    await onStage(cli, description, async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_best_node" "new" {
  name       = "brand-new"
  cpu_cores  = 1
  memory_mib = 512
}
data "proxlb_migration_plan" "this" {}
output "answer" { value = data.proxlb_best_node.new }
output "plan" { value = data.proxlb_migration_plan.this }
`);
      const { outputs } = await applyAndSettle(ws);
      const { node_name: answer, candidates } = outputs["answer"] as Answer;
      const expected = byMemory(capture);
      expect(answer).toBe(expected[0]);
      expect(candidates.filter(({ fits }) => fits).map(({ node_name }) => node_name)).toEqual(expected);
      expect(candidates).toHaveLength(description.nodes.length);
      for (const { fits, reasons } of candidates) expect(fits || reasons.length > 0).toBe(true);
      const { migrations } = outputs["plan"] as Planning;
      for (const { from_node, to_node } of migrations) {
        expect(expected).toContain(from_node);
        expect(expected).toContain(to_node);
      }
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });
});
