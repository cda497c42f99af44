import type { Guest, GuestHa } from "../planning/model/cluster-snapshot.js";
import type { GuestRowWire } from "../pve/schemas/cluster-resources.js";
import type { HaGroupWire, HaResourceWire } from "../pve/schemas/ha-rules.js";
import { parseGuestList } from "./ha-priorities.js";

/** What is configured about HA guests; the groups are those of Proxmox VE 8. */
export interface HaConfiguration {
  readonly resources: readonly HaResourceWire[];
  readonly groups: readonly HaGroupWire[];
}

/**
 * Adds to HA guests what the HA manager knows of them: their state, and where it was read, whether the manager moves them back to
 * better nodes. Proxmox VE 9 has that with the guest, 8 with its group; both do so unless told otherwise.
 */
export function withHaSettings(
  guests: readonly Guest[],
  rows: readonly GuestRowWire[],
  configuration: HaConfiguration,
): readonly Guest[] {
  const states = new Map(rows.map(({ vmid, hastate }) => [vmid, hastate ?? ""]));
  const failbacks = failbacksFrom(configuration);
  return guests.map((guest) => {
    if (!guest.haManaged) return guest;
    const failback = failbacks.get(guest.vmid);
    const ha: GuestHa = { state: states.get(guest.vmid) ?? "", ...(failback === undefined ? {} : { failback }) };
    return { ...guest, ha };
  });
}

function failbacksFrom({ resources, groups }: HaConfiguration): ReadonlyMap<number, boolean> {
  const staying = new Set(groups.filter(({ nofailback }) => nofailback === true).map(({ group }) => group));
  return new Map(
    resources.flatMap(({ sid, group = null, failback }) => {
      const returns = (failback ?? true) && !(group !== null && staying.has(group));
      return parseGuestList(sid).map((vmid) => [vmid, returns] as const);
    }),
  );
}
