import type { Move } from "../moves/move.js";
import { compareObjectives, type Objective } from "../objectives/objective.js";
import { book, isLegal, settle } from "./assignment.js";
import { createAssignment, setBand } from "./create-assignment.js";
import { movesTo, takeInSomeOrder } from "./order-moves.js";
import { accepts, type Annealing, propose } from "./proposals.js";
import { currentPlan, type Effort, isPerfect, type RatedPlan } from "./rated-plan.js";
import { replay } from "./replay.js";
import type { SearchState } from "./search-state.js";
import { formUnits, type Units } from "./units.js";

/** Proposals per round of effort: so many per unit, up to a limit, because small clusters are soon searched through. */
const ROUND_PER_UNIT = 8;
const LONGEST_ROUND = 450;

/** What a proposal counts as in evaluations: both are about as much work. */
const PROPOSAL_EFFORT = 5;

/** Proposals from hot to cold, per unit and at least. */
const PROPOSALS_PER_UNIT = 400;
const SHORTEST_CYCLE = 30_000;

/**
 * Temperatures at the start and at the end of a cycle, relative to the mean size of a unit. Every other cycle begins so
 * hot that even large units move freely; those between keep more of what the last one has found.
 */
const HOT = [2, 0.5];
const COLD = 0.02;

/** Proposals between changes of the band. */
const BAND_PERIOD = 100;

/** Most that the band moves at once, as a part of its width. */
const BAND_STEP = 0.1;

/** Cycles after which a target that no plan has reached yet is given up. */
const CYCLES_TO_REACH = 6;

/** Load outside the band that is rounding, in points of the cluster. */
const ROUNDING = 1e-9;

/** Proposals that pass after an assignment to which no order of moves leads: its neighbours mostly fare alike. */
const PAUSE = 1000;

/** Assignments larger than this, in units times nodes, take more memory and time than they are worth. */
const MOST_CELLS = 2_000_000;

/** Tells whether a cluster is small enough for `anneal`. */
export function canAnneal({ layout: { index } }: SearchState): boolean {
  return index.vmids.length * index.nodeNames.length <= MOST_CELLS;
}

/** One run of annealing. */
interface Run extends Annealing {
  readonly search: SearchState;
  readonly units: Units;
  /** Moves of the units that stay where the best plan has put them. */
  readonly fixedMoves: readonly Move[];
  /** Mean size of a unit in points of the cluster. */
  readonly meanSize: number;
  /** Temperature at which the cycle begins, in mean sizes. */
  hot: number;
  /** Where the band is, per goal, from 0 to 1. */
  offsets: readonly number[];
}

/**
 * Looks for plans that reach the target at less cost than the best: it changes at random which units end where, within
 * the cost allowed, at first freely and then only towards the band, over and over. What it finds becomes a plan when
 * there is an order in which its moves can be made.
 */
export function anneal(search: SearchState, start: RatedPlan, effort: Effort): RatedPlan {
  let best = start;
  const run = startRun(search, start);
  const fixedCost = costOf(start.objective) - run.assignment.cost;
  let left = effort.rounds * Math.min(LONGEST_ROUND, ROUND_PER_UNIT * run.units.free.length);
  for (let cycle = 1; left > 0 && search.evaluations < effort.evaluations; cycle += 1) {
    const missed = best.objective.outside > 0;
    if (missed && cycle > CYCLES_TO_REACH) {
      break;
    }
    const spare = missed ? cycle * Math.max(4, costOf(best.objective) / 4) : -1;
    run.budget = costOf(best.objective) - fixedCost + spare;
    run.hot = HOT[cycle % HOT.length] ?? 1;
    const length = Math.min(left, Math.max(SHORTEST_CYCLE, PROPOSALS_PER_UNIT * run.units.free.length));
    const plan = coolDown(run, best.objective, length);
    left -= length;
    if (plan !== null) {
      best = plan;
      if (isPerfect(search, best, effort)) {
        break;
      }
    }
  }
  return best;
}

const costOf = (objective: Objective): number => (objective.timeFirst ? objective.seconds : objective.migrations);

function startRun(search: SearchState, start: RatedPlan): Run {
  const { layout, random, goals } = search;
  replay(search, start.moves);
  const units = formUnits(layout);
  const assignment = createAssignment(search, units.free);
  const total = assignment.size.reduce(
    (sum, size, i) => sum + (i % assignment.dimensions < goals.length ? size : 0),
    0,
  );
  return {
    search,
    units,
    assignment,
    random,
    fixedMoves: movesTo(search, units.fixed, (guest) => layout.nodeOf[guest] ?? -1),
    meanSize: total / Math.max(1, units.free.length),
    targets: layout.index.activeNodes,
    budget: Infinity,
    temperature: 0,
    hot: 0,
    offsets: [],
  };
}

/** Anneals once. Gives the first plan that is better, or null. */
function coolDown(run: Run, best: Objective, length: number): RatedPlan | null {
  const { search, assignment } = run;
  moveBand(
    run,
    search.goals.map(() => search.random()),
  );
  sendHome(run);
  search.evaluations += length * PROPOSAL_EFFORT;
  for (let step = 0; step < length; step += 1) {
    if (step % BAND_PERIOD === 0) {
      run.temperature = run.meanSize * run.hot * (COLD / run.hot) ** (step / length);
      proposeBand(run);
    }
    propose(run);
    if (assignment.totalOutside <= ROUNDING) {
      const plan = realise(run);
      if (plan !== null && compareObjectives(plan.objective, best) < 0) {
        return plan;
      }
      step += PAUSE;
    }
  }
  return null;
}

function moveBand(run: Run, offsets: readonly number[]): void {
  const { search, assignment } = run;
  run.offsets = offsets;
  setBand(assignment, search, offsets);
}

function proposeBand(run: Run): void {
  const before = run.assignment.totalOutside;
  const old = run.offsets;
  const step = (): number => BAND_STEP * (2 * run.random() - 1);
  moveBand(
    run,
    old.map((offset) => Math.min(1, Math.max(0, offset + step()))),
  );
  if (!accepts(run, run.assignment.totalOutside - before)) {
    moveBand(run, old);
  }
}

/** Sends units home until the budget is kept, each time the one that is missed least. */
function sendHome({ assignment, budget }: Run): void {
  const { away, nodeOf, home } = assignment;
  while (assignment.cost > budget && away.length > 0) {
    let best: number | null = null;
    let least = Infinity;
    for (const unit of away) {
      const [from, to] = [nodeOf[unit] ?? 0, home[unit] ?? 0];
      book(assignment, unit, from, to);
      if (assignment.totalOutside < least && isLegal(assignment, unit, to)) {
        least = assignment.totalOutside;
        best = unit;
      }
      book(assignment, unit, to, from);
    }
    if (best === null) {
      return;
    }
    const to = home[best] ?? 0;
    book(assignment, best, nodeOf[best] ?? 0, to);
    settle(assignment, best, to);
  }
}

function realise({ search, units, assignment, fixedMoves }: Run): RatedPlan | null {
  const nodes = new Map(units.free.flatMap((unit, u) => unit.map((guest) => [guest, assignment.nodeOf[u] ?? -1])));
  const moves = movesTo(search, units.free, (guest) => nodes.get(guest) ?? -1);
  return takeInSomeOrder(search, [...fixedMoves, ...moves]) ? currentPlan(search) : null;
}
