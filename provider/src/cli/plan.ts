import { planMarkdown } from "../data-sources/migration-plan/plan-markdown.js";
import { planUntilChecked } from "../advice/plan-with-prechecks.js";
import { requireWholeSnapshot } from "../inventory/hidden-guests.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { decodeSnapshot } from "../planning/model/decode-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { planTarget } from "../planning/search/plan-target.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import { type CliIo, EXIT_CHANGES, EXIT_OK, reportErrors, warnAll } from "./cli-io.js";
import { type ClusterChoice, CLUSTER_OPTIONS, withCluster } from "./cluster-session.js";
import { planReport } from "./html/plan-report.js";
import { parseOptions } from "./parse-options.js";
import { planDocument, planTable } from "./plan-output.js";
import { readJson, readPolicy, requireFile, writeText } from "./read-inputs.js";
import { readTarget } from "./read-target.js";
import { planCluster, surveyCluster, withAdvice } from "./survey.js";

const OPTIONS = {
  ...CLUSTER_OPTIONS,
  target: { type: "string" },
  json: { type: "boolean", default: false },
  html: { type: "string" },
  markdown: { type: "string" },
  "detailed-exitcode": { type: "boolean", default: false },
} as const;

interface PlanChoice extends ClusterChoice {
  readonly target?: string | undefined;
}

/** A plan with what it was made from. */
interface Planned {
  readonly plan: MigrationPlan;
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly elapsedMs: number;
}

/**
 * Runs `plan [--config FILE | --snapshot FILE] [--policy FILE] [--target FILE] [--json] [--html FILE] [--markdown FILE]
 * [--detailed-exitcode]`: plans the migrations for a cluster, running or captured, and prints them as a table, or with
 * `--json` as one document. With a target, a placement that somebody has chosen, it plans only the way there. A report for
 * browsers and a table for a pull request are written to files.
 *
 * @returns the exit code: 0, 1 for errors, with `--detailed-exitcode` 2 when migrations are pending
 */
export async function runPlan(argv: readonly string[], io: CliIo): Promise<number> {
  return reportErrors(io, async () => {
    const { values } = parseOptions({ args: [...argv], options: OPTIONS });
    for (const name of ["html", "markdown"] as const) requireFile(`--${name}`, values[name]);
    const show = async (planned: Planned): Promise<number> => {
      const { plan, elapsedMs } = planned;
      warnAll(io, plan.warnings);
      if (values.html !== undefined) await writeText(io, values.html, planReport(planned), "report");
      if (values.markdown !== undefined) await writeText(io, values.markdown, planMarkdown(plan), "file");
      io.stdout(values.json ? `${JSON.stringify(planDocument(plan, elapsedMs))}\n` : planTable(plan));
      return values["detailed-exitcode"] && plan.migrations.length > 0 ? EXIT_CHANGES : EXIT_OK;
    };
    return values.snapshot !== undefined && values.config === undefined
      ? show(await planSnapshot(io, values.snapshot, values))
      : planRunning(io, values, show);
  });
}

/** Plans on the file of a snapshot alone; `elapsedMs` runs from its decoded JSON to the result. */
async function planSnapshot(io: CliIo, path: string, { policy: policyPath, target: targetPath }: PlanChoice) {
  const policy = await readPolicy(io, policyPath);
  // Taken out of the list to be decoded: held by a variable, the document would stay in memory while the plan is made.
  const documents = [await readJson(io, path, "snapshot")];
  const target = targetPath === undefined ? null : await readJson(io, targetPath, "target");
  const startedAt = io.now();
  const snapshot = decodeSnapshot(documents.pop());
  requireWholeSnapshot(snapshot);
  const plan =
    targetPath === undefined
      ? planMigrations(snapshot, policy)
      : planTarget(snapshot, policy, readTarget(target, snapshot, targetPath));
  return { plan, snapshot, policy, elapsedMs: io.now() - startedAt };
}

async function planRunning(
  io: CliIo,
  choice: PlanChoice,
  show: (planned: Planned) => Promise<number>,
): Promise<number> {
  const { target: path } = choice;
  const document = path === undefined ? null : await readJson(io, path, "target");
  return withCluster(io, choice, async (session) => {
    const signal = io.interruption();
    const { policy } = session;
    const startedAt = io.now();
    if (path === undefined) {
      const { plan, survey } = await planCluster(session, signal);
      return show({ plan, snapshot: survey.snapshot, policy, elapsedMs: io.now() - startedAt });
    }
    const survey = await surveyCluster(session, signal);
    const { snapshot, inventory } = survey;
    const target = readTarget(document, snapshot, path);
    const planOn = (cluster: ClusterSnapshot): MigrationPlan => planTarget(cluster, policy, target);
    const { storages } = inventory;
    const checked = await planUntilChecked(session.cluster.client, { snapshot, policy, storages, planOn }, signal);
    const plan = withAdvice(session, survey, checked);
    return show({ plan, snapshot, policy, elapsedMs: io.now() - startedAt });
  });
}
