import type { MigrationPlan } from "../planning/model/migration-plan.js";
import { grantCommand } from "../inventory/privileges.js";
import type { PveIdentity } from "../pve/session.js";
import type { Finding } from "./finding.js";
import { bridgesIn } from "./target-facts.js";
import type { TargetFacts } from "./target-facts.js";
import type { Travel } from "./travel.js";

/**
 * Says whether some node that was asked shows a bridge. Proxmox VE 8 and later leaves out bridges that the caller may not see, by the
 * name alone; so one that a node shows is missing where it is not shown, and one that no node shows may be everywhere.
 */
export function isShown({ bridges }: TargetFacts, bridge: string): boolean {
  return [...bridges.values()].some((shown) => shown?.has(bridge) === true);
}

/** Returns the bridges of a guest that no node shows that was asked. */
export function notShown(facts: TargetFacts, { vmid }: Pick<Travel, "vmid">): readonly string[] {
  return bridgesIn(facts.configs.get(vmid) ?? {}).filter((bridge) => !isShown(facts, bridge));
}

/** Returns the bridges of a guest that not even its own node shows; plans move guests that run, which have their bridges. */
export function hiddenBridges(facts: TargetFacts, travel: Travel): readonly string[] {
  const isNodeKnown = (facts.bridges.get(travel.from) ?? null) !== null;
  return isNodeKnown ? notShown(facts, travel) : [];
}

/** Returns of each node that shows no bridge one guest that leaves it, whose configuration tells whether it has any. */
export function samplesOf({ bridges }: TargetFacts, travels: readonly Travel[]): readonly Travel[] {
  const empty = travels.filter(({ from }) => bridges.get(from)?.size === 0);
  return [...new Map(empty.map((travel) => [travel.from, travel])).values()];
}

/** Says which bridges of the guests of a plan are hidden from the caller, and how to see them; null when none is known to be. */
export function hiddenBridgesWarning(
  { migrations }: Pick<MigrationPlan, "migrations">,
  findings: ReadonlyMap<number, Finding>,
  identity: PveIdentity,
): string | null {
  const hidden = [...new Set(migrations.flatMap(({ vmid }) => findings.get(vmid)?.hiddenBridges ?? []))].sort();
  return hidden.length === 0
    ? null
    : `Proxmox VE hides bridges of guests that would move (${hidden.join(", ")}), so it was not checked whether the nodes have them. ` +
        `${identity.name} lacks the privilege SDN.Audit (or SDN.Use) on /sdn/zones/localnetwork. Grant it with: ` +
        grantCommand(identity, "/sdn", "PVEAuditor");
}
