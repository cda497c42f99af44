import { buildIndex } from "../planning/constraints/build-index.js";
import { lacksRoom } from "../planning/constraints/capacity.js";
import { lacksDiskSpace } from "../planning/constraints/disk-space.js";
import { breaksGroup } from "../planning/constraints/group-rules.js";
import { createImmovabilityTest } from "../planning/constraints/movability.js";
import type { ImmovabilityTest } from "../planning/constraints/movability.js";
import { forbidsNode } from "../planning/constraints/node-rules.js";
import { QUANTITIES } from "../planning/model/cluster-index.js";
import type { NodeRole } from "../planning/model/cluster-index.js";
import type { ClusterSnapshot, Guest } from "../planning/model/cluster-snapshot.js";
import { createLayout, relocate } from "../planning/model/layout.js";
import type { Layout } from "../planning/model/layout.js";
import type { Policy } from "../planning/model/policy.js";

/** A snapshot laid out so that moves can be judged and tried; changed in place by `placeGuest`. */
export interface Scene {
  readonly layout: Layout;
  readonly policy: Policy;
  readonly immovability: ImmovabilityTest;
  readonly guests: ReadonlyMap<number, { readonly index: number; readonly guest: Guest }>;
  readonly nodes: ReadonlyMap<string, number>;
}

/** Lays a snapshot out. */
export function layOut(snapshot: ClusterSnapshot, policy: Policy): Scene {
  const index = buildIndex(snapshot, policy);
  const guests = index.vmids.flatMap((vmid, at) => {
    const guest = snapshot.guests[index.guestRow[at] ?? -1];
    return guest === undefined ? [] : [[vmid, { index: at, guest }] as const];
  });
  return {
    layout: createLayout(index),
    policy,
    // Whether a guest may migrate as it runs is judged elsewhere, for here stopped ones are asked about as well.
    immovability: createImmovabilityTest({ ...policy, migration: { ...policy.migration, live: true } }),
    guests: new Map(guests),
    nodes: new Map(index.nodeNames.map((name, at) => [name, at])),
  };
}

/** Returns the node that a guest is on in the scene; undefined when there is no such guest. */
export function nodeOfGuest({ layout, guests }: Scene, vmid: number): string | undefined {
  return layout.index.nodeNames[layout.nodeOf[guests.get(vmid)?.index ?? -1] ?? -1];
}

/** Puts a guest on a node; does nothing when either does not exist. */
export function placeGuest({ layout, guests, nodes }: Scene, vmid: number, to: string): void {
  const guest = guests.get(vmid);
  const node = nodes.get(to);
  if (guest !== undefined && node !== undefined) relocate(layout, guest.index, node);
}

/**
 * Says in a full sentence why a guest must not move at all, or gives null. A plan leaves stopped guests alone, but a
 * list may name them; which types may move is judged elsewhere.
 */
export function reasonToStay(scene: Scene, guest: Guest): string | null {
  const { immovability, policy } = scene;
  const role = roleOf(scene, guest.node);
  const status = guest.status === "unknown" ? "unknown" : "running";
  return immovability({ ...guest, status, type: policy.balanceTypes[0] ?? guest.type }, role);
}

/** Returns what the plan may do with a node; a node that does not exist counts as offline. */
export function roleOf({ layout, nodes }: Scene, node: string): NodeRole {
  return layout.index.roles[nodes.get(node) ?? -1] ?? "offline";
}

/**
 * Lists in full sentences the `must` rules that keep a guest from a node. `companions` are the guests that make the same
 * way and count as moving along.
 */
export function rulesAgainst(
  { layout, guests, nodes }: Scene,
  vmid: number,
  to: string,
  companions: readonly number[],
): readonly string[] {
  const node = nodes.get(to);
  const guest = guests.get(vmid)?.index;
  if (node === undefined || guest === undefined) return [];
  const { index } = layout;
  const moving = [guest, ...companions.flatMap((companion) => guests.get(companion)?.index ?? [])];
  const reasons = [
    ...(index.nodeRulesOf[guest] ?? []).map((rule) => forbidsNode(layout, rule, node)),
    ...(index.groupsOf[guest] ?? []).map((group) => breaksGroup(layout, group, moving, node)),
  ];
  return [...new Set(reasons.filter((reason) => reason !== null))];
}

/** Says in a full sentence why a node has no room for a guest, or gives null when it has. */
export function roomLacking({ layout, guests, nodes }: Scene, vmid: number, to: string): string | null {
  const node = nodes.get(to);
  const guest = guests.get(vmid)?.index;
  if (node === undefined || guest === undefined) return null;
  const size = [...layout.index.size.subarray(guest * QUANTITIES, (guest + 1) * QUANTITIES)];
  return lacksRoom(layout, size, node) ?? lacksDiskSpace(layout, [guest], node);
}
