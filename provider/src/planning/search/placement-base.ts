import { type IndexParts, indexGuests, rowsByVmid } from "../constraints/build-index.js";
import { collectRules } from "../constraints/compile-rules.js";
import { indexNodes, type NodeIndex } from "../constraints/index-nodes.js";
import { MILLI } from "../constraints/node-capacity.js";
import { type ClusterIndex, CPU_ASSIGNED, MEMORY_ASSIGNED, QUANTITIES } from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest, Rule } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";

/** A snapshot prepared for placing guests: built once, asked often. */
export interface PlacementBase {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly nodeIndex: NodeIndex;
  readonly guestByVmid: ReadonlyMap<number, Guest>;
  /** Rules that follow from tags, pools and the policy for the guests that exist, by what tells a rule from others. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Assigned memory and CPU of the guests of each node, `[node * QUANTITIES + quantity]`. */
  readonly assigned: Float64Array;
}

/** Prepares a snapshot for placing guests; linear in the number of guests. */
export function preparePlacement(snapshot: ClusterSnapshot, policy: Policy): PlacementBase {
  const nodeIndex = indexNodes(snapshot.nodes, policy);
  const guestByVmid = new Map(snapshot.guests.map((guest) => [guest.vmid, guest]));
  const assigned = new Float64Array(nodeIndex.nodes.length * QUANTITIES);
  for (const guest of snapshot.guests) {
    const at = (nodeIndex.nodeByName.get(guest.node) ?? -1) * QUANTITIES;
    if (at >= 0) {
      assigned[at + MEMORY_ASSIGNED] = (assigned[at + MEMORY_ASSIGNED] ?? 0) + Math.round(guest.memoryBytes);
      assigned[at + CPU_ASSIGNED] = (assigned[at + CPU_ASSIGNED] ?? 0) + Math.round(guest.cpuCores * MILLI);
    }
  }
  const rules = new Map(collectRules({ rules: [] }, policy, snapshot.guests).map((rule) => [keyOf(rule), rule]));
  return { snapshot, policy, nodeIndex, guestByVmid, rules, assigned };
}

function keyOf(rule: Rule): string {
  return `${rule.kind} ${rule.strength} ${rule.origin} ${rule.name}`;
}

/**
 * Indexes new guests together with those existing ones that share a rule with them; all others count only as load. The
 * new guests come first, in the order given.
 */
export function indexNewGuests(base: PlacementBase, newGuests: readonly Guest[]): ClusterIndex {
  const { snapshot, policy, nodeIndex } = base;
  const rules = rulesFor(base, newGuests).map((rule) => relaxIfTooLarge(rule, nodeIndex));
  const own = new Set(newGuests.map((guest) => guest.vmid));
  const mates = new Set(rules.flatMap((rule) => rule.vmids.filter((vmid) => !own.has(vmid))));
  const existing = [...mates].sort((a, b) => a - b).flatMap((vmid) => base.guestByVmid.get(vmid) ?? []);
  const parts: IndexParts = { snapshot, policy, nodeIndex, rules };
  const guests = [...newGuests, ...existing];
  const index = indexGuests(parts, guests, new Int32Array(guests.length).fill(-1));
  return { ...index, startLoad: startLoad(index, base.assigned) };
}

/** Indexes new guests together with all that exist, so that these can be moved too; the new guests come first. */
export function indexAllGuests(
  { snapshot, policy, nodeIndex }: PlacementBase,
  newGuests: readonly Guest[],
): ClusterIndex {
  const rows = rowsByVmid(snapshot.guests);
  const guests = [...newGuests, ...Array.from(rows).flatMap((row) => snapshot.guests[row] ?? [])];
  const own = new Set(newGuests.map((guest) => guest.vmid));
  const rules = collectRules(snapshot, policy, guests).flatMap((rule) => relaxForNewcomers(rule, own, nodeIndex));
  const allRows = Int32Array.from([...newGuests.map(() => -1), ...rows]);
  return indexGuests({ snapshot, policy, nodeIndex, rules }, guests, allRows);
}

function startLoad(index: ClusterIndex, assigned: Float64Array): Float64Array {
  const load = index.startLoad.slice();
  for (let at = 0; at < load.length; at += QUANTITIES) {
    load[at + MEMORY_ASSIGNED] = assigned[at + MEMORY_ASSIGNED] ?? 0;
    load[at + CPU_ASSIGNED] = assigned[at + CPU_ASSIGNED] ?? 0;
  }
  return load;
}

/** The rules that concern new guests, with the existing guests that they concern as well. */
function rulesFor({ snapshot, policy, rules }: PlacementBase, newGuests: readonly Guest[]): Rule[] {
  const own = new Set(newGuests.map((guest) => guest.vmid));
  const named = snapshot.rules.filter((rule) => rule.vmids.some((vmid) => own.has(vmid)));
  const derived = collectRules({ rules: [] }, policy, newGuests)
    .filter((rule) => rule.vmids.length > 0)
    .map((rule) => ({ ...rule, vmids: [...new Set([...(rules.get(keyOf(rule))?.vmids ?? []), ...rule.vmids])] }));
  return [...derived, ...named];
}

/** A rule that yields to new guests goes on binding those that exist: they must not be moved onto each other. */
function relaxForNewcomers(rule: Rule, own: ReadonlySet<number>, nodeIndex: NodeIndex): readonly Rule[] {
  const existing = rule.vmids.filter((vmid) => !own.has(vmid));
  const relaxed = existing.length < rule.vmids.length ? relaxIfTooLarge(rule, nodeIndex) : rule;
  return relaxed === rule ? [rule] : [{ ...rule, vmids: existing }, relaxed];
}

/** Guests of a group larger than the cluster cannot all keep apart; then they spread as evenly as possible. */
function relaxIfTooLarge(rule: Rule, { activeNodes }: NodeIndex): Rule {
  const isTooLarge = rule.kind === "anti-affinity" && rule.vmids.length > activeNodes.length;
  return isTooLarge ? { ...rule, strength: "should" } : rule;
}
