import { bundleOf } from "../constraints/bundle.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { Imbalance, Unresolved } from "../model/migration-plan.js";
import type { BalanceMethod } from "../model/policy.js";
import type { PressureState } from "../objectives/predict-pressure.js";
import { pressureLevel } from "../objectives/psi-heat.js";
import { percentOf } from "./psi-reasons.js";
import { heatOfGuest, heatOfNode, MOST_DEPARTURES, type PsiStage } from "./psi-stage.js";

/** Computes max − min of the pressure over the active nodes in points, for the methods that some node has figures of. */
export function pressureImbalance({ policy, activeNodes }: ClusterIndex, { nodes }: PressureState): Imbalance {
  const spreads = policy.methods.flatMap((method) => {
    const known = activeNodes.map((node) => pressureLevel(nodes[node], method)).filter((level) => level !== null);
    return known.length === 0 ? [] : [[method, Math.max(...known) - Math.min(...known)] as const];
  });
  return Object.fromEntries(spreads);
}

/** Lists the nodes that are hot. */
export function hotNodes(stage: PsiStage): readonly number[] {
  return stage.search.layout.index.activeNodes.filter((node) => heatOfNode(stage, node).length > 0);
}

/** Lists the hot guests that may move at all, ascending; the others are as their owner wants them. */
export function hotGuests(stage: PsiStage): readonly number[] {
  const { movable } = stage.search.layout.index;
  return [...stage.state.guests.keys()]
    .filter((guest) => movable[guest] === 1 && heatOfGuest(stage, guest).length > 0)
    .sort((a, b) => a - b);
}

/**
 * Lists the nodes and guests that stay hot, with what is in the way.
 *
 * @param brake a full sentence naming the attribute of the policy that held migrations back, or null
 */
export function unresolvedPressure(stage: PsiStage, brake: string | null): readonly Unresolved[] {
  const { index } = stage.search.layout;
  const { nodes, guests } = stage.state;
  return [
    ...hotNodes(stage).map((node) => ({
      kind: "balance" as const,
      subject: `node ${index.nodeNames[node] ?? "?"}`,
      reason: `It stays hot: ${listLevels(heatOfNode(stage, node), nodes[node])}. ${brake ?? whyNodeStaysHot(stage, node)}`,
    })),
    ...hotGuests(stage).map((guest) => ({
      kind: "balance" as const,
      subject: `guest ${index.vmids[guest] ?? "?"} (${nameOf(index, guest)})`,
      reason: `It stays hot: ${listLevels(heatOfGuest(stage, guest), guests.get(guest))}. ${brake ?? whyGuestStaysHot(stage, guest)}`,
    })),
  ];
}

function listLevels(methods: readonly BalanceMethod[], pressures: PressureState["nodes"][number]): string {
  return methods.map((method) => `${method} pressure ${percentOf(pressures, method)}`).join(", ");
}

function nameOf({ snapshot, guestRow }: ClusterIndex, guest: number): string {
  return snapshot.guests[guestRow[guest] ?? -1]?.name ?? "?";
}

function whyNodeStaysHot({ search, state }: PsiStage, node: number): string {
  const { layout } = search;
  if ((state.departures[node] ?? 0) >= MOST_DEPARTURES) {
    return `No more than ${MOST_DEPARTURES} guests leave a hot node in one plan; plan again once Proxmox VE has measured anew.`;
  }
  const mayLeave = (layout.guestsOn[node] ?? []).some((guest) => layout.index.movable[guest] === 1);
  return mayLeave
    ? "No other node whose pressure is known can take one of its busy guests without becoming hot, getting too full or breaking a rule."
    : "None of its guests may move.";
}

function whyGuestStaysHot({ search, state, moved, resting }: PsiStage, guest: number): string {
  const { layout } = search;
  const node = layout.nodeOf[guest] ?? -1;
  const name = layout.index.nodeNames[node] ?? "?";
  if (moved.has(guest)) {
    return `It moves to ${name}, where the pressure may not be low enough.`;
  }
  const rest = resting.get(guest);
  if (rest !== undefined) {
    return rest;
  }
  const fixed = bundleOf(layout, guest, "should").guests.find((mate) => layout.index.movable[mate] !== 1);
  if (fixed !== undefined) {
    return `It stays with guest ${layout.index.vmids[fixed] ?? "?"}, which does not move.`;
  }
  const methods = layout.index.policy.methods.filter((method) => state.guests.get(guest)?.[method] !== undefined);
  const levels = methods.map((method) => `${method} ${percentOf(state.nodes[node], method)}`).join(", ");
  return `No node with at most half the pressure of ${name} (${levels}) can take it without becoming hot, getting too full or breaking a rule.`;
}

/** Nodes that a warning spells out; more would bury the message. */
const NODES_NAMED = 4;

/** Warns of active nodes that say nothing about the pressure that the policy looks at. */
export function warnOfUnknownPressure(
  { policy, activeNodes, nodeNames }: ClusterIndex,
  { nodes }: PressureState,
): string[] {
  return policy.methods.flatMap((method) => {
    const silent = activeNodes.filter((node) => pressureLevel(nodes[node], method) === null);
    if (silent.length === 0) {
      return [];
    }
    const unlisted = silent.length - NODES_NAMED;
    const names = silent.slice(0, NODES_NAMED).map((node) => nodeNames[node] ?? "?");
    const list = names.join(", ") + (unlisted > 0 ? ` and ${unlisted} more nodes` : "");
    return [
      `The ${method} pressure of ${list} is not known, so guests neither leave nor enter there for its sake. ` +
        "Nodes measure it from Proxmox VE 9 on, and anew when guests have come or gone.",
    ];
  });
}
