import type { ClusterSnapshot, Guest, Node } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../../provider/src/planning/model/migration-plan.js";
import type { BalanceMethod, Policy } from "../../provider/src/planning/model/policy.js";
import { targetableNodes } from "./planning-replay.js";

/*
 * Judges plans of large clusters by the rules of planning-replay.ts, but recounts after a step only what the step touched.
 */

/** What a plan must say of its migrations to be judged. */
export type JudgedMigration = Pick<PlannedMigration, "step" | "vmid" | "from" | "to">;

/** What a plan does, recounted without the planner. */
export interface Verdict {
  /** What is wrong with the plan; empty when nothing is. */
  readonly faults: readonly string[];
  /** Highest less lowest load at the end, in points, over the nodes that may take guests. */
  readonly spread: Readonly<Record<BalanceMethod, number>>;
  /** Violations of tag rules that are left at the end. */
  readonly violations: number;
}

type Size = "memoryUsedBytes" | "cpuUsedCores" | "localDiskBytes" | "memoryBytes" | "cpuCores";

const SIZES: readonly Size[] = ["memoryUsedBytes", "cpuUsedCores", "localDiskBytes", "memoryBytes", "cpuCores"];

interface Standing {
  readonly node: Node;
  readonly taken: Record<Size, number>;
}

interface State {
  readonly policy: Policy;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly targets: ReadonlySet<string>;
  readonly guests: ReadonlyMap<number, Guest>;
  /** Node by vmid. */
  readonly homes: Map<number, string>;
  readonly members: ReadonlyMap<string, readonly Guest[]>;
}

const ruleTags = (guest: Guest): readonly string[] =>
  guest.template ? [] : guest.tags.filter((tag) => /^plb_(anti_)?affinity/.test(tag));

const change = (state: State, name: string, guest: Guest, sign: 1 | -1): void => {
  const taken = state.standings.get(name)?.taken;
  if (taken !== undefined) for (const size of SIZES) taken[size] += sign * guest[size];
};

function startOf(snapshot: ClusterSnapshot, policy: Policy): State {
  const standings = new Map<string, Standing>(
    snapshot.nodes.map((node) => [
      node.name,
      {
        node,
        taken: {
          memoryUsedBytes: node.memoryUsedBytes,
          cpuUsedCores: node.cpuUsedCores,
          localDiskBytes: node.diskUsedBytes,
          memoryBytes: 0,
          cpuCores: 0,
        },
      },
    ]),
  );
  const members = new Map<string, Guest[]>();
  for (const guest of snapshot.guests) {
    const taken = standings.get(guest.node)?.taken;
    if (taken !== undefined) {
      taken.memoryBytes += guest.memoryBytes;
      taken.cpuCores += guest.cpuCores;
    }
    for (const tag of ruleTags(guest)) {
      const known = members.get(tag);
      if (known === undefined) members.set(tag, [guest]);
      else known.push(guest);
    }
  }
  return {
    policy,
    standings,
    targets: new Set(targetableNodes(snapshot, policy)),
    guests: new Map(snapshot.guests.map((guest) => [guest.vmid, guest])),
    homes: new Map(snapshot.guests.map((guest) => [guest.vmid, guest.node])),
    members,
  };
}

function violationsOf({ members, homes }: State, tag: string): number {
  const guests = members.get(tag) ?? [];
  const distinct = new Set(guests.map(({ vmid }) => homes.get(vmid))).size;
  return tag.startsWith("plb_affinity") ? distinct - 1 : guests.length - distinct;
}

function offPin({ homes, standings }: State, { vmid, tags, template }: Guest): boolean {
  const pins = tags.filter((tag) => tag.startsWith("plb_pin_")).map((tag) => tag.slice("plb_pin_".length));
  const known = pins.filter((pin) => standings.has(pin));
  return !template && known.length > 0 && !known.includes(homes.get(vmid) ?? "");
}

const mustStay = ({ tags, status, template, lock, type }: Guest, { balanceTypes }: Policy): boolean =>
  tags.some((tag) => tag.startsWith("plb_ignore")) ||
  status !== "running" ||
  template ||
  lock !== null ||
  !balanceTypes.includes(type);

function moveFaults(state: State, { vmid, from, to }: JudgedMigration): string[] {
  const guest = state.guests.get(vmid);
  if (guest === undefined) return [`guest ${vmid} does not exist`];
  return [
    ...(state.homes.get(vmid) === from ? [] : [`guest ${vmid} is not on ${from}`]),
    ...(from === to ? [`guest ${vmid} does not move`] : []),
    ...(state.targets.has(to) ? [] : [`${to} takes no guests`]),
    ...(mustStay(guest, state.policy) ? [`guest ${vmid} must not move`] : []),
  ];
}

