import { describe, expect, it } from "vitest";
import type { ListedMigration } from "../../../provider/src/attributes/migration-attributes.js";
import { observeBalance } from "../../../provider/src/resources/balance/observe-balance.js";
import { noSignal } from "../../support/http-client.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const hop = (to_node: string, step: number | null): ListedMigration => ({
  step,
  vm_id: 101,
  name: null,
  type: null,
  from_node: null,
  to_node,
  reason: null,
  memory_mib: null,
  local_disk_gib: null,
  estimated_seconds: null,
  downtime: null,
});

/** Says whether a list counts as applied while its guest is on a node. */
async function isAppliedOn(node: string, migrations: readonly ListedMigration[]): Promise<boolean | null> {
  const names = ["pve1", "pve2", "pve3"];
  const guests = [{ used: 1, vmid: 101 }];
  const inventory = {
    snapshot: cluster(Object.fromEntries(names.map((name) => [name, { guests: name === node ? guests : [] }]))),
    version: null,
    quorate: true,
    allGuestsVisible: true,
    auditCommand: "",
    storages: [],
    publishedUptimes: new Map(),
    warnings: [],
  };
  const look = () => Promise.resolve(inventory);
  const access = { client: null, inventory: look, freshInventory: look };
  const sighting = { cluster: access, inventory, policy: policyOf() };
  const { observation } = await observeBalance(sighting, { form: "reviewed", migrations }, noSignal());
  return observation.applied;
}

describe("a list that moves a guest twice", () => {
  it.each([
    { what: "in the order of its steps", list: [hop("pve2", 1), hop("pve3", 2)] },
    { what: "with its steps in another order", list: [hop("pve3", 2), hop("pve2", 1)] },
    { what: "without steps", list: [hop("pve2", null), hop("pve3", null)] },
  ])("is applied where the guest is when it has been executed: $what", async ({ list }) => {
    expect(await isAppliedOn("pve3", list)).toBe(true);
    expect(await isAppliedOn("pve2", list)).toBe(false);
    expect(await isAppliedOn("pve1", list)).toBe(false);
  });
});
