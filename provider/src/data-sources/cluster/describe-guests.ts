import { createImmovabilityTest } from "../../planning/constraints/movability.js";
import type { ClusterIndex } from "../../planning/model/cluster-index.js";
import type { Guest, Rule } from "../../planning/model/cluster-snapshot.js";
import type { GuestRow } from "./cluster-attributes.js";

const MIB = 2 ** 20;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const guestRow = (guest: Guest, immovable: string | null, rules: readonly string[]): GuestRow => ({
  vm_id: guest.vmid,
  name: guest.name,
  type: guest.type,
  node_name: guest.node,
  status: guest.status,
  template: guest.template,
  tags: guest.tags,
  pool: guest.pool,
  cpu_cores: guest.cpuCores,
  cpu_used_cores: round(guest.cpuUsedCores, 2),
  memory_mib: round(guest.memoryBytes / MIB, 0),
  memory_used_mib: round(guest.memoryUsedBytes / MIB, 0),
  movable: immovable === null,
  immovable_reason: immovable,
  rules,
});

const rulesByGuest = (rules: readonly Rule[]): ReadonlyMap<number, readonly string[]> => {
  const names = new Map<number, string[]>();
  for (const { name, vmids } of rules) {
    for (const vmid of vmids) {
      const own = names.get(vmid);
      if (own === undefined) names.set(vmid, [name]);
      else own.push(name);
    }
  }
  return names;
};

/** Words the guests of a cluster for the user, in the order of their ids, each with what keeps it where it is. */
export const describeGuests = (index: ClusterIndex, rules: readonly Rule[]): readonly GuestRow[] => {
  const immovability = createImmovabilityTest(index.policy);
  const named = rulesByGuest(rules);
  return index.vmids.flatMap((vmid, position) => {
    const guest = index.snapshot.guests[index.guestRow[position] ?? -1];
    if (guest === undefined) return [];
    const role = index.roles[index.startNode[position] ?? -1] ?? "offline";
    return [guestRow(guest, immovability(guest, role), named.get(vmid) ?? [])];
  });
};
