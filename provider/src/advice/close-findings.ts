import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { problemsEverywhere } from "./check-targets.js";
import type { Finding } from "./finding.js";
import { withReason } from "./finding.js";
import type { TargetFacts } from "./target-facts.js";

const NOT_CHECKED =
  "The nodes that no earlier round had sent guests to were not checked for it, because the prechecks took all rounds.";

/** Returns the findings as a plan must heed them after which nobody is asked any more: nodes that were not looked at are ruled out. */
export function closeFindings(
  findings: ReadonlyMap<number, Finding>,
  facts: TargetFacts,
  { guests, nodes }: ClusterSnapshot,
): ReadonlyMap<number, Finding> {
  const names = nodes.map(({ name }) => name);
  const homes = new Map(guests.map((guest) => [guest.vmid, guest]));
  const close = (finding: Finding): Finding => {
    const home = homes.get(finding.vmid);
    if (home === undefined || finding.everywhere.length > 0) return finding;
    const guest = { vmid: home.vmid, type: home.type, from: home.node };
    const problems = problemsEverywhere(facts, { guest, nodes: names, unknown: NOT_CHECKED });
    return problems.reduce((so, { node, reason }) => withReason(so, node, reason), finding);
  };
  return new Map([...findings].map(([vmid, finding]) => [vmid, close(finding)]));
}