/** What a node lacks while guests are both there and where they came from. */
function shortages({ standings, policy }: State, name: string): string[] {
  const standing = standings.get(name);
  if (standing === undefined) return [`${name} does not exist`];
  const { node, taken } = standing;
  const over = (size: Size, limit: number): boolean => taken[size] > limit * (1 + 1e-9);
  return [
    ...(over("memoryUsedBytes", node.memoryBytes) ? [`${name} is short of memory`] : []),
    ...(node.diskBytes > 0 && over("localDiskBytes", node.diskBytes) ? [`${name} is short of disk`] : []),
    ...(over("memoryBytes", node.memoryBytes * (policy.memoryOvercommit ?? Infinity))
      ? [`${name} exceeds memory_overcommit`]
      : []),
    ...(over("cpuCores", node.cpuCores * (policy.cpuOvercommit ?? Infinity)) ? [`${name} exceeds cpu_overcommit`] : []),
  ];
}

/** Guests to be kept apart that are on one node while one of them arrives there. */
function meetings({ members, homes }: State, guest: Guest, to: string, arrivals: ReadonlyMap<number, string>) {
  const meets = (tag: string): boolean =>
    (members.get(tag) ?? []).some(
      ({ vmid }) =>
        vmid !== guest.vmid &&
        homes.get(vmid) !== homes.get(guest.vmid) &&
        (homes.get(vmid) === to || arrivals.get(vmid) === to),
    );
  return ruleTags(guest)
    .filter((tag) => tag.startsWith("plb_anti_affinity") && meets(tag))
    .map((tag) => `guests of ${tag} meet on ${to}`);
}

function takeStep(state: State, moves: readonly JudgedMigration[]): string[] {
  const faults = moves.flatMap((move) => moveFaults(state, move));
  const arrivals = new Map(moves.map(({ vmid, to }) => [vmid, to]));
  const moved = moves.flatMap(({ vmid, from, to }) => {
    const guest = state.guests.get(vmid);
    return guest === undefined ? [] : [{ guest, from, to, offPin: offPin(state, guest) }];
  });
  const tags = [...new Set(moved.flatMap(({ guest }) => ruleTags(guest)))];
  const before = tags.map((tag) => violationsOf(state, tag));
  for (const { guest, to } of moved) {
    change(state, to, guest, 1);
    faults.push(...meetings(state, guest, to, arrivals));
  }
  for (const name of new Set(arrivals.values())) faults.push(...shortages(state, name));
  for (const { guest, from, to } of moved) {
    change(state, from, guest, -1);
    state.homes.set(guest.vmid, to);
  }
  const broken = tags.filter((tag, i) => violationsOf(state, tag) > (before[i] ?? 0));
  const unpinned = moved.filter((move) => !move.offPin && offPin(state, move.guest));
  return [
    ...faults,
    ...broken.map((tag) => `a step breaks ${tag}`),
    ...unpinned.map(({ guest }) => `a step takes guest ${guest.vmid} off its nodes`),
  ];
}

function spreadOf(state: State, size: Size, capacity: "memoryBytes" | "cpuCores" | "diskBytes"): number {
  const loads = [...state.standings.values()]
    .filter(({ node }) => state.targets.has(node.name) && node[capacity] > 0)
    .map(({ node, taken }) => (100 * taken[size]) / node[capacity]);
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
}

/** Takes the steps of a plan one after the other, and says what is wrong with them and what they lead to. */
export function judgePlan(snapshot: ClusterSnapshot, policy: Policy, migrations: readonly JudgedMigration[]): Verdict {
  const state = startOf(snapshot, policy);
  const steps = new Map<number, JudgedMigration[]>();
  for (const move of migrations) steps.set(move.step, [...(steps.get(move.step) ?? []), move]);
  const faults = [...steps].sort(([a], [b]) => a - b).flatMap(([, moves]) => takeStep(state, moves));
  const violations = [...state.members.keys()].reduce((sum, tag) => sum + violationsOf(state, tag), 0);
  return {
    faults,
    spread: {
      memory: spreadOf(state, "memoryUsedBytes", "memoryBytes"),
      cpu: spreadOf(state, "cpuUsedCores", "cpuCores"),
      disk: spreadOf(state, "localDiskBytes", "diskBytes"),
    },
    violations: violations + snapshot.guests.filter((guest) => offPin(state, guest)).length,
  };
}
