import { buildIndex } from "../constraints/build-index.js";
import { hasRoom, lacksRoom } from "../constraints/capacity.js";
import { createImmovabilityTest, type ImmovabilityTest } from "../constraints/movability.js";
import { rolePreventsArrival } from "../constraints/node-roles.js";
import { type ClusterIndex, QUANTITIES } from "../model/cluster-index.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import { createLayout, type Layout, relocate } from "../model/layout.js";
import type { PlannedMigration } from "../model/migration-plan.js";
import type { Policy } from "../model/policy.js";
import { brokenRules, newlyBroken } from "./broken-rules.js";

/** The part of a planned migration that decides whether it can still be made. */
export type CheckedMigration = Pick<PlannedMigration, "step" | "vmid" | "from" | "to">;

/** A migration that cannot be made any more, and why, in one full sentence. */
export interface MigrationProblem {
  readonly vmid: number;
  readonly problem: string;
}

/** A migration whose guest and target exist. */
interface ResolvedMigration {
  readonly vmid: number;
  readonly guest: number;
  readonly to: number;
}

/**
 * Checks that a list of migrations can be made on a snapshot, step after step: each guest exists, is where the list says
 * and may move, its target takes guests and has room while everything that travels counts on both ends, and no `must`
 * rule is broken or made worse. A migration with a problem is left out before the next step is checked.
 *
 * @returns the problems; empty when the whole list can be made
 */
export function checkMigrations(
  snapshot: ClusterSnapshot,
  policy: Policy,
  migrations: readonly CheckedMigration[],
): readonly MigrationProblem[] {
  const index = buildIndex(snapshot, policy);
  const layout = createLayout(index);
  const problems: MigrationProblem[] = [];
  const steps = [...new Set(migrations.map((migration) => migration.step))].sort((a, b) => a - b);
  const resolver = createResolver(index);
  for (const step of steps) {
    const resolved: ResolvedMigration[] = [];
    for (const migration of migrations.filter((candidate) => candidate.step === step)) {
      const result = resolver(layout, migration);
      if (typeof result === "string") {
        problems.push({ vmid: migration.vmid, problem: result });
      } else {
        resolved.push(result);
      }
    }
    problems.push(...checkStep(layout, resolved));
  }
  return problems;
}

function createResolver(
  index: ClusterIndex,
): (layout: Layout, migration: CheckedMigration) => ResolvedMigration | string {
  const guests = new Map(index.vmids.map((vmid, guest) => [vmid, guest]));
  const immovability = createImmovabilityTest(index.policy);
  return (layout, { vmid, from, to }) => {
    const guest = guests.get(vmid);
    if (guest === undefined) {
      return `Guest ${vmid} does not exist any more.`;
    }
    const target = index.nodeNames.indexOf(to);
    const problem = guestProblem(layout, guest, from, immovability) ?? targetProblem(index, target, to, vmid);
    if (problem !== null) {
      return problem;
    }
    return layout.nodeOf[guest] === target ? `Guest ${vmid} is on ${to} already.` : { vmid, guest, to: target };
  };
}

function guestProblem(layout: Layout, guest: number, from: string, immovability: ImmovabilityTest): string | null {
  const { index } = layout;
  const node = layout.nodeOf[guest] ?? -1;
  const name = index.nodeNames[node] ?? "no known node";
  const row = index.snapshot.guests[index.guestRow[guest] ?? -1];
  const role = index.roles[node];
  const label = `Guest ${index.vmids[guest] ?? "?"} (${row?.name ?? "?"})`;
  if (name !== from) {
    return `${label} is on ${name} and not on ${from} any more.`;
  }
  const reason = row === undefined || role === undefined ? null : immovability(row, role);
  return reason === null ? null : `${label} may not move. ${reason}`;
}

function targetProblem(index: ClusterIndex, target: number, to: string, vmid: number): string | null {
  const role = index.roles[target];
  if (role === undefined) {
    return `Guest ${vmid} cannot go to ${to}, because the cluster has no such node.`;
  }
  const reason = rolePreventsArrival(to, role);
  return reason === null ? null : `Guest ${vmid} cannot go to ${to}. ${reason}`;
}

function checkStep(layout: Layout, migrations: readonly ResolvedMigration[]): MigrationProblem[] {
  const problems: MigrationProblem[] = [];
  const travelling: ResolvedMigration[] = [];
  for (const migration of migrations) {
    const size = sizeOf(layout.index, migration.guest);
    const problem = hasRoom(layout, size, migration.to) ? null : lacksRoom(layout, size, migration.to);
    if (problem === null) {
      book(layout, migration, 1);
      travelling.push(migration);
    } else {
      problems.push({ vmid: migration.vmid, problem: `Guest ${migration.vmid} does not fit any more. ${problem}` });
    }
  }
  for (const migration of travelling) {
    book(layout, migration, -1);
  }
  return [...problems, ...arrive(layout, travelling)];
}

/** Lets the guests of a step arrive; if that breaks a rule, those that the rule is about stay where they are. */
function arrive(layout: Layout, migrations: readonly ResolvedMigration[]): MigrationProblem[] {
  const before = brokenRules(layout, migrations);
  const origins = migrations.map(({ guest }) => layout.nodeOf[guest] ?? -1);
  for (const { guest, to } of migrations) {
    relocate(layout, guest, to);
  }
  const broken = newlyBroken(layout, before);
  const problems: MigrationProblem[] = [];
  for (const [i, { vmid, guest }] of migrations.entries()) {
    const rule = broken.find((candidate) => candidate.members.includes(guest));
    if (rule !== undefined) {
      relocate(layout, guest, origins[i] ?? -1);
      problems.push({ vmid, problem: `Moving guest ${vmid} would break the ${rule.origin}.` });
    }
  }
  return problems;
}

function sizeOf(index: ClusterIndex, guest: number): number[] {
  return [...index.size.subarray(guest * QUANTITIES, (guest + 1) * QUANTITIES)];
}

function book(layout: Layout, { guest, to }: ResolvedMigration, sign: 1 | -1): void {
  for (const [q, amount] of sizeOf(layout.index, guest).entries()) {
    const at = to * QUANTITIES + q;
    layout.load[at] = (layout.load[at] ?? 0) + sign * amount;
  }
}
