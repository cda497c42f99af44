import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { planReport } from "../support/acceptance-json.js";
import { onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

/** No node has room for 45 GiB, but two of them together do. */
const crowded = (changes: Parameters<typeof vm>[3] = {}) =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [vm(101, "pve1", 24, changes), vm(102, "pve2", 26), vm(103, "pve3", 34)],
  );

const question = (more = ""): string => `
  data "proxlb_best_node" "big" {
    name       = "big"
    cpu_cores  = 2
    memory_mib = 45 * 1024
    ${more}
  }

  output "home" { value = data.proxlb_best_node.big.node_name }
`;

const MOVES = 'output "moves" { value = data.proxlb_best_node.big.moves }\n';

describe.each(findClis())("make_room of proxlb_best_node on $label", (cli) => {
  it("is asked for, and then lists what proxlb_balance moves before the guest comes", async () => {
    await onStage(cli, crowded(), async ({ ws, cluster, configure }) => {
      configure(question());
      expectErrors(await planReport(ws), {
        summary: "No Node Fits",
        address: "data.proxlb_best_node.big",
        detail: ["pve1 has", "of memory free, 45.0 GiB are needed"],
      });
      configure(
        question("make_room = true") +
          'resource "proxlb_balance" "room" { migrations = data.proxlb_best_node.big.moves }\n',
      );
      const report = await planReport(ws, { args: ["-out=room"] });
      expect(report.diagnostics.map(({ summary }) => summary)).toContain("Room Has to Be Made");
      const { outputs } = await applyAndSettle(ws, { plan: "room" });
      expect(outputs["home"]).toBe("pve1");
      expect(placesIn(cluster)[101]).toBe("pve2");
    });
  });

  it("leaves guests alone that Proxmox would not migrate", async () => {
    await onStage(cli, crowded({ config: { hostpci0: "0000:01:00.0" } }), async ({ ws, configure }) => {
      configure(question("make_room = true") + MOVES);
      const { outputs } = await applyAndSettle(ws);
      expect(outputs["home"]).toBe("pve2");
      expect(outputs["moves"]).toMatchObject([{ vm_id: 102, from_node: "pve2", to_node: "pve1", step: 1 }]);
    });
  });
});
