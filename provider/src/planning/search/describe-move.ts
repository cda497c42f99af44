import type { ClusterIndex } from "../model/cluster-index.js";
import type { Move } from "../moves/move.js";
import { type BalanceGoal, loadPercent } from "../objectives/balance-goal.js";
import { outside } from "../objectives/band.js";
import { groupViolations, countMisplaced } from "../objectives/violations.js";
import { replay } from "./replay.js";
import type { SearchState } from "./search-state.js";
import { take, type Walk } from "./walk.js";

/** Says in one sentence per move why it is made, given the moves before and after it. */
export function describeMoves(search: SearchState, moves: readonly Move[]): readonly string[] {
  replay(search, []);
  return moves.map((move, i) =>
    describeMove(search, move, () => moves.find((other, at) => at > i && other.to === move.from)),
  );
}

function describeMove(search: SearchState, move: Move, findSuccessor: () => Move | undefined): string {
  const { walk } = search;
  const { index } = walk.layout;
  const broken = brokenRules(walk, move);
  const before = outsideAtEnds(search, move);
  const loads = search.goals.map((goal) => [percent(walk, goal, move.from), percent(walk, goal, move.to)] as const);
  const { change } = take(walk, move.guests, move.to);
  const [from, to] = [index.nodeNames[move.from] ?? "", index.nodeNames[move.to] ?? ""];
  if (change.evacuations < 0) {
    return `Leaves ${from}, which is in maintenance, for ${to}.`;
  }
  if (change.hard < 0 || change.soft < 0) {
    const origin = broken.find((rule) => rule.count() < rule.before)?.origin ?? "rules";
    return `Repairs the ${origin} by leaving ${from} for ${to}.`;
  }
  const together = move.guests.length > 1 ? ` The guests ${listVmids(index, move)} stay together.` : "";
  const beneficiary = outsideAtEnds(search, move) < before ? undefined : findSuccessor();
  if (beneficiary !== undefined) {
    const guests = listVmids(index, beneficiary);
    return beneficiary.from === move.to
      ? `Trades places with guest ${guests}, from ${from} to ${to}.${together}`
      : `Makes room on ${from} for guest ${guests} by going to ${to}.${together}`;
  }
  const parts = search.goals.map((goal, g) => {
    const [hot, cold] = loads[g] ?? [0, 0];
    const after = [percent(walk, goal, move.from), percent(walk, goal, move.to)] as const;
    return `${goal.method} of ${from} from ${round(hot)} % to ${round(after[0])} % and of ${to} from ${round(cold)} % to ${round(after[1])} %`;
  });
  return `Evens out the load: ${parts.join("; ")}.${together}`;
}

function outsideAtEnds({ layout, centre }: SearchState, { from, to }: Move): number {
  const view = { layout, band: centre };
  return outside(view, from) + outside(view, to);
}

interface BrokenRule {
  readonly origin: string;
  readonly before: number;
  readonly count: () => number;
}

function brokenRules(walk: Walk, move: Move): BrokenRule[] {
  const { index } = walk.layout;
  return move.guests.flatMap((guest) => [
    ...(index.nodeRulesOf[guest] ?? []).map((rule) => {
      const count = (): number => countMisplaced(walk.layout, rule);
      return { origin: rule.origin, before: count(), count };
    }),
    ...(index.groupsOf[guest] ?? []).map((group) => {
      const count = (): number => groupViolations(walk.layout, group);
      return { origin: group.origin, before: count(), count };
    }),
  ]);
}

function percent(walk: Walk, goal: BalanceGoal, node: number): number {
  return loadPercent(walk.layout.index, walk.layout.load, node, goal.quantity);
}

function listVmids(index: ClusterIndex, move: Move): string {
  return move.guests.map((guest) => index.vmids[guest]).join(", ");
}

function round(value: number): string {
  return value.toFixed(1);
}
