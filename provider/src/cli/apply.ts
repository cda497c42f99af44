import type { RequestedMigration, RunReport } from "../execution/run-report.js";
import { type CliIo, EXIT_ERROR, EXIT_OK, reportErrors, UsageError, warnAll } from "./cli-io.js";
import { type ClusterSession, CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { execute, exitCodeOf, rehearse, runDocument, tellProblems } from "./execute.js";
import { guestText } from "./guest-text.js";
import { parseOptions } from "./parse-options.js";
import { planDocument, planTable } from "./plan-output.js";
import { readJson } from "./read-inputs.js";
import { readMigrations } from "./read-migrations.js";
import { planCluster } from "./survey.js";
import { warnOfMoves } from "./warn-of-moves.js";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  plan: { type: "string" },
  yes: { type: "boolean", short: "y", default: false },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** What is to be executed, and how it is shown. */
interface Intention {
  readonly migrations: readonly RequestedMigration[];
  readonly text: string;
  readonly document: Record<string, unknown>;
}

interface Choice {
  readonly yes: boolean;
  readonly "dry-run": boolean;
  readonly json: boolean;
}

/**
 * Runs `apply [--config FILE] [--policy FILE] [--plan FILE] [--yes] [--dry-run] [--json]`: plans, shows the plan, asks, and executes
 * exactly what it has shown, each migration checked again before it starts. With `--json`, it shows the plan on stderr if it has to
 * ask. With `--plan`, the migrations of a saved plan (`plan --json`) take the place of a new plan. With `--dry-run` it only checks
 * them.
 *
 * @returns the exit code: 0 when every guest is where it was to go, else 1
 */
export async function runApply(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    return withCluster(io, values, async (session) => {
      const intention =
        values.plan === undefined ? await intentionOf(io, session) : await savedIntention(io, session, values.plan);
      return carryOut(io, session, intention, values);
    });
  });
}

async function intentionOf(io: CliIo, session: ClusterSession): Promise<Intention> {
  const startedAt = io.now();
  const { plan } = await planCluster(session, io.interruption());
  warnAll(io, plan.warnings);
  if (!session.policy.enabled) warnAll(io, ["Balancing is disabled (enabled is false), so nothing is planned."]);
  return {
    migrations: requestsOf(plan),
    text: planTable(plan),
    document: planDocument(plan, io.now() - startedAt),
  };
}

/** Turns the migrations of a plan into what an execution takes. */
export function requestsOf({
  migrations,
}: {
  readonly migrations: readonly RequestedMigration[];
}): readonly RequestedMigration[] {
  return migrations.map(({ vmid, name, from, to, step }) => ({ vmid, name, from, to, step }));
}

async function savedIntention(io: CliIo, { cluster }: ClusterSession, path: string): Promise<Intention> {
  const saved = readMigrations(await readJson(io, path, "plan"), path);
  warnOfMoves(io, cluster, saved);
  const migrations = requestsOf({ migrations: saved });
  const lines = migrations.map(
    (migration) => `  ${migration.step ?? ""}. ${guestText(migration)} ${migration.from ?? ""} -> ${migration.to}\n`,
  );
  const text = lines.length === 0 ? "No migrations.\n" : lines.join("");
  return { migrations, text, document: { migrations } };
}

async function carryOut(
  io: CliIo,
  session: ClusterSession,
  { migrations, text, document }: Intention,
  { yes, json, "dry-run": isDryRun }: Choice,
): Promise<number> {
  const print = (more: Record<string, unknown>): void => {
    if (json) io.stdout(`${JSON.stringify({ ...document, ...more })}\n`);
  };
  if (!json) io.stdout(text);
  if (migrations.length === 0) {
    print({ dryRun: isDryRun, executed: [], problems: [] });
    return EXIT_OK;
  }
  if (isDryRun) {
    const problems = await problemsOf(io, session, migrations);
    print({ dryRun: true, executed: [], problems });
    if (!json && problems.length === 0) io.stdout("Nothing stands against it; nothing was moved.\n");
    return problems.length === 0 ? EXIT_OK : EXIT_ERROR;
  }
  if (!session.policy.enabled) {
    throw new UsageError("Balancing is disabled (enabled is false), so none of the migrations was started.");
  }
  if (!yes) {
    // Agreed is to what was shown, also where stdout is for the document alone.
    if (json) io.stderr(text);
    if (!(await isAgreed(io, migrations.length))) {
      io.stderr("Nothing was moved.\n");
      print({ dryRun: false, executed: [], problems: [] });
      return EXIT_ERROR;
    }
  }
  const report = await execute(io, session, migrations);
  print({ dryRun: false, ...runDocument(report) });
  return exitCodeOf(report);
}

/** Would stand against the migrations whatever the cluster says of them. */
const DISABLED = {
  summary: "Balancing Is Disabled",
  detail:
    "`enabled` is false in the policy, so apply would start none of these migrations. Set it to true to execute them.",
};

/** Tells what stands against an execution, and starts nothing. */
async function problemsOf(
  io: CliIo,
  session: ClusterSession,
  migrations: readonly RequestedMigration[],
): Promise<RunReport["problems"]> {
  const { report } = await rehearse(io, session, migrations);
  const more = session.policy.enabled ? [] : [DISABLED];
  tellProblems(io, more);
  return [...report.problems, ...more];
}

async function isAgreed(io: CliIo, count: number): Promise<boolean> {
  const what = count === 1 ? "this guest" : `these ${count} guests`;
  const answer = await io.ask(`Move ${what}? Only "yes" is taken as agreement: `, io.interruption());
  if (answer === null) {
    throw new UsageError(
      "There is no terminal to ask on before guests are moved, so nothing was moved. Add --yes to agree beforehand, or --dry-run to only look.",
    );
  }
  return answer.trim() === "yes";
}
