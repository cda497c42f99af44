import type { Cluster, ClusterNode, HaResource } from "../cluster/cluster.js";
import { activeRules, resourcesOf } from "../cluster/ha-rules.js";

/** A wish for nodes, from a rule of version 9 or a group of version 8. */
interface NodePreference {
  readonly priorities: ReadonlyMap<string, number>;
  readonly strict: boolean;
}

/** Says whether the manager may put services on a node. */
export function isUsable(node: ClusterNode | undefined): boolean {
  return node?.online === true && !node.maintenance;
}

/**
 * Chooses the node for a resource: where it is as long as that node is among the best, else the one with the fewest
 * resources. Undefined when no node may run it.
 */
export function chooseNode(cluster: Cluster, resource: HaResource): string | undefined {
  const preference = preferenceOf(cluster, resource);
  const usable = [...cluster.nodes.values()].filter(isUsable).map((node) => node.name);
  const apart = usable.filter((node) => !meetsOpponent(cluster, resource, node));
  const best = bestClass(apart, preference);
  const together = closestToPartners(cluster, resource, best);
  const current = cluster.guests.get(resource.vmid)?.node ?? "";
  if (together.includes(current) || (mayStay(resource, preference, current) && apart.includes(current))) return current;
  return [...together].sort((left, right) => countOn(cluster, left) - countOn(cluster, right))[0];
}

function preferenceOf(cluster: Cluster, resource: HaResource): NodePreference | undefined {
  const group = cluster.ha.groups.find((each) => each.group === resource.description.group);
  if (group !== undefined) return { priorities: readPriorities(group.nodes), strict: group.restricted };
  const rule = activeRules(cluster, resource.sid).find((each) => each.type === "node-affinity");
  if (rule?.nodes === undefined) return undefined;
  const listed = readPriorities(rule.nodes);
  if (rule.affinity !== "negative") return { priorities: listed, strict: rule.strict === true };
  const others = [...cluster.nodes.keys()].filter((node) => !listed.has(node));
  return { priorities: new Map(others.map((node) => [node, 0])), strict: rule.strict === true };
}

function readPriorities(text: string): ReadonlyMap<string, number> {
  const entries = text.split(",").map((entry) => entry.trim().split(":"));
  return new Map(entries.map(([node = "", priority]) => [node, Number(priority ?? 0)]));
}

function bestClass(nodes: readonly string[], preference: NodePreference | undefined): readonly string[] {
  if (preference === undefined) return nodes;
  const listed = nodes.filter((node) => preference.priorities.has(node));
  if (listed.length === 0) return preference.strict ? [] : nodes;
  const highest = Math.max(...listed.map((node) => preference.priorities.get(node) ?? 0));
  return listed.filter((node) => preference.priorities.get(node) === highest);
}

// Without failback a resource stays on any node that it was ever allowed on.
function mayStay({ description }: HaResource, preference: NodePreference | undefined, current: string): boolean {
  if (description.failback !== false) return false;
  return preference === undefined || !preference.strict || preference.priorities.has(current);
}

function meetsOpponent(cluster: Cluster, resource: HaResource, node: string): boolean {
  return partnersOf(cluster, resource, "negative").some((other) => whereabouts(cluster, other).includes(node));
}

function closestToPartners(cluster: Cluster, resource: HaResource, nodes: readonly string[]): readonly string[] {
  const partners = partnersOf(cluster, resource, "positive");
  if (partners.length === 0) return nodes;
  const near = (node: string): number => partners.filter((other) => whereabouts(cluster, other).at(-1) === node).length;
  const most = Math.max(0, ...nodes.map(near));
  return nodes.filter((node) => near(node) === most);
}

function partnersOf(cluster: Cluster, resource: HaResource, affinity: "positive" | "negative"): readonly HaResource[] {
  const rules = activeRules(cluster, resource.sid).filter(
    (rule) => rule.type === "resource-affinity" && rule.affinity === affinity,
  );
  const sids = new Set(rules.flatMap((rule) => resourcesOf(rule.resources)));
  return [...cluster.ha.resources.values()].filter((other) => other !== resource && sids.has(other.sid));
}

// Where it is, and where it is going.
function whereabouts(cluster: Cluster, resource: HaResource): readonly string[] {
  const node = cluster.guests.get(resource.vmid)?.node;
  return [node, resource.migratingTo].filter((each) => each !== undefined);
}

function countOn(cluster: Cluster, node: string): number {
  const resources = [...cluster.ha.resources.values()];
  return resources.filter((resource) => whereabouts(cluster, resource).at(-1) === node).length;
}
