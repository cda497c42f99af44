import { describe, expect, it } from "vitest";
import { titleOfWarning, explainFindings } from "../../../provider/src/advice/explain-findings.js";
import { nothingFound } from "../../../provider/src/advice/finding.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { migrationPlan } from "../../../provider/src/data-sources/migration-plan/migration-plan.js";
import { migrationPlanAttributes } from "../../../provider/src/data-sources/migration-plan/migration-plan-attributes.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import type { Inventory } from "../../../provider/src/inventory/take-snapshot.js";
import type { PlainObject } from "../../../provider/src/planning/model/read-policy-value.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const ignore = (): void => undefined;

const log = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore, child: () => log };

const snapshot = cluster({ pve1: { guests: [20, 20] }, pve2: { guests: [] } });

const inventory: Inventory = {
  snapshot,
  version: null,
  quorate: true,
  allGuestsVisible: true,
  auditCommand: "",
  storages: [],
  publishedUptimes: new Map(),
  warnings: [],
};

/** Reads `proxlb_migration_plan` on a captured cluster and returns its warnings. */
const warningsUnder = async (policy: PlainObject, guests: CtyValue = null): Promise<readonly string[]> => {
  const nothing = Object.keys(migrationPlanAttributes).map((name): [string, CtyValue] => [name, null]);
  const diagnostics = new Diagnostics();
  const seen = () => Promise.resolve(inventory);
  await migrationPlan.read(new Map([...nothing, ["assume_guests", guests]]), {
    diagnostics,
    log,
    signal: new AbortController().signal,
    services: {
      cluster: { client: null, inventory: seen, freshInventory: seen },
      policy,
      now: () => new Date(0),
    },
  });
  expect(diagnostics.hasErrors).toBe(false);
  const told = diagnostics.items.map(({ summary, detail }) => `${summary}: ${detail}`);
  return told.filter((text) => !text.startsWith("Guests Managed Elsewhere"));
};

describe("the warnings of proxlb_migration_plan", () => {
  it("name a node that the cluster does not have once", async () => {
    expect(await warningsUnder({ maintenance_nodes: ["pve9"] })).toEqual([
      expect.stringMatching(
        /^Incomplete Rules: maintenance_nodes names the node "pve9", which .*nothing leaves a node for it\. Its nodes are /,
      ),
    ]);
  });

  it("say under the title of a missing privilege which guests could not be checked", () => {
    const plan = planMigrations(snapshot, policyOf());
    const [first] = plan.migrations;
    const vmid = first?.vmid ?? 0;
    const findings = new Map([[vmid, { ...nothingFound(vmid), unchecked: "Give it VM.Migrate." }]]);
    const checked = explainFindings(plan, snapshot, findings);
    const { warnings } = checked;
    expect(warnings).toEqual([expect.stringContaining(`migrating guest ${vmid} was not checked`)]);
    expect(warnings.map((warning) => titleOfWarning(checked, warning))).toEqual(["Missing Proxmox VE Privilege"]);
    expect(titleOfWarning(checked, "The tag plb_pin_x names a node.")).toBe("Incomplete Rules");
  });
});
