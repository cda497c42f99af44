import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BARE } from "../support/acceptance-balance.js";
import { expectSuccess } from "../support/acceptance-checks.js";
import { evenCluster } from "../support/acceptance-clusters.js";
import { planReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

const PLACEMENT = 'resource "proxlb_placement" "this" {\n  guests = { db = { vm_id = 101 } }\n}\n';

/** In the words of Terraform, of OpenTofu, and of OpenTofu from 1.10 on. */
const REFUSALS_OF_A_MOVE = [
  "Unsupported `moved` across resource types",
  "Resource type mismatch",
  "Unsupported plugin method",
];

describe.each(findClis())("what the resources cannot take over on $label", (cli) => {
  it.each([
    ["proxlb_balance.this", "lab", 'The import id of proxlb_balance is "default", but it is "lab".'],
    ["proxlb_placement.this", "101", 'such as "web1=101,web2=102", but it is "101"'],
    ["proxlb_placement.this", "db=999", "The cluster has no guest 999"],
  ])("52 and 53 is refused with the form of the id: %s by %s", async (address, id, reason) => {
    await onStage(cli, evenCluster(), async ({ ws, configure }) => {
      configure(BARE + PLACEMENT);
      const refused = await ws.import(address, id);
      expect(refused.exitCode).toBe(1);
      expect(prose(refused)).toContain(reason);
      expect(existsSync(ws.path("terraform.tfstate"))).toBe(false);
    });
  });

  it("56 is an object of another type, which stays what it is", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure('resource "terraform_data" "old" {\n  input = 1\n}\n');
      expectSuccess(await ws.apply());
      configure(`${PLACEMENT}moved {\n  from = terraform_data.old\n  to   = proxlb_placement.this\n}\n`);
      const { diagnostics } = await planReport(ws);
      expect(diagnostics).toHaveLength(1);
      expect(REFUSALS_OF_A_MOVE).toContain(diagnostics[0]?.summary);
      expect(await ws.stateList()).toEqual(["terraform_data.old"]);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });
});
