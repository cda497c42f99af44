import type { ClusterSnapshot, Guest, GuestDisk, Node } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../../provider/src/planning/model/migration-plan.js";
import type { BalanceMethod, Policy } from "../../provider/src/planning/model/policy.js";
import { drainedNodes, type JudgedRule, mayMove, offerOf, rulesOf, targetNodes } from "./planning-judge-rules.js";

/*
 * Judges plans without the planner: from the snapshot and the policy alone it takes the steps one after the other, and
 * recounts after each what the step touched. It shares nothing with the planner but types.
 */

/** What a plan must say of its migrations to be judged. */
export type JudgedMigration = Pick<PlannedMigration, "step" | "vmid" | "from" | "to">;

/** What a cluster is like, recounted without the planner. */
export interface Standing {
  /** Highest less lowest load, in points, over the nodes that take guests. */
  readonly spread: Readonly<Record<BalanceMethod, number>>;
  readonly mustViolations: number;
  readonly shouldViolations: number;
  /** Guests that may move and are to leave their node. */
  readonly evacuationsLeft: number;
}

/** What a plan does, recounted without the planner. */
export interface Verdict extends Standing {
  /** What is wrong with the plan; empty when nothing is. */
  readonly faults: readonly string[];
  /** Violations of all rules that are left at the end. */
  readonly violations: number;
}

type Size = "memoryUsedBytes" | "cpuUsedCores" | "localDiskBytes" | "memoryBytes" | "cpuCores";

const SIZES: readonly Size[] = ["memoryUsedBytes", "cpuUsedCores", "localDiskBytes", "memoryBytes", "cpuCores"];

interface Place {
  readonly node: Node;
  readonly offer: { readonly memoryBytes: number; readonly cpuCores: number } | null;
  readonly taken: Record<Size, number>;
  /** Bytes free by storage; Infinity where storage is shared. Null when the storages are not known. */
  readonly free: Map<string, number> | null;
}

interface State {
  readonly policy: Policy;
  readonly places: ReadonlyMap<string, Place>;
  readonly targets: ReadonlySet<string>;
  readonly drained: ReadonlySet<string>;
  readonly guests: ReadonlyMap<number, Guest>;
  /** Node by vmid. */
  readonly homes: Map<number, string>;
  /** Where the disks of guests are that have moved, by vmid. */
  readonly disks: Map<number, readonly GuestDisk[]>;
  readonly sharedStorages: ReadonlySet<string>;
  readonly rules: readonly JudgedRule[];
  readonly rulesOfGuest: ReadonlyMap<number, readonly JudgedRule[]>;
}

function startOf(snapshot: ClusterSnapshot, policy: Policy): State {
  const { nodes, guests } = snapshot;
  const sharedStorages = new Set(
    nodes.flatMap(({ storages = [] }) => storages.filter(({ shared }) => shared).map(({ id }) => id)),
  );
  const places = new Map(nodes.map((node) => [node.name, emptyPlace(node, policy, sharedStorages)]));
  for (const guest of guests) {
    const taken = places.get(guest.node)?.taken;
    if (taken !== undefined) {
      taken.memoryBytes += guest.memoryBytes;
      taken.cpuCores += guest.cpuCores;
    }
  }
  const rules = rulesOf(snapshot, policy);
  const rulesOfGuest = new Map<number, JudgedRule[]>();
  for (const rule of rules) {
    for (const vmid of rule.vmids) {
      const known = rulesOfGuest.get(vmid);
      if (known === undefined) rulesOfGuest.set(vmid, [rule]);
      else known.push(rule);
    }
  }
  return {
    policy,
    places,
    targets: new Set(targetNodes(snapshot, policy)),
    drained: new Set(drainedNodes(snapshot, policy)),
    guests: new Map(guests.map((guest) => [guest.vmid, guest])),
    homes: new Map(guests.map((guest) => [guest.vmid, guest.node])),
    disks: new Map(),
    sharedStorages,
    rules,
    rulesOfGuest,
  };
}

