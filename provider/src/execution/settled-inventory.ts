import { requireAllGuests } from "../inventory/hidden-guests.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Upid } from "../pve/upid.js";
import { divideIntoBatches } from "./batches.js";
import type { Entry } from "./batches.js";
import { listRunningMigrations, readTargetOf } from "./find-task.js";
import { isMigrating, LOOKS_BEFORE_GONE, LOOK_AGAIN_MS } from "./guest-sight.js";
import { LONG_OUTAGE_MS, patiently } from "./patience.js";
import { foreignMigrations, guestText, locksLeftBehind } from "./problem-texts.js";
import type { RunContext } from "./run-context.js";
import { adoptedGuests, halt } from "./run-state.js";
import type { RunState } from "./run-state.js";

/** How long migrations of others are waited for before the run gives up: most end within minutes. */
const FOREIGN_WAIT_MS = 600_000;

const FOREIGN_PAUSE_MS = 5_000;

/** Between lock and task of a migration lie moments; a lock that stands alone for this long was left behind. */
const LONE_LOCK_WAIT_MS = 30_000;

/**
 * Takes an inventory in which no guest is missing by accident and in which nobody else is moving guests. A migration that
 * takes a listed guest to its listed target, such as one that an earlier run left behind, is adopted; all others are
 * waited for, and after a time the run is halted.
 *
 * @throws PveError or InventoryError when the cluster cannot be read; the signal's reason.
 */
export async function settledInventory(context: RunContext, state: RunState, signal: AbortSignal): Promise<Inventory> {
  const { clock, log } = context;
  const untilMs = clock.now() + FOREIGN_WAIT_MS;
  const locks: LoneLocks = new Map();
  for (;;) {
    const inventory = await wholeInventory(context, state, signal);
    const { foreign, locked } = await foreignIn(context, state, inventory, signal);
    const left = leftBehind(locks, locked, clock.now());
    if (left.length > 0) halt(state, locksLeftBehind(left, state.begun));
    if (foreign.length === 0 || left.length > 0) return inventory;
    if (clock.now() >= untilMs) {
      halt(state, foreignMigrations(foreign, state.begun));
      return inventory;
    }
    log.info("Waiting for migrations that are not part of this run", { migrations: foreign.join(", ") });
    await clock.sleep(FOREIGN_PAUSE_MS, signal);
  }
}

/** A guest on its way is now and then on no list for a moment, so a missing one is looked for again. */
async function wholeInventory(context: RunContext, state: RunState, signal: AbortSignal): Promise<Inventory> {
  const take = () => context.cluster.freshInventory(signal);
  // Before the run has begun somebody waits for the first word.
  const limitMs = state.begun ? LONG_OUTAGE_MS : 0;
  for (let look = 1; ; look += 1) {
    const inventory = await patiently(context, { limitMs }, take, signal);
    requireAllGuests(inventory);
    const present = new Set(inventory.snapshot.guests.map(({ vmid }) => vmid));
    const isWhole = state.migrations.every(({ vmid }) => present.has(vmid) || state.gone.has(vmid));
    if (isWhole) return inventory;
    if (look >= LOOKS_BEFORE_GONE) {
      for (const { vmid } of state.migrations) if (!present.has(vmid)) state.gone.add(vmid);
      return inventory;
    }
    await context.clock.sleep(LOOK_AGAIN_MS, signal);
  }
}

/** When each guest was first seen with a lock for which no task is to be seen. Milliseconds by guest. */
type LoneLocks = Map<number, number>;

/** What others are moving, in words, and of that the guests with the lock of a migration but no task. */
interface Foreign {
  readonly foreign: readonly string[];
  readonly locked: readonly Guest[];
}

/** Names what others are moving; adopts what moves as the list wants it. */
async function foreignIn(
  context: RunContext,
  state: RunState,
  { snapshot }: Inventory,
  signal: AbortSignal,
): Promise<Foreign> {
  const adopted = adoptedGuests(state);
  const isOwn = (vmid: number): boolean => state.travelling.has(vmid) || state.carried.has(vmid) || adopted.has(vmid);
  const tasks = (await listRunningMigrations(context, signal)).filter(({ id }) => !isOwn(Number(id)));
  const foreign: string[] = [];
  for (const task of tasks) {
    const guest = snapshot.guests.find(({ vmid }) => vmid === Number(task.id));
    if (!(await adopts(context, state, { task, guest }, signal))) foreign.push(`${task.text} of ${task.user}`);
  }
  const moving = new Set(tasks.map(({ id }) => Number(id)));
  const queued = snapshot.guests.filter(
    (guest) => isMigrating(guest) && !isOwn(guest.vmid) && !moving.has(guest.vmid) && isListed(state, guest.vmid),
  );
  const texts = queued.map(({ vmid, name, lock }) => `${guestText(vmid, name)}, locked (${lock ?? ""})`);
  return { foreign: [...foreign, ...texts], locked: queued.filter(({ lock }) => lock === "migrate") };
}

/** Returns the guests whose locks have stood alone for too long, and keeps in `locks` since when each one does. */
function leftBehind(locks: LoneLocks, locked: readonly Guest[], nowMs: number): readonly Guest[] {
  const vmids = new Set(locked.map(({ vmid }) => vmid));
  for (const vmid of locks.keys()) if (!vmids.has(vmid)) locks.delete(vmid);
  for (const vmid of vmids) if (!locks.has(vmid)) locks.set(vmid, nowMs);
  return locked.filter(({ vmid }) => nowMs - (locks.get(vmid) ?? nowMs) >= LONE_LOCK_WAIT_MS);
}

/** A running migration, and its guest where it was seen. */
interface UnderWay {
  readonly task: Upid;
  readonly guest: Guest | undefined;
}

async function adopts(
  context: RunContext,
  state: RunState,
  { task, guest }: UnderWay,
  signal: AbortSignal,
): Promise<boolean> {
  if (guest === undefined || task.type === "hamigrate") return false;
  const next = nextOf(state, guest);
  if (next === undefined) return false;
  const target = await readTargetOf(context, task, signal);
  if (next.request.to !== target) return false;
  context.log.info("Taking over a migration that is under way", { vmid: guest.vmid, to: target, task: task.text });
  state.adopted.set(next.index, task);
  return true;
}

/** A guest with several hops makes them in turn, so that only the first that is left can be under way. */
function nextOf({ migrations, outcomes }: RunState, { vmid, node }: Guest): Entry | undefined {
  const hops = divideIntoBatches(migrations)
    .flat()
    .filter(({ request }) => request.vmid === vmid);
  // Before the list is checked nothing is booked, and where the guest is tells which hops an earlier run has made.
  const isBooked = hops.some(({ index }) => outcomes.has(index));
  const made = isBooked ? 0 : hops.findLastIndex(({ request }) => request.to === node) + 1;
  return hops.slice(made).find(({ index }) => !outcomes.has(index));
}

const isListed = ({ migrations }: RunState, vmid: number): boolean =>
  migrations.some((migration) => migration.vmid === vmid);
