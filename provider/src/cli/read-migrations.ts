import type { RequestedMigration } from "../execution/run-report.js";
import type { GuestType } from "../planning/model/cluster-snapshot.js";
import { addProblem, createProblemList, describeValue, type ProblemList } from "../planning/model/problem.js";
import { findList, type ListedEntry, readNodeName, readVmid, refuseProblems } from "./migration-list.js";

/** A migration of a saved plan. */
export interface SavedMigration extends RequestedMigration {
  /** Null where the plan does not say it. */
  readonly type: GuestType | null;
}

/**
 * Reads the migrations of a saved plan, the document of `plan --json`: of each migration the guest, both nodes and the step.
 *
 * @throws UsageError naming the file and each problem with its path
 */
export function readMigrations(json: unknown, path: string): readonly SavedMigration[] {
  const problems = createProblemList();
  // A bare list says nowhere that it is a plan, and what is read here is carried out.
  const list = Array.isArray(json) ? null : findList(json);
  if (list === null) {
    addProblem(problems, "migrations", "The list of a plan is expected, as plan --json prints it.");
  }
  const migrations = (list ?? []).flatMap((entry) => readMigration(entry, problems));
  refuseProblems(problems, "plan", path);
  return migrations;
}

function readMigration({ at, fields }: ListedEntry, problems: ProblemList): readonly SavedMigration[] {
  const { step, name, type } = fields;
  const vmid = readVmid(fields["vmid"], `${at}.vmid`, problems);
  const from = readNodeName(fields["from"], `${at}.from`, problems);
  const to = readNodeName(fields["to"], `${at}.to`, problems);
  if (!isStep(step)) {
    addProblem(problems, `${at}.step`, `A whole number of at least 1 is expected, found ${describeValue(step)}.`);
  }
  if (vmid === null || from === null || to === null || !isStep(step)) return [];
  const known = type === "vm" || type === "ct" ? type : null;
  return [{ vmid, name: typeof name === "string" ? name : null, type: known, from, to, step }];
}

function isStep(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}
