import type { ClusterSnapshot, Guest } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";

/*
 * An independent judge of plans: it shares no code with the planner beyond the types, works on names and vmids, and
 * recounts everything from scratch after every step.
 */

/** Gives the snapshot after some migrations, the nodes' own figures moved along. */
export function afterMigrations(
  snapshot: ClusterSnapshot,
  migrations: readonly Pick<PlannedMigration, "vmid" | "to">[],
): ClusterSnapshot {
  const home = new Map(snapshot.guests.map((guest) => [guest.vmid, guest.node]));
  for (const { vmid, to } of migrations) {
    home.set(vmid, to);
  }
  const guests = snapshot.guests.map((guest) => ({ ...guest, node: home.get(guest.vmid) ?? guest.node }));
  const host = hostShares(snapshot);
  const nodes = snapshot.nodes.map((node) => ({
    ...node,
    memoryUsedBytes: (host.get(node.name)?.memory ?? 0) + sum(guests, node.name, (guest) => guest.memoryUsedBytes),
    cpuUsedCores: (host.get(node.name)?.cpu ?? 0) + sum(guests, node.name, (guest) => guest.cpuUsedCores),
    diskUsedBytes: (host.get(node.name)?.disk ?? 0) + sum(guests, node.name, (guest) => guest.localDiskBytes),
  }));
  return { ...snapshot, nodes, guests };
}

function hostShares(snapshot: ClusterSnapshot): Map<string, { memory: number; cpu: number; disk: number }> {
  return new Map(
    snapshot.nodes.map((node) => [
      node.name,
      {
        memory: node.memoryUsedBytes - sum(snapshot.guests, node.name, (guest) => guest.memoryUsedBytes),
        cpu: node.cpuUsedCores - sum(snapshot.guests, node.name, (guest) => guest.cpuUsedCores),
        disk: node.diskUsedBytes - sum(snapshot.guests, node.name, (guest) => guest.localDiskBytes),
      },
    ]),
  );
}

function sum(guests: readonly Guest[], node: string, value: (guest: Guest) => number): number {
  return guests.reduce((total, guest) => total + (guest.node === node ? value(guest) : 0), 0);
}

/** Lists the nodes that may take guests. */
export function targetableNodes(snapshot: ClusterSnapshot, policy: Policy): string[] {
  return snapshot.nodes
    .filter((node) => node.online && !node.maintenance)
    .map((node) => node.name)
    .filter((name) => !policy.maintenanceNodes.includes(name) && !policy.ignoreNodes.includes(name));
}

/** Computes max − min of used memory over the nodes that may take guests, in points; without reserves. */
export function memorySpread(snapshot: ClusterSnapshot, policy: Policy): number {
  const names = targetableNodes(snapshot, policy);
  const loads = snapshot.nodes
    .filter((node) => names.includes(node.name))
    .map((node) => (100 * node.memoryUsedBytes) / node.memoryBytes);
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
}

/** Counts violations of the tag rules, per rule, so that no rule can hide behind another. */
export function tagViolations(snapshot: ClusterSnapshot): Map<string, number> {
  const nodesByTag = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const guest of snapshot.guests.filter((candidate) => !candidate.template)) {
    const pins = guest.tags.filter((tag) => tag.startsWith("plb_pin_")).map((tag) => tag.slice("plb_pin_".length));
    const known = pins.filter((pin) => snapshot.nodes.some((node) => node.name === pin));
    counts.set(`pin ${guest.vmid}`, known.length > 0 && !known.includes(guest.node) ? 1 : 0);
    for (const tag of guest.tags.filter((candidate) => /^plb_(anti_)?affinity/.test(candidate))) {
      nodesByTag.set(tag, [...(nodesByTag.get(tag) ?? []), guest.node]);
    }
  }
  for (const [tag, nodes] of nodesByTag) {
    const distinct = new Set(nodes).size;
    counts.set(tag, tag.startsWith("plb_affinity") ? distinct - 1 : nodes.length - distinct);
  }
  return counts;
}

