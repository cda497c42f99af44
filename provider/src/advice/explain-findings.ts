import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { MigrationPlan, Unresolved } from "../planning/model/migration-plan.js";
import type { Finding } from "./finding.js";

/** A plan whose guests were asked about. */
export interface CheckedPlan extends MigrationPlan {
  /** Those of its warnings about what a missing privilege kept from being checked. */
  readonly unchecked: readonly string[];
}

/** Returns the title under which a warning of a plan is shown. */
export function titleOfWarning({ unchecked }: Pick<CheckedPlan, "unchecked">, warning: string): string {
  return unchecked.includes(warning) ? "Missing Proxmox VE Privilege" : "Incomplete Rules";
}

/**
 * Adds to a plan what the prechecks have to do with the goals that it misses, and which guests could not be checked. A
 * plan that reaches all its goals needs no excuse.
 */
export function explainFindings(
  plan: MigrationPlan,
  { guests }: ClusterSnapshot,
  findings: ReadonlyMap<number, Finding>,
): CheckedPlan {
  const names = new Map(guests.map(({ vmid, name }) => [vmid, name]));
  const all = [...findings.values()].sort((a, b) => a.vmid - b.vmid);
  const told = plan.unresolved.map(({ reason }) => reason).join("\n");
  const added = plan.unresolved.length === 0 ? [] : all.flatMap((finding) => unresolved(finding, names, told));
  const unchecked = uncheckedWarnings(plan, all);
  return {
    ...plan,
    unresolved: [...plan.unresolved, ...added],
    warnings: [...plan.warnings, ...unchecked],
    unchecked,
  };
}

function unresolved(finding: Finding, names: ReadonlyMap<number, string>, told: string): readonly Unresolved[] {
  const subject = `guest ${finding.vmid} (${names.get(finding.vmid) ?? "?"})`;
  const everywhere = finding.everywhere.join(" ");
  if (everywhere !== "") return told.includes(everywhere) ? [] : [{ kind: "rule", subject, reason: everywhere }];
  const reasons = [...new Set([...finding.atNodes.values()].flat())];
  return reasons.length === 0 ? [] : [{ kind: "rule", subject, reason: reasons.join(" ") }];
}

function uncheckedWarnings({ migrations }: MigrationPlan, findings: readonly Finding[]): readonly string[] {
  const planned = new Set(migrations.map(({ vmid }) => vmid));
  const unchecked = findings.filter((finding) => finding.unchecked !== null && planned.has(finding.vmid));
  const [first] = unchecked;
  if (first === undefined) return [];
  const which = unchecked.map(({ vmid }) => vmid).join(", ");
  return [
    `What could stand against migrating guest ${which} was not checked, so an apply may still be refused: ${first.unchecked ?? ""}`,
  ];
}
