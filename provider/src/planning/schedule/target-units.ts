import { type Bundle, bundleOf } from "../constraints/bundle.js";
import { whyImmovable } from "../constraints/movability.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import { createLayout, type Layout } from "../model/layout.js";

/** Guests that go to the node of a target together. */
export interface TargetUnit {
  readonly bundle: Bundle;
  readonly to: number;
}

/** A guest that does not get to its target, and why. */
export interface Unreached {
  readonly vmid: number;
  /** Full sentences. */
  readonly reason: string;
}

/** A target divided into what moves together, and what cannot be done at all. */
export interface TargetUnits {
  readonly units: readonly TargetUnit[];
  readonly impossible: readonly Unreached[];
}

/** Divides the guests of a target that are not there yet into units; those that a `must` affinity ties are one. */
export function divideIntoUnits(index: ClusterIndex, target: ReadonlyMap<number, string>): TargetUnits {
  const layout = createLayout(index);
  const nodeByName = new Map(index.nodeNames.map((name, node) => [name, node]));
  const units: TargetUnit[] = [];
  const impossible: Unreached[] = [];
  const wishes = new Map<number, number>();
  const guestByVmid = new Map(index.vmids.map((vmid, guest) => [vmid, guest]));
  for (const [vmid, name] of [...target].sort(([a], [b]) => a - b)) {
    const [guest, node] = [guestByVmid.get(vmid), nodeByName.get(name)];
    if (guest === undefined) {
      impossible.push({ vmid, reason: "The cluster has no guest with this id." });
    } else if (node === undefined) {
      impossible.push({ vmid, reason: `The target sends it to "${name}", which the cluster does not have.` });
    } else {
      wishes.set(guest, node);
    }
  }
  for (const [guest, to] of wishes) {
    if (layout.nodeOf[guest] !== to) {
      const bundle = bundleOf(layout, guest, "must");
      const reason = whyImpossible(layout, wishes, guest, bundle);
      if (reason !== null) {
        impossible.push({ vmid: index.vmids[guest] ?? 0, reason });
      } else if (bundle.guests[0] === guest) {
        units.push({ bundle, to });
      }
    }
  }
  return { units, impossible };
}

function whyImpossible(
  { index, nodeOf }: Layout,
  wishes: ReadonlyMap<number, number>,
  guest: number,
  bundle: Bundle,
): string | null {
  const fixed = bundle.guests.find((member) => index.movable[member] !== 1);
  if (fixed !== undefined) {
    const reason = whyImmovable(index, fixed);
    return fixed === guest
      ? reason
      : `It is tied to guest ${index.vmids[fixed] ?? "?"}, which does not move: ${reason}`;
  }
  const torn = bundle.guests.find((member) => (wishes.get(member) ?? nodeOf[member]) !== wishes.get(guest));
  return torn === undefined
    ? null
    : `An affinity rule ties it to guest ${index.vmids[torn] ?? "?"}, which the target does not send to the same node.`;
}
