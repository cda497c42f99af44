import { type Bundle, bundleOf } from "../constraints/bundle.js";
import type { BalanceMethod } from "../model/policy.js";
import { type PressurePrediction, shareOf } from "../objectives/predict-pressure.js";
import { pressureLevel } from "../objectives/psi-heat.js";
import { describeGuestRelief, describeNodeRelief } from "./psi-reasons.js";
import {
  heatOfGuest,
  heatOfNode,
  MOST_DEPARTURES,
  type PsiStage,
  travel,
  warmMethods,
  worstLevel,
} from "./psi-stage.js";
import { coolestNodes, tryTarget } from "./psi-targets.js";
import { bundlesOn } from "./walk.js";

/** Guests with a smaller part of a node's load than this would hardly be missed there. */
const LEAST_SHARE = 0.005;

/** A hot guest goes only where the pressure is at most this part of that on its node: others would not be worth a move. */
const MUCH_LOWER_PART = 0.5;

/**
 * Takes guests off hot nodes, the busiest first, and hot guests to nodes with much lower pressure, until nothing more
 * helps. No node is made hot, and no guest moves twice.
 */
export function relievePressure(stage: PsiStage): void {
  for (;;) {
    const before = stage.moved.size;
    hottestNodes(stage).forEach((node) => {
      relieveNode(stage, node);
    });
    hottestGuests(stage).forEach((guest) => {
      relieveGuest(stage, guest);
    });
    if (stage.moved.size === before) {
      return;
    }
  }
}

function hottestNodes(stage: PsiStage): readonly number[] {
  const { activeNodes, policy } = stage.search.layout.index;
  for (const node of activeNodes) {
    if (heatOfNode(stage, node).length > 0) {
      stage.relieving.add(node);
    }
  }
  const level = (node: number): number => worstLevel(stage.state.nodes[node], policy.methods);
  return [...stage.relieving].sort((a, b) => level(b) - level(a) || a - b);
}

function relieveNode(stage: PsiStage, node: number): void {
  for (;;) {
    const methods = warmMethods(stage, stage.state.nodes[node]);
    if (methods.length === 0 || (stage.state.departures[node] ?? 0) >= MOST_DEPARTURES) {
      return;
    }
    const targets = coolestNodes(stage, methods);
    const found = busiestBundles(stage, node, methods).some((bundle) =>
      targets.some((to) => {
        const prediction = tryTarget(stage, bundle, to);
        return prediction !== null && go(stage, bundle, { to, methods, prediction, describe: describeNodeRelief });
      }),
    );
    if (!found) {
      return;
    }
  }
}

function busiestBundles(stage: PsiStage, node: number, methods: readonly BalanceMethod[]): readonly Bundle[] {
  const { layout, walk } = stage.search;
  const share = ({ guests }: Bundle): number =>
    Math.max(...methods.map((method) => shareOf(layout, stage.state, { guests, from: node, to: node }, method)));
  return bundlesOn(walk, node)
    .filter((bundle) => isFree(stage, bundle))
    .map((bundle) => ({ bundle, share: share(bundle) }))
    .filter((candidate) => candidate.share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.bundle.guests[0] ?? 0) - (b.bundle.guests[0] ?? 0))
    .map(({ bundle }) => bundle);
}

function isFree({ resting, moved }: PsiStage, { guests }: Bundle): boolean {
  return guests.every((guest) => !moved.has(guest) && !resting.has(guest));
}

function hottestGuests(stage: PsiStage): readonly number[] {
  const { methods } = stage.search.layout.index.policy;
  const level = (guest: number): number => worstLevel(stage.state.guests.get(guest), methods);
  return [...stage.state.guests.keys()]
    .filter((guest) => heatOfGuest(stage, guest).length > 0)
    .sort((a, b) => level(b) - level(a) || a - b);
}

function relieveGuest(stage: PsiStage, guest: number): void {
  const { layout } = stage.search;
  const bundle = bundleOf(layout, guest, "should");
  const methods = heatOfGuest(stage, guest);
  if (!bundle.movable || !isFree(stage, bundle) || methods.length === 0) {
    return;
  }
  const home = stage.state.nodes[layout.nodeOf[guest] ?? -1];
  const isMuchLower = (prediction: PressurePrediction): boolean =>
    methods.every((method) => {
      const [before, after] = [pressureLevel(home, method), pressureLevel(prediction.to, method)];
      return before !== null && before > 0 && after !== null && after <= before * MUCH_LOWER_PART;
    });
  coolestNodes(stage, methods).some((to) => {
    const prediction = tryTarget(stage, bundle, to);
    return (
      prediction !== null &&
      isMuchLower(prediction) &&
      go(stage, bundle, { to, methods, prediction, describe: describeGuestRelief(guest) })
    );
  });
}

interface Departure {
  readonly to: number;
  readonly methods: readonly BalanceMethod[];
  readonly prediction: PressurePrediction;
  readonly describe: typeof describeNodeRelief;
}

/** Returns false when the plan must not grow any more. */
function go(stage: PsiStage, { guests }: Bundle, { to, methods, prediction, describe }: Departure): boolean {
  if (stage.search.walk.migrations + guests.length > stage.limit) {
    stage.limited = true;
    return false;
  }
  const from = stage.search.layout.nodeOf[guests[0] ?? -1] ?? -1;
  const reason = describe(stage, { guests, from, to }, { methods, prediction });
  stage.reasons.set(travel(stage, { guests, to }), reason);
  guests.forEach((guest) => stage.moved.add(guest));
  return true;
}
