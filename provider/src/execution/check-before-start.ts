import type { Inventory } from "../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { divideIntoBatches } from "./batches.js";
import type { Entry } from "./batches.js";
import { checkList } from "./check-list.js";
import type { ListCheck } from "./check-list.js";
import { patiently, SHORT_OUTAGE_MS } from "./patience.js";
import { unlistedCompany } from "./prepare-migration.js";
import { noQuorum, objectionProblems } from "./problem-texts.js";
import type { Objection } from "./problem-texts.js";
import type { RunContext } from "./run-context.js";
import { adoptedGuests, beginWith, bookOutcome, destinationsOf, halt } from "./run-state.js";
import type { RunState } from "./run-state.js";
import { layOut } from "./scene.js";
import { settledInventory } from "./settled-inventory.js";

/** Somebody else may have sent a guest off between the look at the cluster and the questions; a second look tells. */
const MOST_LOOKS = 2;

/** How often the cluster is looked at: once where nothing is going to be started. */
export interface CheckEffort {
  readonly looks: number;
}

/** Enough for a list that is going to be executed. */
export const THOROUGH: CheckEffort = { looks: MOST_LOOKS };

/**
 * Checks the whole list before anything is started, with the questions that a plan asks, and divides what is left of it into
 * batches; none when it cannot be executed as it is, with every reason among the problems.
 *
 * @throws PveError or InventoryError when the cluster cannot be read; the signal's reason.
 */
export async function checkBeforeStart(
  context: RunContext,
  state: RunState,
  { looks }: CheckEffort,
  signal: AbortSignal,
): Promise<readonly (readonly Entry[])[]> {
  const batches = divideIntoBatches(state.migrations);
  let findings = await examine(context, state, batches, signal);
  for (let look = 2; findings.blocked.length > 0 && look <= looks; look += 1) {
    beginWith(state, await settledInventory(context, state, signal));
    findings = await examine(context, state, batches, signal);
  }
  return settle(state, batches, findings);
}

/** Checks a list on what is known of the cluster, without a question, as on a captured one; what is wrong is among the problems. */
export function checkOffline({ policy }: Pick<RunContext, "policy">, state: RunState, inventory: Inventory): void {
  beginWith(state, inventory);
  const batches = divideIntoBatches(state.migrations);
  const check = checkList(layOut(inventory.snapshot, policy), batches, adoptedGuests(state));
  settle(state, batches, { check, blocked: [] });
}

/** Books what a check found, and returns what is left to be done. */
function settle(
  state: RunState,
  batches: readonly (readonly Entry[])[],
  { check, blocked }: Examination,
): readonly (readonly Entry[])[] {
  for (const entry of check.alreadyThere) bookOutcome(state, entry, { result: "already there" });
  for (const entry of check.passed) bookOutcome(state, entry, { result: "not started" });
  const objections = [...check.objections, ...blocked].map((objection) => withName(state, objection));
  for (const problem of objectionProblems(objections, false)) halt(state, problem);
  const isQuorate = state.firstInventory?.quorate ?? false;
  if (check.waiting.length > 0 && !isQuorate) halt(state, noQuorum(false));
  const waiting = new Set(check.waiting);
  const left = batches.map((batch) => batch.filter((entry) => waiting.has(entry)));
  return state.halted ? [] : left.filter((batch) => batch.length > 0);
}

/** A list that somebody wrote has no names. */
function withName({ guestsAtStart }: RunState, { request, ...rest }: Objection): Objection {
  return { ...rest, request: { ...request, name: request.name ?? guestsAtStart.get(request.vmid)?.name ?? null } };
}

/** What a look found: what the cluster says by itself, and what it says when asked. */
interface Examination {
  readonly check: ListCheck;
  readonly blocked: readonly Objection[];
}

async function examine(
  context: RunContext,
  state: RunState,
  batches: readonly (readonly Entry[])[],
  signal: AbortSignal,
): Promise<Examination> {
  const { policy } = context;
  const inventory = state.firstInventory;
  if (inventory === null) return { check: { alreadyThere: [], passed: [], waiting: [], objections: [] }, blocked: [] };
  const checkOn = (snapshot: ClusterSnapshot): ListCheck =>
    checkList(layOut(snapshot, policy), batches, adoptedGuests(state));
  const check = checkOn(inventory.snapshot);
  const entries = entriesToAskAbout(state, check);
  if (entries.length === 0 || state.halted || !inventory.quorate) return { check, blocked: [] };
  const query = { inventory, policy, migrations: entries.map(({ request }) => request) };
  const ask = () => context.precheck(context.client, query, signal);
  const { snapshot, verdicts } = await patiently(context, { limitMs: SHORT_OUTAGE_MS }, ask, signal);
  const destinations = destinationsOf(state);
  const blocked = entries.flatMap(({ request }, at): readonly Objection[] => {
    const { reasons = [], movesAlong = [] } = verdicts[at] ?? {};
    const all = [...reasons, ...unlistedCompany({ movesAlong }, request.to, destinations)];
    return all.length === 0 ? [] : [{ request, kind: "blocked", reason: all.join(" ") }];
  });
  // Whether the disks fit is not among the reasons.
  const told = new Set([...check.objections, ...blocked].map(({ request }) => request));
  const crowded = checkOn(snapshot).objections.filter(({ kind, request }) => kind === "crowded" && !told.has(request));
  return { check, blocked: [...blocked, ...crowded.map((objection) => ({ ...objection, kind: "blocked" as const }))] };
}

/** A guest that has gone, that is locked or on its way is not asked about: what is known of it says enough. */
function entriesToAskAbout(state: RunState, { waiting, objections }: ListCheck): readonly Entry[] {
  const adopted = adoptedGuests(state);
  const settled = objections.filter(({ kind }) => kind === "changed" || kind === "left alone");
  const told = new Set(settled.map(({ request }) => request.vmid));
  return waiting.filter(({ request: { vmid } }) => !told.has(vmid) && !adopted.has(vmid));
}