/** The nodes' own figures hold what the host itself uses; what is assigned is the sum over the guests. */
function emptyPlace(node: Node, policy: Policy, shared: ReadonlySet<string>): Place {
  const free = node.storages?.map(
    ({ id, totalBytes, usedBytes }) => [id, shared.has(id) ? Infinity : totalBytes - usedBytes] as const,
  );
  return {
    node,
    offer: offerOf(node, policy),
    taken: {
      memoryUsedBytes: node.memoryUsedBytes,
      cpuUsedCores: node.cpuUsedCores,
      localDiskBytes: node.diskUsedBytes,
      memoryBytes: 0,
      cpuCores: 0,
    },
    free: free === undefined ? null : new Map(free),
  };
}

/** Where the disks of a guest would be on a node that it comes to. */
function disksThere({ policy, sharedStorages, disks }: State, guest: Guest): readonly GuestDisk[] {
  const { targetStorage } = policy.migration;
  const here = disks.get(guest.vmid) ?? guest.disks ?? [];
  return here.map(({ storage, bytes }) => ({
    storage: sharedStorages.has(storage) ? storage : (targetStorage ?? storage),
    bytes,
  }));
}

function charge(place: Place | undefined, guest: Guest, disks: readonly GuestDisk[], sign: 1 | -1): void {
  if (place === undefined) return;
  for (const size of SIZES) place.taken[size] += sign * guest[size];
  for (const { storage, bytes } of disks) {
    const free = place.free?.get(storage);
    if (free !== undefined) place.free?.set(storage, free - sign * bytes);
  }
}

/** Violations of one rule: guests too many on a node, nodes too many for a group, or guests off their nodes. */
function violationsOf({ homes }: State, { kind, vmids, nodes }: JudgedRule): number {
  const places = vmids.map((vmid) => homes.get(vmid) ?? "");
  switch (kind) {
    case "affinity":
      return new Set(places).size - 1;
    case "anti-affinity":
      return places.length - new Set(places).size;
    case "node-affinity":
      return places.filter((name) => !nodes.has(name)).length;
  }
}

function moveFaults(state: State, { vmid, from, to }: JudgedMigration): string[] {
  const guest = state.guests.get(vmid);
  if (guest === undefined) return [`guest ${vmid} does not exist`];
  const home = state.places.get(guest.node)?.node;
  const rules = state.rulesOfGuest.get(vmid) ?? [];
  return [
    ...(state.homes.get(vmid) === from ? [] : [`guest ${vmid} is not on ${from}`]),
    ...(from === to ? [`guest ${vmid} does not move`] : []),
    ...(state.targets.has(to) ? [] : [`${to} takes no guests`]),
    ...(mayMove(guest, home, state.policy) ? [] : [`guest ${vmid} must not move`]),
    ...rules
      .filter((rule) => rule.kind === "node-affinity" && rule.must && !rule.nodes.has(to))
      .map((rule) => `${rule.label} keeps guest ${vmid} from ${to}`),
  ];
}

/** A step starts every migration of it at the same time, so a guest can be in it only once. */
function repeatFaults(moves: readonly JudgedMigration[]): string[] {
  const vmids = moves.map(({ vmid }) => vmid);
  return vmids.filter((vmid, i) => vmids.indexOf(vmid) < i).map((vmid) => `guest ${vmid} moves twice in a step`);
}

interface Arrival {
  readonly guest: Guest;
  readonly from: string;
  readonly to: string;
  readonly disks: readonly GuestDisk[];
}

/** What a node lacks while the guests of a step are both there and where they came from. */
function shortages({ places, policy }: State, name: string, arrivals: readonly Arrival[]): string[] {
  const place = places.get(name);
  if (place === undefined) return [`${name} does not exist`];
  const { node, taken } = place;
  const { memoryBytes, cpuCores } = place.offer ?? { memoryBytes: 0, cpuCores: 0 };
  const disk = node.diskBytes > 0 && place.free === null ? node.diskBytes : Infinity;
  const limits: readonly (readonly [Size, number, string])[] = [
    ["memoryUsedBytes", memoryBytes, `${name} is short of memory`],
    ["memoryBytes", memoryBytes * (policy.memoryOvercommit ?? Infinity), `${name} exceeds memory_overcommit`],
    ["cpuCores", cpuCores * (policy.cpuOvercommit ?? Infinity), `${name} exceeds cpu_overcommit`],
    ["localDiskBytes", disk, `${name} is short of disk`],
  ];
  const isExceeded = (size: Size, limit: number): boolean =>
    arrivals.some(({ guest }) => guest[size] > 0) && taken[size] > limit * (1 + 1e-9);
  return [
    ...limits.filter(([size, limit]) => isExceeded(size, limit)).map(([, , fault]) => fault),
    ...storageShortages(place, arrivals),
  ];
}

