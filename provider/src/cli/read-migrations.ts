import type { RequestedMigration } from "../execution/run-report.js";
import { addProblem, createProblemList, describeValue, type ProblemList } from "../planning/model/problem.js";
import { isName, isVmid } from "../planning/model/snapshot-fields.js";
import { UsageError } from "./cli-io.js";

/**
 * Reads the migrations of a saved plan, the document of `plan --json`: of each migration the guest, both nodes and the step.
 *
 * @throws UsageError naming the file and each problem with its path
 */
export function readMigrations(json: unknown, path: string): readonly RequestedMigration[] {
  const problems = createProblemList();
  const list = typeof json === "object" && json !== null && "migrations" in json ? json.migrations : undefined;
  if (!Array.isArray(list)) {
    addProblem(problems, "migrations", `The list of a plan is expected, found ${describeValue(list)}.`);
  }
  const migrations = (Array.isArray(list) ? list : []).flatMap((item: unknown, at) =>
    readMigration(item, at, problems),
  );
  if (problems.count > 0) {
    const lines = problems.problems.map((problem) => `  ${problem.path}: ${problem.message}`);
    throw new UsageError(`The plan file ${path} cannot be used.\n${lines.join("\n")}`);
  }
  return migrations;
}

function readMigration(item: unknown, at: number, problems: ProblemList): readonly RequestedMigration[] {
  const fields: Readonly<Record<string, unknown>> = typeof item === "object" && item !== null ? { ...item } : {};
  const { vmid, from, to, step, name } = fields;
  if (!isVmid(vmid)) addProblem(problems, `migrations[${at}].vmid`, "The id of a guest is expected.");
  if (!isName(from)) addProblem(problems, `migrations[${at}].from`, "The name of a node is expected.");
  if (!isName(to)) addProblem(problems, `migrations[${at}].to`, "The name of a node is expected.");
  if (!isStep(step)) addProblem(problems, `migrations[${at}].step`, "A number of at least 1 is expected.");
  if (!isVmid(vmid) || !isName(from) || !isName(to) || !isStep(step)) return [];
  return [{ vmid, name: typeof name === "string" ? name : null, from, to, step }];
}

function isStep(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}
