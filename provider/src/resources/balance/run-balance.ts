import { attributePath } from "../../cty/path.js";
import type { ListedMigration } from "../../attributes/migration-attributes.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import type { OperationContext } from "../../framework/context.js";
import type { MigrationOutcome, RunReport } from "../../execution/run-report.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import type { Policy } from "../../planning/model/policy.js";
import type { BalanceModel } from "./balance-attributes.js";
import { requestedMigrations } from "./requested-migrations.js";

/** What a run did, in the words of the state. */
export interface RunResult {
  readonly executed: NonNullable<BalanceModel["executed"]>;
  /** When migrations were asked for; null when none had to be. */
  readonly lastRun: string | null;
  /** True when nothing was begun although something had to be: the cluster is as before, and errors say why. */
  readonly refused: boolean;
  /** True when every guest is where its last migration was to bring it. */
  readonly settled: boolean;
}

const BYTES_PER_MIB = 2 ** 20;

const executedModel = (outcome: MigrationOutcome) => ({
  vm_id: outcome.vmid,
  name: outcome.name,
  from_node: outcome.from,
  to_node: outcome.to,
  result: outcome.result,
  error: outcome.error,
  duration_seconds: Math.round(outcome.durationSeconds),
  transferred_mib: outcome.transferredBytes === null ? null : Math.round(outcome.transferredBytes / BYTES_PER_MIB),
  percent: outcome.percent,
});

const UNSUCCESSFUL: Readonly<
  Partial<Record<MigrationOutcome["result"], { readonly summary: string; readonly verb: string }>>
> = {
  failed: { summary: "Migration Failed", verb: "failed" },
  stopped: { summary: "Migration Stopped", verb: "was stopped" },
  "left running": { summary: "Migration Left Running", verb: "was left running" },
};

const reportFailures = ({ outcomes, finals }: RunReport, diagnostics: Diagnostics): void => {
  const waiting = finals.filter(({ result }) => result === "not started").length;
  const moved = finals.filter(({ result }) => result === "moved").length;
  for (const { vmid, name, from, to, error, result } of outcomes) {
    const wording = UNSUCCESSFUL[result];
    if (wording === undefined) continue;
    diagnostics.error(
      wording.summary,
      `The migration of guest ${vmid} (${name ?? "without a name"}) from ${from ?? "its node"} to ${to} ${wording.verb}: ${error ?? "no cause was reported."}\n` +
        `${moved} of ${finals.length} guests were moved before, ${waiting} were not started. The state shows what was done; ` +
        "run plan again to see what is left.",
    );
  }
};

const refuseDisabled = (migrations: readonly ListedMigration[], diagnostics: Diagnostics): RunResult => {
  if (migrations.length > 0) {
    diagnostics.error(
      "Balancing Is Disabled",
      `policy.enabled is false, so none of the ${migrations.length} listed migrations was started. Set it to true, or remove the list.`,
      attributePath("policy", "enabled"),
    );
  }
  return { executed: [], lastRun: null, refused: migrations.length > 0, settled: migrations.length === 0 };
};

/** Only an apply executes, and a command starts several processes that do not. */
const loadExecution = () =>
  Promise.all([import("../../execution/run-migrations.js"), import("../../advice/precheck-list.js")]);

/** Executes a list of migrations and reports what did not work as diagnostics. */
export const runBalance = async (
  migrations: readonly ListedMigration[],
  policy: Policy,
  { services, diagnostics, signal, log }: OperationContext<ClusterServices>,
): Promise<RunResult> => {
  if (!policy.enabled) return refuseDisabled(migrations, diagnostics);
  const startedAt = services.now().toISOString();
  const [{ runMigrations }, { precheckList }] = await loadExecution();
  const report = await runMigrations(
    {
      cluster: services.cluster,
      policy,
      migrations: requestedMigrations(migrations),
      precheck: precheckList,
      log,
    },
    signal,
  );
  for (const { summary, detail } of report.problems) diagnostics.error(summary, detail);
  reportFailures(report, diagnostics);
  return {
    executed: report.outcomes.map(executedModel),
    lastRun: report.begun ? startedAt : null,
    refused: !report.begun && diagnostics.hasErrors,
    settled: report.finals.every(({ result }) => result === "moved" || result === "already there"),
  };
};