function storageShortages({ node, free }: Place, arrivals: readonly Arrival[]): string[] {
  if (free === null) return [];
  const wanted = new Set(arrivals.flatMap(({ disks }) => disks.map(({ storage }) => storage)));
  return [...wanted].flatMap((storage) => {
    const left = free.get(storage);
    if (left === undefined) return [`${node.name} does not have ${storage}`];
    const comes = arrivals.some(({ disks }) => disks.some((disk) => disk.storage === storage && disk.bytes > 0));
    return left < 0 && comes ? [`${storage} of ${node.name} is short of space`] : [];
  });
}

/** Guests to be kept apart that are on one node while one of them arrives there. */
function meetings(state: State, { guest, to }: Arrival, arrivals: ReadonlyMap<number, string>): string[] {
  const { homes } = state;
  const meets = ({ vmids }: JudgedRule): boolean =>
    vmids.some(
      (vmid) =>
        vmid !== guest.vmid &&
        homes.get(vmid) !== homes.get(guest.vmid) &&
        (homes.get(vmid) === to || arrivals.get(vmid) === to),
    );
  return (state.rulesOfGuest.get(guest.vmid) ?? [])
    .filter((rule) => rule.kind === "anti-affinity" && rule.must && meets(rule))
    .map(({ label }) => `guests of ${label} meet on ${to}`);
}

/** Guests that affinity ties travel as one; a group of them that is larger than a limit has the nodes to itself. */
function limitFaults(state: State, moves: readonly JudgedMigration[]): string[] {
  const { maxParallelPerNode, maxParallelTotal } = state.policy.migration;
  const busy = new Map<string, JudgedMigration[]>();
  for (const move of moves) {
    for (const name of [move.from, move.to]) busy.set(name, [...(busy.get(name) ?? []), move]);
  }
  const crowded = [...busy].filter(([, own]) => own.length > maxParallelPerNode && !travelAsOne(state, own));
  return [
    ...crowded.map(([name]) => `${name} takes part in more migrations at a time than the policy allows`),
    ...(moves.length > maxParallelTotal && !travelAsOne(state, moves)
      ? ["there are more migrations at a time than the policy allows"]
      : []),
  ];
}

function travelAsOne({ rulesOfGuest }: State, moves: readonly JudgedMigration[]): boolean {
  const [first] = moves;
  if (first === undefined || moves.some(({ from, to }) => from !== first.from || to !== first.to)) return false;
  const tied = new Set([first.vmid]);
  for (const vmid of tied) {
    const mates = (rulesOfGuest.get(vmid) ?? []).flatMap((rule) => (rule.kind === "affinity" ? rule.vmids : []));
    mates.filter((mate) => moves.some((move) => move.vmid === mate)).forEach((mate) => tied.add(mate));
  }
  return moves.every(({ vmid }) => tied.has(vmid));
}

function takeStep(state: State, moves: readonly JudgedMigration[]): string[] {
  const faults = [
    ...moves.flatMap((move) => moveFaults(state, move)),
    ...repeatFaults(moves),
    ...limitFaults(state, moves),
  ];
  const destinations = new Map(moves.map(({ vmid, to }) => [vmid, to]));
  const arrivals = moves.flatMap(({ vmid, from, to }): Arrival[] => {
    const guest = state.guests.get(vmid);
    return guest === undefined ? [] : [{ guest, from, to, disks: disksThere(state, guest) }];
  });
  const touched = new Set(arrivals.flatMap(({ guest }) => state.rulesOfGuest.get(guest.vmid) ?? []));
  const binding = [...touched].filter(({ must }) => must);
  const before = binding.map((rule) => violationsOf(state, rule));
  for (const arrival of arrivals) {
    charge(state.places.get(arrival.to), arrival.guest, arrival.disks, 1);
    faults.push(...meetings(state, arrival, destinations));
  }
  for (const name of new Set(destinations.values())) {
    faults.push(
      ...shortages(
        state,
        name,
        arrivals.filter(({ to }) => to === name),
      ),
    );
  }
  for (const { guest, from, to, disks } of arrivals) {
    charge(state.places.get(from), guest, state.disks.get(guest.vmid) ?? guest.disks ?? [], -1);
    state.disks.set(guest.vmid, disks);
    state.homes.set(guest.vmid, to);
  }
  const broken = binding.filter((rule, i) => violationsOf(state, rule) > (before[i] ?? 0));
  return [...faults, ...broken.map(({ label }) => `a step breaks ${label}`)];
}

