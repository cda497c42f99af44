import { parseArgs } from "node:util";
import { requireWholeSnapshot } from "../inventory/hidden-guests.js";
import { decodeSnapshot } from "../planning/model/decode-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import { planTarget } from "../planning/search/plan-target.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import { type CliIo, EXIT_CHANGES, EXIT_OK, reportErrors } from "./cli-io.js";
import { readJson, readPolicy, readSnapshotJson } from "./read-inputs.js";
import { readTarget } from "./read-target.js";
import { textTable } from "./text-table.js";

/**
 * Runs `plan --snapshot FILE [--policy FILE] [--target FILE] [--json] [--detailed-exitcode]`: plans the migrations for a
 * captured cluster and prints them as a table, or with `--json` as one document. With a target, a placement that somebody
 * has chosen, it plans only the way there.
 *
 * @returns the exit code: 0, 1 for errors, with `--detailed-exitcode` 2 when migrations are pending
 */
export async function runPlan(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        snapshot: { type: "string" },
        policy: { type: "string" },
        target: { type: "string" },
        json: { type: "boolean", default: false },
        "detailed-exitcode": { type: "boolean", default: false },
      },
    });
    const policy = await readPolicy(io, values.policy);
    // Taken out of the list to be decoded: held by a variable, the document would stay in memory while the plan is made.
    const documents = [await readSnapshotJson(io, values.snapshot)];
    const target = values.target === undefined ? null : await readJson(io, values.target, "target");
    const startedAt = io.now();
    const snapshot = decodeSnapshot(documents.pop());
    requireWholeSnapshot(snapshot);
    const plan =
      values.target === undefined
        ? planMigrations(snapshot, policy)
        : planTarget(snapshot, policy, readTarget(target, snapshot, values.target));
    const elapsedMs = io.now() - startedAt;
    for (const warning of plan.warnings) {
      io.stderr(`Warning: ${warning}\n`);
    }
    io.stdout(values.json ? `${JSON.stringify(planDocument(plan, elapsedMs))}\n` : planTable(plan));
    return values["detailed-exitcode"] && plan.migrations.length > 0 ? EXIT_CHANGES : EXIT_OK;
  });
}

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

function planTable(plan: MigrationPlan): string {
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

function summary(plan: MigrationPlan): string {
  const spreads = Object.entries(plan.imbalanceBefore).map(([method, before]) => {
    const after = Object.entries(plan.imbalanceAfter).find(([name]) => name === method)?.[1] ?? before;
    return `${method} ${before.toFixed(1)} -> ${after.toFixed(1)} points`;
  });
  const count = plan.migrations.length;
  const headline =
    count === 0
      ? "No migrations."
      : `${count} migration${count === 1 ? "" : "s"} (at least ${plan.movesLowerBound} ${plan.movesLowerBound === 1 ? "is" : "are"} needed), about ${formatDuration(plan.estimatedSeconds)}.`;
  return `${headline} Spread: ${spreads.join(", ")}. Rule violations: ${plan.violationsBefore} -> ${plan.violationsAfter}.\n`;
}

/** Gives seconds as people say them: `45 s`, `12 min`, `3 h 20 min`. */
function formatDuration(seconds: number): string {
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
