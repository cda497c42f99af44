import type { Imbalance, MigrationPlan } from "../planning/model/migration-plan.js";
import { textTable } from "./text-table.js";

/** Gives the document that `plan --json` prints. */
export function planDocument(plan: MigrationPlan, elapsedMs: number): Record<string, unknown> {
  return {
    migrations: plan.migrations.map(({ vmid, from, to, step, ...rest }) => ({ vmid, from, to, step, ...rest })),
    imbalance: { before: plan.imbalanceBefore, after: plan.imbalanceAfter },
    violations: { before: plan.violationsBefore, after: plan.violationsAfter },
    movesLowerBound: plan.movesLowerBound,
    estimatedSeconds: plan.estimatedSeconds,
    metrics: plan.metrics,
    unresolved: plan.unresolved,
    elapsedMs,
  };
}

/** Shows a plan to people: a table of the migrations, what they achieve, and what stays unresolved. */
export function planTable(plan: MigrationPlan): string {
  const rows = plan.migrations.map((migration) => [
    String(migration.step),
    `${migration.type} ${migration.vmid}`,
    migration.name,
    `${migration.from} -> ${migration.to}`,
    migration.reason,
  ]);
  const table = rows.length === 0 ? "" : textTable(["STEP", "GUEST", "NAME", "NODES", "REASON"], rows);
  return (
    table + summary(plan) + plan.unresolved.map((entry) => `Unresolved, ${entry.subject}: ${entry.reason}\n`).join("")
  );
}

/** Says in a full sentence how many migrations a plan has and how long they take. */
export function planHeadline({
  migrations: { length: count },
  movesLowerBound,
  estimatedSeconds,
}: MigrationPlan): string {
  if (count === 0) return "No migrations.";
  const bound =
    movesLowerBound === 0 ? "" : ` (at least ${movesLowerBound} ${movesLowerBound === 1 ? "is" : "are"} needed)`;
  return `${count} migration${count === 1 ? "" : "s"}${bound}, about ${formatDuration(estimatedSeconds)}.`;
}

function spreadTexts(before: Imbalance, after: Imbalance): readonly string[] {
  const afterBy = new Map(Object.entries(after));
  return Object.entries(before).map(
    ([method, points]) => `${method} ${points.toFixed(1)} -> ${(afterBy.get(method) ?? points).toFixed(1)} points`,
  );
}

function summary(plan: MigrationPlan): string {
  const spreads = spreadTexts(plan.imbalanceBefore, plan.imbalanceAfter).join(", ");
  return `${planHeadline(plan)} Spread: ${spreads}. Rule violations: ${plan.violationsBefore} -> ${plan.violationsAfter}.\n`;
}

/** Gives seconds as people say them: `45 s`, `12 min`, `3 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
