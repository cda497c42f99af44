import { describe, expect, it } from "vitest";
import { coexistenceWarning } from "../../../provider/src/advice/coexistence-warning.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

function warningFor(types: readonly ("vm" | "ct")[]): string | null {
  const guests = types.map((type) => ({ used: 20, type }));
  const snapshot = cluster({ pve1: { guests, maintenance: true }, pve2: { guests: [] } });
  return coexistenceWarning(planMigrations(snapshot, policyOf({ balance_types: ["vm", "ct"] })));
}

describe("the warning about guests that others manage", () => {
  it("says nothing while nothing moves", () => {
    expect(warningFor([])).toBeNull();
  });

  it("names the setting without which a moved VM is destroyed", () => {
    expect(warningFor(["vm"])).toMatch(/ignore_changes = \[node_name\].*destroys/);
    expect(warningFor(["vm"])).not.toContain("container");
  });

  it("names the resources whose VMs are lost like containers, and what keeps them", () => {
    expect(warningFor(["vm"])).toMatch(/proxmox_vm or proxmox_cloned_vm is lost from its state .* ignore_guests\./);
  });

  it("names what keeps containers from being lost", () => {
    expect(warningFor(["ct"])).toContain("ignore_guests");
    expect(warningFor(["vm", "ct"])).toMatch(/A VM of .* A container of /);
  });
});
