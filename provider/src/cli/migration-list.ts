import { addProblem, describeValue, type ProblemList } from "../planning/model/problem.js";
import { isName, isVmid } from "../planning/model/snapshot-fields.js";
import { UsageError } from "./cli-io.js";

/** An entry of a list of migrations whose fields are still to be checked. */
export interface ListedEntry {
  /** Where it stands in the file. */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Finds the migrations in the document of `plan --json`, or takes a list of them; null when a file holds neither. */
export function findList(json: unknown): readonly ListedEntry[] | null {
  const isDocument = typeof json === "object" && json !== null && "migrations" in json;
  const list: unknown = isDocument ? json.migrations : json;
  return Array.isArray(list)
    ? list.map((item: unknown, i) => ({
        at: `${isDocument ? "migrations" : ""}[${i}]`,
        fields: typeof item === "object" && item !== null ? { ...item } : {},
      }))
    : null;
}

/** Takes a value for the id of a guest, or reports where none is and gives null. */
export function readVmid(value: unknown, at: string, problems: ProblemList): number | null {
  if (isVmid(value)) return value;
  addProblem(problems, at, `The id of a guest is expected, found ${describeValue(value)}.`);
  return null;
}

/** Takes a value for the name of a node, or reports where none is and gives null. */
export function readNodeName(value: unknown, at: string, problems: ProblemList): string | null {
  if (isName(value)) return value;
  addProblem(problems, at, `The name of a node is expected, found ${describeValue(value)}.`);
  return null;
}

/**
 * Refuses a file in which something is wrong; `what` names it in the message.
 *
 * @throws UsageError naming the file and each problem with its path
 */
export function refuseProblems({ count, problems }: ProblemList, what: string, path: string): void {
  if (count === 0) return;
  const lines = problems.map((problem) => `  ${problem.path}: ${problem.message}`.trimEnd());
  throw new UsageError(`The ${what} file ${path} cannot be used.\n${lines.join("\n")}`);
}