type Capacity = (place: Place) => number;

const CAPACITIES: Readonly<Record<BalanceMethod, Capacity>> = {
  memory: ({ offer }) => offer?.memoryBytes ?? 0,
  cpu: ({ offer }) => offer?.cpuCores ?? 0,
  disk: ({ node }) => node.diskBytes,
};

function sizeOf(method: BalanceMethod, { mode }: Policy): Size {
  if (method === "disk") return "localDiskBytes";
  if (mode === "assigned") return method === "memory" ? "memoryBytes" : "cpuCores";
  return method === "memory" ? "memoryUsedBytes" : "cpuUsedCores";
}

/** Lists the loads, in percent, of the nodes that take guests; a node that offers nothing has none. */
function loadsOf({ places, targets, policy }: State, method: BalanceMethod): readonly number[] {
  const size = sizeOf(method, policy);
  return [...places.values()]
    .filter((place) => targets.has(place.node.name) && CAPACITIES[method](place) > 0)
    .map((place) => (100 * place.taken[size]) / CAPACITIES[method](place));
}

function spreadOf(state: State, method: BalanceMethod): number {
  let [low, high] = [Infinity, -Infinity];
  for (const load of loadsOf(state, method)) [low, high] = [Math.min(low, load), Math.max(high, load)];
  return Math.max(0, high - low);
}

function standingOf(state: State): Standing {
  const { rules, guests, homes, drained, places, policy } = state;
  const count = (must: boolean): number =>
    rules.reduce((sum, rule) => sum + (rule.must === must ? violationsOf(state, rule) : 0), 0);
  const staying = [...guests.values()].filter(({ vmid }) => drained.has(homes.get(vmid) ?? ""));
  return {
    spread: { memory: spreadOf(state, "memory"), cpu: spreadOf(state, "cpu"), disk: spreadOf(state, "disk") },
    mustViolations: count(true),
    shouldViolations: count(false),
    evacuationsLeft: staying.filter((guest) => mayMove(guest, places.get(guest.node)?.node, policy)).length,
  };
}

/** Recounts what a cluster is like before any plan. */
export function judgeCluster(snapshot: ClusterSnapshot, policy: Policy): Standing {
  return standingOf(startOf(snapshot, policy));
}

/** Lists, by method, the loads in percent of the nodes that take guests, recounted. */
export function judgeLoads(
  snapshot: ClusterSnapshot,
  policy: Policy,
): Readonly<Record<BalanceMethod, readonly number[]>> {
  const state = startOf(snapshot, policy);
  return { memory: loadsOf(state, "memory"), cpu: loadsOf(state, "cpu"), disk: loadsOf(state, "disk") };
}

/** Takes the steps of a plan one after the other, and says what is wrong with them and what they lead to. */
export function judgePlan(snapshot: ClusterSnapshot, policy: Policy, migrations: readonly JudgedMigration[]): Verdict {
  const state = startOf(snapshot, policy);
  const steps = new Map<number, JudgedMigration[]>();
  for (const move of migrations) {
    const known = steps.get(move.step);
    if (known === undefined) steps.set(move.step, [move]);
    else known.push(move);
  }
  const faults = [...steps].sort(([a], [b]) => a - b).flatMap(([, moves]) => takeStep(state, moves));
  const tooMany =
    migrations.length > (policy.maxMigrations ?? Infinity) ? ["there are more migrations than max_migrations"] : [];
  const standing = standingOf(state);
  return {
    ...standing,
    faults: [...faults, ...tooMany],
    violations: standing.mustViolations + standing.shouldViolations,
  };
}
