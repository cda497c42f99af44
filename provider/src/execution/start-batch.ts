import type { Inventory } from "../inventory/take-snapshot.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { MigrationPolicy } from "../planning/model/policy.js";
import type { Entry } from "./batches.js";
import { carryOut } from "./carry-out.js";
import type { ReadyMigration } from "./carry-out.js";
import { companionsOf, objectionsIn } from "./check-list.js";
import { isMigrating } from "./guest-sight.js";
import { foresee, nodesBehind } from "./journey.js";
import { judgeMove } from "./judge-move.js";
import type { Judgement } from "./judge-move.js";
import { messageOf } from "./patience.js";
import { clusterNotReadable, noQuorum, objectionProblems } from "./problem-texts.js";
import type { RunContext } from "./run-context.js";
import { bookOutcome, halt } from "./run-state.js";
import type { RunState } from "./run-state.js";
import { layOut } from "./scene.js";
import { settledInventory } from "./settled-inventory.js";
import { FIGURES_WAIT_MS } from "./wait-for-figures.js";

/**
 * Starts what may start now of the waiting migrations: within the limits, and checked on a fresh view of the cluster.
 * Returns those that still wait. A migration that no longer holds halts the run.
 */
export async function startBatch(
  context: RunContext,
  state: RunState,
  waiting: readonly Entry[],
  signal: AbortSignal,
): Promise<readonly Entry[]> {
  const chosen = chooseWithinLimits(state, waiting, context.policy.migration);
  if (chosen.length === 0) return waiting;
  const inventory = await currentInventory(context, state, signal);
  if (inventory === null) return waiting;
  const done = new Set<Entry>();
  for (const entry of chosen) {
    if (state.halted || signal.aborted) break;
    if (await startOne(context, state, { entry, inventory }, signal)) done.add(entry);
  }
  return waiting.filter((entry) => !done.has(entry));
}

/** Every migration counts at both of its ends. The list says where a guest is; the check before the start confirms it. */
function chooseWithinLimits(
  { running, guestsAtStart }: RunState,
  waiting: readonly Entry[],
  { maxParallelPerNode, maxParallelTotal }: MigrationPolicy,
): readonly Entry[] {
  const busy = new Map<string, number>();
  const occupy = (nodes: readonly string[]): void => {
    for (const node of nodes) busy.set(node, (busy.get(node) ?? 0) + 1);
  };
  for (const { from, to } of running.values()) occupy([from, to]);
  const chosen: Entry[] = [];
  for (const entry of waiting) {
    const { vmid, from, to } = entry.request;
    const ends = [from ?? guestsAtStart.get(vmid)?.node ?? "", to];
    const free = ends.every((node) => (busy.get(node) ?? 0) < maxParallelPerNode);
    if (free && running.size + chosen.length < maxParallelTotal) {
      occupy(ends);
      chosen.push(entry);
    }
  }
  return chosen;
}

/** Null when the cluster cannot be read or takes no changes; the run is halted then. */
async function currentInventory(context: RunContext, state: RunState, signal: AbortSignal): Promise<Inventory | null> {
  const first = state.firstInventory;
  state.firstInventory = null;
  if (first !== null) return first;
  try {
    const inventory = await settledInventory(context, state, signal);
    if (!inventory.quorate) halt(state, noQuorum(state.begun));
    return state.halted ? null : inventory;
  } catch (failure) {
    signal.throwIfAborted();
    halt(state, clusterNotReadable(messageOf(failure)));
    return null;
  }
}

/** A migration whose turn has come, and the cluster at that moment. */
interface Candidate {
  readonly entry: Entry;
  readonly inventory: Inventory;
}

/** Returns whether the migration is done with for this batch: started, settled, or the reason why the run halts. */
async function startOne(
  context: RunContext,
  state: RunState,
  { entry, inventory }: Candidate,
  signal: AbortSignal,
): Promise<boolean> {
  const { snapshot, publishedUptimes } = inventory;
  const { request } = entry;
  const guest = snapshot.guests.find(({ vmid }) => vmid === request.vmid);
  const passage = passageOf(state, entry, guest);
  if (passage === "later") return false;
  if (passage === "under way" && guest !== undefined) return begin(context, state, { entry, guest }, signal);
  const judgement = judgeNow(context, state, { entry, inventory });
  if (judgement.kind === "possible" && guest !== undefined) return begin(context, state, { entry, guest }, signal);
  const isPassing = judgement.kind === "crowded" || judgement.kind === "against a rule";
  if (isPassing && mayClear(context, state, publishedUptimes)) return false;
  settle(state, entry, state.carried.get(request.vmid)?.to === request.to, judgement);
  return true;
}

/** Says whether a guest already travels to its target without being sent, or will as soon as its leader does. */
function passageOf(state: RunState, { index, request }: Entry, guest: Guest | undefined): "under way" | "later" | null {
  if (guest === undefined || guest.node === request.to) return null;
  if (state.adopted.has(index)) return "under way";
  const carriage = state.carried.get(request.vmid);
  if (carriage?.to !== request.to) return null;
  if (isMigrating(guest)) return "under way";
  return state.running.has(carriage.leader) ? "later" : null;
}

async function begin(context: RunContext, state: RunState, ready: ReadyMigration, signal: AbortSignal): Promise<true> {
  await carryOut(context, state, ready, signal);
  return true;
}

/** Guests that travel must fit where they go to, and must not have to go back: both ends are judged. */
function judgeNow({ policy }: RunContext, state: RunState, { entry, inventory }: Candidate): Judgement {
  const { snapshot, publishedUptimes } = inventory;
  const others = state.migrations
    .map((request, index) => ({ request, index }))
    .filter(({ index }) => index !== entry.index && !state.outcomes.has(index));
  const views = [foresee(snapshot, [...state.journeys.values()], publishedUptimes), snapshot];
  const judgements = views.map((view) => {
    const scene = layOut(view, policy);
    return judgeMove(scene, entry.request, companionsOf(scene, entry.request, others));
  });
  return judgements.find(({ kind }) => kind !== "possible") ?? { kind: "possible" };
}

/** While own migrations run, or published figures are older than their end, a lack of room may only be apparent. */
function mayClear({ clock }: RunContext, state: RunState, uptimes: ReadonlyMap<string, number>): boolean {
  const behind = nodesBehind([...state.journeys.values()], uptimes);
  return state.running.size > 0 || (behind.length > 0 && clock.now() < state.lastEndMs + FIGURES_WAIT_MS);
}

function settle(state: RunState, entry: Entry, isCarried: boolean, judgement: Judgement): void {
  if (judgement.kind === "already there") {
    bookOutcome(state, entry, { result: isCarried ? "moved" : "already there" });
  }
  const objections = objectionsIn(entry.request, judgement);
  for (const problem of objectionProblems(objections, state.begun)) halt(state, problem);
}
