import type { Cluster } from "./cluster.js";
import { sidOf } from "./cluster.js";

/** A reason why the HA manager refuses a node. */
export interface Blocking {
  readonly sid: string;
  readonly cause: "node-affinity" | "resource-affinity";
}

/** Lists what keeps a resource away from a node: strict node rules, and resources there that it must not meet. */
export function blockingResources(cluster: Cluster, sid: string, node: string): readonly Blocking[] {
  const blocking: Blocking[] = [];
  for (const rule of activeRules(cluster, sid)) {
    if (rule.type === "node-affinity") {
      const listed = (rule.nodes ?? "").split(",").some((entry) => entry.split(":")[0]?.trim() === node);
      if (rule.strict === true && listed === (rule.affinity === "negative"))
        blocking.push({ sid, cause: "node-affinity" });
    } else if (rule.affinity === "negative") {
      const others = resourcesOf(rule.resources).filter(
        (each) => each !== sid && nodeOfResource(cluster, each) === node,
      );
      blocking.push(...others.map((each) => ({ sid: each, cause: "resource-affinity" as const })));
    }
  }
  return blocking;
}

/** Lists the resources that the HA manager keeps together with this one. */
export function dependentResources(cluster: Cluster, sid: string): readonly string[] {
  return activeRules(cluster, sid)
    .filter((rule) => rule.type === "resource-affinity" && rule.affinity === "positive")
    .flatMap((rule) => resourcesOf(rule.resources).filter((each) => each !== sid));
}

/** Takes a resource out of every rule; a rule that nobody is left for goes, too. */
export function removeFromRules(cluster: Cluster, sid: string): void {
  const { rules } = cluster.ha;
  const kept = rules.flatMap((rule) => {
    const left = resourcesOf(rule.resources).filter((each) => each !== sid);
    return left.length === 0 ? [] : [{ ...rule, resources: left.join(",") }];
  });
  rules.splice(0, rules.length, ...kept);
}

/** Lists the rules that concern a resource and that the manager observes. */
export function activeRules(cluster: Cluster, sid: string): Cluster["ha"]["rules"] {
  return cluster.ha.rules.filter(
    (rule) => rule.disable !== true && rule.errors === undefined && resourcesOf(rule.resources).includes(sid),
  );
}

/** Reads the list of resources of a rule. */
export function resourcesOf(list: string): readonly string[] {
  return list.split(",").map((each) => each.trim());
}

function nodeOfResource(cluster: Cluster, sid: string): string | undefined {
  const guest = cluster.guests.get(Number(sid.split(":")[1]));
  return guest !== undefined && sidOf(guest) === sid ? guest.node : undefined;
}
