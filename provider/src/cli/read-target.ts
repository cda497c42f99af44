import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { addProblem, createProblemList, describeValue, type ProblemList } from "../planning/model/problem.js";
import { findList, readNodeName, readVmid, refuseProblems } from "./migration-list.js";

/**
 * Reads a target placement: an object of node names by vmid, `{"100": "pve2"}`, or the document of `plan --json`, or a list
 * such as its `migrations`, of which `vmid` and `to` are read; a guest that is listed twice ends where its last entry says.
 * Every guest and node has to be in the snapshot.
 *
 * @throws UsageError naming the file and each problem with its path
 */
export function readTarget(json: unknown, snapshot: ClusterSnapshot, path: string): ReadonlyMap<number, string> {
  const problems = createProblemList();
  const vmids = new Set(snapshot.guests.map(({ vmid }) => vmid));
  const nodes = new Set(snapshot.nodes.map(({ name }) => name));
  const target = new Map<number, string>();
  for (const { at, vmid, to } of readEntries(json, problems)) {
    if (!vmids.has(vmid)) {
      addProblem(problems, at, `The snapshot has no guest ${vmid}.`);
    } else if (!nodes.has(to)) {
      addProblem(problems, at, `The snapshot has no node "${to}".`);
    }
    target.set(vmid, to);
  }
  refuseProblems(problems, "target", path);
  return target;
}

const DIGITS = /^\d+$/;

interface TargetEntry {
  /** Where it stands in the file. */
  readonly at: string;
  readonly vmid: number;
  readonly to: string;
}

function readEntries(json: unknown, problems: ProblemList): readonly TargetEntry[] {
  const list = findList(json);
  if (list !== null) {
    return list.flatMap(({ at, fields }) => {
      const vmid = readVmid(fields["vmid"], `${at}.vmid`, problems);
      const to = readNodeName(fields["to"], `${at}.to`, problems);
      return vmid === null || to === null ? [] : [{ at, vmid, to }];
    });
  }
  if (typeof json !== "object" || json === null) {
    const expected = "An object of node names by vmid, or a list, is expected";
    addProblem(problems, "target", `${expected}, found ${describeValue(json)}.`);
    return [];
  }
  return Object.entries(json).flatMap(([key, value]: [string, unknown]) => {
    const at = `["${key}"]`;
    const vmid = readVmid(DIGITS.test(key) ? Number(key) : key, at, problems);
    const to = readNodeName(value, at, problems);
    return vmid === null || to === null ? [] : [{ at, vmid, to }];
  });
}
