import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { HaResourceWire } from "../pve/schemas/ha-rules.js";
import { parseGuestList } from "./ha-priorities.js";

/** The guests after those that the cluster balances itself were marked, and full sentences about that. */
export interface SharedOut {
  readonly guests: readonly Guest[];
  readonly warnings: readonly string[];
}

const REASON =
  "The cluster itself moves it to even out the load (option ha-auto-rebalance of crs), and two balancers would undo each other.";

/**
 * Leaves the HA guests to the load balancer of Proxmox VE where that is switched on; HA resources with `auto-rebalance`
 * off are not its business and stay ours. `resources` null means that it is switched off.
 */
export function leaveToNativeBalancer(
  guests: readonly Guest[],
  resources: readonly HaResourceWire[] | null,
): SharedOut {
  if (resources === null) return { guests, warnings: [] };
  const optedOut = new Set(
    resources.filter((resource) => resource["auto-rebalance"] === false).flatMap(({ sid }) => parseGuestList(sid)),
  );
  const isTheirs = ({ haManaged, vmid }: Guest): boolean => haManaged && !optedOut.has(vmid);
  const count = guests.filter(isTheirs).length;
  const warning =
    `The cluster balances HA guests itself (ha-auto-rebalance=1 in the option crs), so the plan leaves ${count} HA ` +
    `${count === 1 ? "guest" : "guests"} alone. Switch that off, or set auto-rebalance to 0 on the HA resources that are to be planned here.`;
  return {
    guests: guests.map((guest) => (isTheirs(guest) ? { ...guest, immovable: REASON } : guest)),
    warnings: count === 0 ? [] : [warning],
  };
}
