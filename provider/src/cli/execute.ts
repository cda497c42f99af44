import { precheckList } from "../advice/precheck-list.js";
import { checkMigrations, runMigrations } from "../execution/run-migrations.js";
import type { MigrationOutcome, RequestedMigration, RunReport } from "../execution/run-report.js";
import { type CliIo, EXIT_ERROR, EXIT_OK } from "./cli-io.js";
import type { ClusterSession } from "./cluster-session.js";
import { guestText } from "./guest-text.js";
import { progressLog } from "./progress-log.js";

/**
 * Executes migrations as the resource `proxlb_balance` does, with the same checks, and tells on stderr how they go. Interrupting the
 * command starts no more of them, and what becomes of those that run is up to the policy (`on_interrupt`).
 *
 * @throws PveError or InventoryError when the cluster cannot be read before anything was started; the signal's reason
 */
export async function execute(
  io: CliIo,
  { cluster, policy }: ClusterSession,
  migrations: readonly RequestedMigration[],
): Promise<RunReport> {
  const report = await runMigrations(
    { cluster, policy, migrations, precheck: precheckList, log: progressLog(io) },
    io.interruption(),
  );
  tellProblems(io, report.problems);
  for (const line of report.outcomes.flatMap(failureLines)) io.stderr(line);
  if (migrations.length > 0) io.stderr(closingLine(report));
  return report;
}

/**
 * Checks migrations as `execute` does before it starts anything, tells on stderr what it would refuse, and starts nothing.
 *
 * @returns the exit code: 0 when nothing stands against them, else 1, and the report
 * @throws PveError or InventoryError when the cluster cannot be read; the signal's reason
 */
export async function rehearse(
  io: CliIo,
  { cluster, policy }: ClusterSession,
  migrations: readonly RequestedMigration[],
): Promise<{ readonly exitCode: number; readonly report: RunReport }> {
  const report = await checkMigrations(
    { cluster, policy, migrations, precheck: precheckList, log: progressLog(io) },
    io.interruption(),
  );
  tellProblems(io, report.problems);
  return { exitCode: report.problems.length === 0 ? EXIT_OK : EXIT_ERROR, report };
}

/** Tells on stderr what stands against a run. */
export function tellProblems(io: CliIo, problems: RunReport["problems"]): void {
  for (const { summary, detail } of problems) io.stderr(`${summary}. ${detail}\n`);
}

/** Gives the exit code of a run: 0 when every guest is where it was to go, else 1. */
export function exitCodeOf({ finals, problems }: RunReport): number {
  const isDone = finals.every(({ result }) => result === "moved" || result === "already there");
  return isDone && problems.length === 0 ? EXIT_OK : EXIT_ERROR;
}

/** Gives what a run did as parts of a document. */
export function runDocument({ outcomes, problems }: RunReport): Record<string, unknown> {
  return { executed: outcomes, problems };
}

function failureLines(outcome: MigrationOutcome): readonly string[] {
  const { result, error, to } = outcome;
  if (result !== "failed" && result !== "stopped" && result !== "left running") return [];
  const cause = error ?? "Proxmox VE reported no cause.";
  return [`The migration of ${guestText(outcome)} to ${to} ${VERBS[result]}: ${cause}\n`];
}

const VERBS = { failed: "failed", stopped: "was stopped", "left running": "was left running" } as const;

function closingLine({ finals }: RunReport): string {
  const count = (result: MigrationOutcome["result"]): number =>
    finals.filter((outcome) => outcome.result === result).length;
  const moved = count("moved");
  const settled = count("already there");
  const waiting = count("not started");
  return [
    `${moved} of ${finals.length} guest${finals.length === 1 ? " was" : "s were"} moved`,
    ...(settled > 0 ? [`${settled} had been on the target already`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? "was" : "were"} not started`] : []),
  ]
    .join(", ")
    .concat(".\n");
}
