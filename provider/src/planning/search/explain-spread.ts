import { type Bundle, bundleOf } from "../constraints/bundle.js";
import { explainRefusal } from "../constraints/feasible.js";
import { QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceGoal } from "../objectives/balance-goal.js";
import { extremes } from "../objectives/spread.js";

const NOTHING_HELPS = "No further migration that the rules and the capacity allow was found to help.";

/** Says in full sentences what keeps the fullest node from passing guests on to the emptiest. */
export function explainSpread(layout: Layout, { quantity }: BalanceGoal): string {
  const { index } = layout;
  const { coldest: least, hottest: most, coldestNode: coldest, hottestNode: hottest } = extremes(layout, quantity);
  const [cold, hot] = [index.nodeNames[coldest] ?? "?", index.nodeNames[hottest] ?? "?"];
  const resting = whyAllRest(layout, hottest);
  if (resting !== null) {
    return `No guest of ${hot}, the fullest node, takes part in balancing now; of ${resting}`;
  }
  const bundles = awakeBundles(layout, hottest).sort((a, b) => (a.size[quantity] ?? 0) - (b.size[quantity] ?? 0));
  const answers = bundles.map((bundle) => ({ bundle, refusal: explainRefusal(layout, bundle, coldest)[0] ?? null }));
  const willing = answers.find(({ refusal }) => refusal === null)?.bundle;
  if (willing === undefined) {
    return whyNone(layout, answers, { cold, hot });
  }
  const added =
    (100 * (willing.size[quantity] ?? 0)) / Math.max(1, index.capacity[coldest * QUANTITIES + quantity] ?? 0);
  return least + added < most
    ? NOTHING_HELPS
    : `The smallest that may leave ${hot} for ${cold}, ${nameBundle(layout, willing)}, would fill it as much again.`;
}

function whyNone(
  layout: Layout,
  answers: readonly { readonly bundle: Bundle; readonly refusal: string | null }[],
  { cold, hot }: { readonly cold: string; readonly hot: string },
): string {
  const [first] = answers;
  return first === undefined
    ? `${hot} is the fullest node, and no guest on it may move.`
    : `${cold} takes none of the guests of ${hot}; of ${nameBundle(layout, first.bundle)}: ${first.refusal ?? NOTHING_HELPS}`;
}

function nameBundle({ index }: Layout, { guests }: Bundle): string {
  const vmids = guests.map((guest) => index.vmids[guest]).join(", ");
  return guests.length > 1 ? `guests ${vmids}, which stay together` : `guest ${vmids}`;
}

/** Names the first bundle of a node and why it rests, if all that may move do; null if one does not. */
function whyAllRest(layout: Layout, node: number): string | null {
  const { resting } = layout.index;
  const [first, ...others] = movableBundles(layout, node).map((bundle) => ({
    bundle,
    reason: bundle.guests.map((guest) => resting.get(guest)).find((reason) => reason !== undefined) ?? null,
  }));
  const someMoves = first?.reason == null || others.some(({ reason }) => reason === null);
  return someMoves ? null : `${nameBundle(layout, first.bundle)}: ${first.reason}`;
}

function awakeBundles(layout: Layout, node: number): Bundle[] {
  return movableBundles(layout, node).filter(
    (bundle) => !bundle.guests.some((guest) => layout.index.resting.has(guest)),
  );
}

function movableBundles(layout: Layout, node: number): Bundle[] {
  const guests = [...(layout.guestsOn[node] ?? [])].sort((a, b) => a - b);
  const bundles = guests.map((guest) => ({ guest, bundle: bundleOf(layout, guest, "must") }));
  return bundles.flatMap(({ guest, bundle }) => (bundle.movable && bundle.guests[0] === guest ? [bundle] : []));
}
