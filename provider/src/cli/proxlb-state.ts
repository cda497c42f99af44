import { collectRules } from "../planning/constraints/compile-rules.js";
import type { ClusterSnapshot, Guest, Node, Rule } from "../planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { snapshotAfter } from "./snapshot-after.js";

type Document = Readonly<Record<string, unknown>>;

/** A cluster, the plan for it, and the policy that both follow. */
export interface CycleResult {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly plan: MigrationPlan;
}

/**
 * Gives the state of a cycle in the shape that ProxLB 2 prints: `groups`, `guests` and `pools` by name, `ha_rules`, and `nodes` as they
 * are after the plan. A name that several guests bear gets the id of each, as in `web (104)`. Pressures are left out.
 */
export function proxlbState({ snapshot, policy, plan }: CycleResult): Document {
  const after = snapshotAfter(snapshot, policy, plan.migrations);
  const byId = [...snapshot.guests].sort((a, b) => a.vmid - b.vmid);
  const rules = collectRules(snapshot, policy, byId);
  const context: Context = { snapshot, policy, rules, keys: keysOf(byId), targets: targetsOf(after) };
  return {
    groups: groupsOf(context),
    guests: Object.fromEntries(byId.map((guest) => [keyOf(context, guest.vmid), guestState(context, guest)])),
    ha_rules: haRules(context),
    nodes: Object.fromEntries(after.nodes.map((node) => [node.name, nodeState(node, after.guests, policy)])),
    pools: poolsOf(context, byId),
  };
}

interface Context {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly rules: readonly Rule[];
  /** Key of the document by vmid. */
  readonly keys: ReadonlyMap<number, string>;
  /** Node after the plan by vmid. */
  readonly targets: ReadonlyMap<number, string>;
}

function keysOf(guests: readonly Guest[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>();
  for (const { name } of guests) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(guests.map(({ vmid, name }) => [vmid, counts.get(name) === 1 ? name : `${name} (${vmid})`]));
}

function keyOf({ keys }: Context, vmid: number): string {
  return keys.get(vmid) ?? String(vmid);
}

function targetsOf({ guests }: ClusterSnapshot): ReadonlyMap<number, string> {
  return new Map(guests.map(({ vmid, node }) => [vmid, node]));
}

function groupsOf(context: Context): Document {
  const { snapshot, policy } = context;
  const leaving = new Set([
    ...policy.maintenanceNodes,
    ...snapshot.nodes.filter(({ maintenance }) => maintenance).map(({ name }) => name),
  ]);
  const evacuated = snapshot.guests.filter(({ node }) => leaving.has(node)).map(({ vmid }) => keyOf(context, vmid));
  return {
    affinity: groupsOfKind(context, "affinity"),
    anti_affinity: groupsOfKind(context, "anti-affinity"),
    maintenance: evacuated,
  };
}

function groupsOfKind(context: Context, kind: Rule["kind"]): Document {
  const groups = context.rules.filter((rule) => rule.kind === kind);
  return Object.fromEntries(groups.map(({ name, vmids }) => [name, groupState(context, vmids)]));
}

function groupState(context: Context, vmids: readonly number[]): Document {
  const members = context.snapshot.guests.filter(({ vmid }) => vmids.includes(vmid));
  return {
    counter: members.length,
    guests: members.map(({ vmid }) => keyOf(context, vmid)),
    used_nodes: [...new Set(members.map(({ node }) => node))].sort(),
    ...Object.fromEntries(
      RESOURCES.map((resource) => [
        resource,
        {
          total: sum(members.map((guest) => assigned(guest, resource))),
          used: sum(members.map((guest) => used(guest, resource))),
        },
      ]),
    ),
  };
}

function guestState(context: Context, guest: Guest): Document {
  const { vmid, name, type, node, tags, pool } = guest;
  const own = context.rules.filter(({ vmids }) => vmids.includes(vmid));
  const named = (kind: Rule["kind"]): readonly string[] =>
    own.filter((rule) => rule.kind === kind).map((rule) => rule.name);
  const target = context.targets.get(vmid) ?? node;
  return {
    name,
    id: vmid,
    type,
    node_current: node,
    node_target: target,
    processed: target !== node,
    ignore: tags.some((tag) => tag.startsWith("plb_ignore")),
    tags,
    pools: pool === null ? [] : [pool],
    ha_rules: own.filter((rule) => context.snapshot.rules.includes(rule)).map((rule) => rule.name),
    affinity_groups: named("affinity"),
    anti_affinity_groups: named("anti-affinity"),
    node_relationships: [...new Set(own.flatMap((rule) => (rule.kind === "node-affinity" ? rule.nodes : [])))],
    node_relationships_strict: own.some((rule) => rule.kind === "node-affinity" && rule.strength === "must"),
    ...Object.fromEntries(
      RESOURCES.map((resource) => [resource, { total: assigned(guest, resource), used: used(guest, resource) }]),
    ),
  };
}

function haRules({ snapshot }: Context): Document {
  return Object.fromEntries(
    snapshot.rules.map((rule) => [
      rule.name,
      {
        rule: rule.name,
        type: rule.kind === "anti-affinity" ? "anti-affinity" : "affinity",
        nodes: rule.kind === "node-affinity" ? rule.nodes : [],
        members: rule.vmids,
      },
    ]),
  );
}

function nodeState(node: Node, guests: readonly Guest[], policy: Policy): Document {
  const residents = guests.filter((guest) => guest.node === node.name);
  const figures = RESOURCES.map((resource): readonly [string, Document] => {
    const assignedAmount = sum(residents.map((guest) => assigned(guest, resource)));
    return [resource, figuresOf(offered(node, resource), taken(node, resource), assignedAmount)];
  });
  return {
    name: node.name,
    maintenance: node.maintenance || policy.maintenanceNodes.includes(node.name),
    ...Object.fromEntries(figures),
  };
}

function figuresOf(total: number, usedAmount: number, assignedAmount: number): Document {
  const percent = (amount: number): number => (total === 0 ? 0 : Number(((100 * amount) / total).toFixed(2)));
  return {
    total,
    assigned: assignedAmount,
    used: usedAmount,
    free: total - usedAmount,
    assigned_percent: percent(assignedAmount),
    free_percent: percent(total - usedAmount),
    used_percent: percent(usedAmount),
  };
}

function poolsOf(context: Context, guests: readonly Guest[]): Document {
  const names = [...new Set(guests.flatMap(({ pool }) => (pool === null ? [] : [pool])))].sort();
  const membersOf = (name: string): readonly string[] =>
    guests.filter(({ pool }) => pool === name).map(({ vmid }) => keyOf(context, vmid));
  return Object.fromEntries(names.map((name) => [name, { name, members: membersOf(name) }]));
}

/** Memory and disk are bytes, CPU is cores. */
const RESOURCES = ["cpu", "disk", "memory"] as const;

type Resource = (typeof RESOURCES)[number];

function assigned(guest: Guest, resource: Resource): number {
  return { cpu: guest.cpuCores, disk: guest.diskBytes, memory: guest.memoryBytes }[resource];
}

function used(guest: Guest, resource: Resource): number {
  return { cpu: guest.cpuUsedCores, disk: guest.diskBytes, memory: guest.memoryUsedBytes }[resource];
}

function offered(node: Node, resource: Resource): number {
  return { cpu: node.cpuCores, disk: node.diskBytes, memory: node.memoryBytes }[resource];
}

function taken(node: Node, resource: Resource): number {
  return { cpu: node.cpuUsedCores, disk: node.diskUsedBytes, memory: node.memoryUsedBytes }[resource];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
