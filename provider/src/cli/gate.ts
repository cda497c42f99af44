import type { MigrationPlan } from "../planning/model/migration-plan.js";
import { type CliIo, EXIT_CHANGES, EXIT_OK, reportErrors, warnAll } from "./cli-io.js";
import { CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { parseOptions } from "./parse-options.js";
import { planDocument, planTable } from "./plan-output.js";
import { readCount, readNumber } from "./read-inputs.js";
import { planCluster } from "./survey.js";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  "max-imbalance": { type: "string" },
  "max-migrations": { type: "string" },
  "max-violations": { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** What a cluster may be short of perfect by. */
interface Limits {
  /** Points between the most and the least loaded node; undefined leaves it to the policy. */
  readonly imbalance: number | undefined;
  /** Undefined for any number: a cluster within the spread that somebody has named need not be as even as it could be. */
  readonly migrations: number | undefined;
  readonly violations: number;
}

/**
 * Runs `gate [--config FILE | --snapshot FILE] [--policy FILE] [--max-imbalance POINTS] [--max-migrations N] [--max-violations N]
 * [--json]`: says whether the cluster is within its limits. Without limits none may be crossed: no migration pending, no rule
 * broken, no spread above the policy, no guest that cannot leave a node in maintenance. With `--max-imbalance` the spread alone
 * counts, however many migrations would make it smaller, and no guest may be left on a node in maintenance.
 *
 * @returns the exit code: 0 when the cluster passes, 2 when it does not, 1 for errors
 */
export async function runGate(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    const imbalance = readNumber("--max-imbalance", values["max-imbalance"]);
    const limits: Limits = {
      imbalance,
      migrations: readCount("--max-migrations", values["max-migrations"]) ?? (imbalance === undefined ? 0 : undefined),
      violations: readCount("--max-violations", values["max-violations"]) ?? 0,
    };
    return withCluster(io, values, async (session) => {
      const startedAt = io.now();
      // A policy that plans nothing would let every cluster pass.
      const policy = { ...session.policy, enabled: true };
      const { plan } = await planCluster({ ...session, policy }, io.interruption());
      warnAll(io, plan.warnings);
      const failures = failuresOf(plan, limits);
      const document = { ...planDocument(plan, io.now() - startedAt), passed: failures.length === 0, failures };
      io.stdout(values.json ? `${JSON.stringify(document)}\n` : planTable(plan) + verdict(failures));
      return failures.length === 0 ? EXIT_OK : EXIT_CHANGES;
    });
  });
}

function verdict(failures: readonly string[]): string {
  return failures.length === 0
    ? "The cluster passes.\n"
    : `The cluster does not pass.\n${failures.map((failure) => `  ${failure}\n`).join("")}`;
}

/** Says in full sentences which limits are crossed. */
function failuresOf(plan: MigrationPlan, limits: Limits): readonly string[] {
  const { migrations, violationsBefore } = plan;
  return [
    ...(limits.migrations !== undefined && migrations.length > limits.migrations
      ? [`Migrations pending: ${migrations.length}, ${allowed(limits.migrations)}.`]
      : []),
    ...(violationsBefore > limits.violations
      ? [`Rules broken: ${violationsBefore}, ${allowed(limits.violations)}.`]
      : []),
    ...imbalances(plan, limits.imbalance),
    ...evacuations(plan, limits),
  ];
}

/** Guests that can leave are among the migrations, where these are limited. */
function evacuations({ metrics: { before, after } }: MigrationPlan, { migrations }: Limits): readonly string[] {
  const [count, whose] =
    migrations === undefined
      ? [before.evacuationsLeft, "Guests on nodes in maintenance"]
      : [after.evacuationsLeft, "Guests that cannot leave nodes in maintenance"];
  return count > 0 ? [`${whose}: ${count}, ${allowed(0)}.`] : [];
}

/** Without a limit of its own the policy decides, by what its plan cannot reach. */
function imbalances({ imbalanceBefore, unresolved }: MigrationPlan, limit: number | undefined): readonly string[] {
  if (limit === undefined) {
    return unresolved
      .filter(({ kind }) => kind === "balance")
      .map(({ subject, reason }) => `Out of balance, ${subject}: ${reason}`);
  }
  return Object.entries(imbalanceBefore)
    .filter(([, points]) => points > limit)
    .map(([method, points]) => `Spread of ${method}: ${textAbove(points, limit)} points, ${allowed(limit)}.`);
}

/** As plans show points, unless rounding would hide that the limit is crossed. */
function textAbove(points: number, limit: number): string {
  const texts = [1, 2, 3].map((digits) => points.toFixed(digits));
  return texts.find((text) => Number(text) > limit) ?? String(points);
}

function allowed(limit: number): string {
  return limit === 0 ? "none allowed" : `${limit} allowed`;
}
