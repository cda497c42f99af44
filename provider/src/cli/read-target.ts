import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { addProblem, createProblemList, describeValue, type ProblemList } from "../planning/model/problem.js";
import { isName, isVmid } from "../planning/model/snapshot-fields.js";
import { UsageError } from "./cli-io.js";

/**
 * Reads a target placement: an object of node names by vmid, `{"100": "pve2"}`, or the document of `plan --json`, or a list
 * such as its `migrations`, of which `vmid` and `to` are read; a guest that is listed twice ends where its last entry says.
 * Every guest and node has to be in the snapshot.
 *
 * @throws UsageError naming the file and each problem with its path
 */
export function readTarget(json: unknown, snapshot: ClusterSnapshot, path: string): ReadonlyMap<number, string> {
  const problems = createProblemList();
  const list = listIn(json);
  const entries = list === null ? readObject(json, problems) : readList(list, problems);
  const vmids = new Set(snapshot.guests.map(({ vmid }) => vmid));
  const nodes = new Set(snapshot.nodes.map(({ name }) => name));
  const target = new Map<number, string>();
  for (const { at, vmid, to } of entries) {
    if (!vmids.has(vmid)) {
      addProblem(problems, at, `The snapshot has no guest ${vmid}.`);
    } else if (!nodes.has(to)) {
      addProblem(problems, at, `The snapshot has no node "${to}".`);
    }
    target.set(vmid, to);
  }
  if (problems.count > 0) {
    const lines = problems.problems.map((problem) => `  ${problem.path}: ${problem.message}`.trimEnd());
    throw new UsageError(`The target file ${path} cannot be used.\n${lines.join("\n")}`);
  }
  return target;
}

const DIGITS = /^\d+$/;

function listIn(json: unknown): readonly unknown[] | null {
  const list = typeof json === "object" && json !== null && "migrations" in json ? json.migrations : json;
  return Array.isArray(list) ? list : null;
}

interface TargetEntry {
  /** Where it stands in the file. */
  readonly at: string;
  readonly vmid: number;
  readonly to: string;
}

function readObject(json: unknown, problems: ProblemList): TargetEntry[] {
  if (typeof json !== "object" || json === null) {
    addProblem(
      problems,
      "target",
      `An object of node names by vmid, or a list, is expected, found ${describeValue(json)}.`,
    );
    return [];
  }
  return Object.entries(json).flatMap(([key, to]: [string, unknown]) =>
    readEntry(`["${key}"]`, DIGITS.test(key) ? Number(key) : key, to, problems),
  );
}

function readList(list: readonly unknown[], problems: ProblemList): TargetEntry[] {
  return list.flatMap((item, i) => {
    if (typeof item !== "object" || item === null || !("vmid" in item) || !("to" in item)) {
      addProblem(problems, `[${i}]`, `An object with "vmid" and "to" is expected, found ${describeValue(item)}.`);
      return [];
    }
    return readEntry(`[${i}]`, item.vmid, item.to, problems);
  });
}

function readEntry(at: string, vmid: unknown, to: unknown, problems: ProblemList): TargetEntry[] {
  if (!isVmid(vmid)) {
    addProblem(problems, at, "The id of a guest is expected.");
    return [];
  }
  if (!isName(to)) {
    addProblem(problems, at, `The name of a node is expected, found ${describeValue(to)}.`);
    return [];
  }
  return [{ at, vmid, to }];
}
