import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { Upid } from "../pve/upid.js";
import { divideIntoBatches } from "./batches.js";
import type { Entry } from "./batches.js";
import type { Journey } from "./journey.js";
import type { RunProblem } from "./problem-texts.js";
import type { MigrationOutcome, RequestedMigration, RunReport } from "./run-report.js";
import type { Transfer } from "./task-progress.js";

/** A migration that has been started and whose end is awaited. */
export interface RunningMigration {
  readonly from: string;
  readonly to: string;
  /** Ends when the outcome is booked; never fails. */
  readonly end: Promise<void>;
}

/** Where a guest is taken along to, and the place in the list of the migration that does it. */
export interface Carriage {
  readonly to: string;
  readonly leader: number;
}

/** Where a run stands; changed in place while it goes on. */
export interface RunState {
  readonly migrations: readonly RequestedMigration[];
  /** The guests as the run found them. */
  guestsAtStart: ReadonlyMap<number, Guest>;
  readonly outcomes: Map<number, MigrationOutcome>;
  readonly problems: RunProblem[];
  readonly running: Map<number, RunningMigration>;
  readonly journeys: Map<number, Journey>;
  /** Guests that the HA manager takes along with others. */
  readonly carried: Map<number, Carriage>;
  /** Guests on their way by a migration of this run. */
  readonly travelling: Set<number>;
  /** Migrations that somebody else started as the list wants them, by their place in the list, until they are booked. */
  readonly adopted: Map<number, Upid>;
  /** Listed guests that have been missing for so many looks that they count as deleted. */
  readonly gone: Set<number>;
  /** Taken for the check of the list; serves the first migrations, which start at the same moment. */
  firstInventory: Inventory | null;
  begun: boolean;
  /** Migrations that a cancelled run left to Proxmox VE. */
  leftRunning: number;
  /** Migrations that a cancelled run stopped. */
  stopped: number;
  /** True once nothing more is to be started. */
  halted: boolean;
  /** When the last migration ended, for the wait for newer figures. */
  lastEndMs: number;
}

/** Makes the state of a run that has not looked at the cluster yet. */
export function createRunState(migrations: readonly RequestedMigration[]): RunState {
  return {
    migrations,
    guestsAtStart: new Map(),
    outcomes: new Map(),
    problems: [],
    running: new Map(),
    journeys: new Map(),
    carried: new Map(),
    travelling: new Set(),
    adopted: new Map(),
    gone: new Set(),
    firstInventory: null,
    begun: false,
    leftRunning: 0,
    stopped: 0,
    halted: false,
    lastEndMs: 0,
  };
}

/** Takes note of the cluster as the run finds it; the first migrations are judged by that very look. */
export function beginWith(state: RunState, inventory: Inventory): void {
  state.guestsAtStart = new Map(inventory.snapshot.guests.map((guest) => [guest.vmid, guest]));
  state.firstInventory = inventory;
}

/** How one migration ended, besides what the list says. */
export type Ending = Pick<MigrationOutcome, "result"> &
  Partial<Pick<MigrationOutcome, "error" | "durationSeconds">> & { readonly sent?: Transfer | null };

/** Books how a migration ended. */
export function bookOutcome(state: RunState, entry: Entry, ending: Ending): void {
  state.outcomes.set(entry.index, outcomeOf(state, entry, ending));
  state.adopted.delete(entry.index);
}

/** Lists the guests that somebody else is just moving as the list wants it. */
export function adoptedGuests({ adopted, migrations }: RunState): ReadonlySet<number> {
  return new Set(migrations.filter((_, index) => adopted.has(index)).map(({ vmid }) => vmid));
}

/** Maps guests to where they may be taken: to every target that the list has for them, else only to where the run found them. */
export function destinationsOf({ guestsAtStart, migrations }: RunState): ReadonlyMap<number, ReadonlySet<string>> {
  const listed = new Map<number, Set<string>>();
  for (const { vmid, to } of migrations) listed.set(vmid, (listed.get(vmid) ?? new Set()).add(to));
  const homes = [...guestsAtStart.values()].map(({ vmid, node }) => [vmid, new Set([node])] as const);
  return new Map([...homes, ...listed]);
}

/** Stops the run: what runs is followed, nothing more is started. */
export function halt(state: RunState, problem: RunProblem | null): void {
  state.halted = true;
  // One cause may be met in several places; it is told once.
  const isNew = problem !== null && state.problems.every(({ summary }) => summary !== problem.summary);
  if (isNew) state.problems.push(problem);
}

/** Sums the run up. */
export function reportOf(state: RunState): RunReport {
  const outcome = (entry: Entry): MigrationOutcome =>
    state.outcomes.get(entry.index) ?? outcomeOf(state, entry, { result: "not started" });
  const inOrder = divideIntoBatches(state.migrations).flat();
  return {
    begun: state.begun,
    outcomes: state.migrations.map((request, index) => outcome({ index, request })),
    finals: [...new Map(inOrder.map((entry) => [entry.request.vmid, outcome(entry)])).values()],
    problems: state.problems,
  };
}

function outcomeOf({ guestsAtStart }: RunState, { request }: Entry, ending: Ending): MigrationOutcome {
  const guest = guestsAtStart.get(request.vmid);
  const name = guest === undefined || guest.name === "" ? null : guest.name;
  return {
    vmid: request.vmid,
    name: request.name ?? name,
    from: guest?.node ?? null,
    to: request.to,
    result: ending.result,
    error: ending.error ?? null,
    durationSeconds: ending.durationSeconds ?? 0,
    ...progressOf(ending),
  };
}

function progressOf({ result, sent = null }: Ending): Pick<MigrationOutcome, "transferredBytes" | "percent"> {
  return { transferredBytes: sent?.bytes ?? null, percent: result === "moved" ? 100 : (sent?.percent ?? null) };
}