/** Adds up the violations of all tag rules. */
export function totalViolations(snapshot: ClusterSnapshot): number {
  return [...tagViolations(snapshot).values()].reduce((total, count) => total + count, 0);
}

/** Lists what is wrong with a plan, step by step; empty when nothing is. */
export function findFaults(
  snapshot: ClusterSnapshot,
  policy: Policy,
  migrations: readonly PlannedMigration[],
): string[] {
  const faults: string[] = [];
  let state = snapshot;
  for (const step of [...new Set(migrations.map((migration) => migration.step))].sort((a, b) => a - b)) {
    const moves = migrations.filter((migration) => migration.step === step);
    faults.push(...moves.flatMap((move) => moveFaults(state, policy, move)));
    faults.push(...travelFaults(state, policy, moves));
    const next = afterMigrations(state, moves);
    const before = tagViolations(state);
    for (const [rule, count] of tagViolations(next)) {
      if (count > (before.get(rule) ?? 0)) {
        faults.push(`step ${step} breaks ${rule}`);
      }
    }
    state = next;
  }
  return faults;
}

function moveFaults(state: ClusterSnapshot, policy: Policy, move: PlannedMigration): string[] {
  const guest = state.guests.find((candidate) => candidate.vmid === move.vmid);
  const faults: string[] = [];
  if (guest?.node !== move.from) {
    faults.push(`guest ${move.vmid} is not on ${move.from}`);
  }
  if (move.from === move.to) {
    faults.push(`guest ${move.vmid} does not move`);
  }
  if (!targetableNodes(state, policy).includes(move.to)) {
    faults.push(`${move.to} takes no guests`);
  }
  if (guest !== undefined && (guest.tags.some((tag) => tag.startsWith("plb_ignore")) || guest.status !== "running")) {
    faults.push(`guest ${move.vmid} must not move`);
  }
  if (guest !== undefined && (guest.template || guest.lock !== null || !policy.balanceTypes.includes(guest.type))) {
    faults.push(`guest ${move.vmid} must not move either`);
  }
  return faults;
}

/** While the guests of a step travel, each counts on both ends. */
function travelFaults(state: ClusterSnapshot, policy: Policy, moves: readonly PlannedMigration[]): string[] {
  return [...new Set(moves.map((move) => move.to))].flatMap((name) => {
    const node = state.nodes.find((candidate) => candidate.name === name);
    const arriving = state.guests.filter((guest) => moves.some((move) => move.vmid === guest.vmid && move.to === name));
    const present = [...state.guests.filter((guest) => guest.node === name), ...arriving];
    if (node === undefined) {
      return [`${name} does not exist`];
    }
    const used = node.memoryUsedBytes + arriving.reduce((total, guest) => total + guest.memoryUsedBytes, 0);
    const assigned = present.reduce((total, guest) => total + guest.memoryBytes, 0);
    const cores = present.reduce((total, guest) => total + guest.cpuCores, 0);
    const faults: string[] = [];
    if (used > node.memoryBytes) {
      faults.push(`${name} is short of memory`);
    }
    if (policy.memoryOvercommit !== null && assigned > node.memoryBytes * policy.memoryOvercommit) {
      faults.push(`${name} exceeds memory_overcommit`);
    }
    if (policy.cpuOvercommit !== null && cores > node.cpuCores * policy.cpuOvercommit) {
      faults.push(`${name} exceeds cpu_overcommit`);
    }
    const met = arriving.flatMap((guest) =>
      guest.tags
        .filter((tag) => tag.startsWith("plb_anti_affinity"))
        .filter((tag) =>
          present.some(
            (other) => other !== guest && other.node !== guest.node && !other.template && other.tags.includes(tag),
          ),
        ),
    );
    return [...faults, ...met.map((tag) => `guests of ${tag} meet on ${name}`)];
  });
}
