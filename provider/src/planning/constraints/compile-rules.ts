import type { GuestGroup, NodeRule } from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest, Rule } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { rulesFromPolicy } from "./policy-rules.js";
import { rulesFromPools } from "./pool-rules.js";
import { rulesFromTags } from "./tag-rules.js";

/** Rules of every source with names replaced by indexes. */
export interface CompiledRules {
  readonly groups: readonly GuestGroup[];
  readonly nodeRules: readonly NodeRule[];
  readonly warnings: readonly string[];
}

/** Index of each guest by vmid and of each node by name. */
export interface Lookup {
  readonly guestOf: (vmid: number) => number | undefined;
  readonly nodeByName: ReadonlyMap<string, number>;
}

/** Gathers the rules of tags, pools, the policy and the cluster. They come in the order of the guests. */
export function collectRules(
  snapshot: Pick<ClusterSnapshot, "rules">,
  policy: Policy,
  guests: readonly Guest[],
): Rule[] {
  return [
    ...rulesFromTags(guests, policy.tagDialects),
    ...rulesFromPools(policy.pools, guests),
    ...rulesFromPolicy(policy.rules, guests),
    ...[...snapshot.rules].sort((a, b) => compareText(a.origin, b.origin) || compareText(a.name, b.name)),
  ];
}

/** Replaces names by indexes. Unknown guests and nodes are left out; a node rule that names no known node is dropped with a warning. */
export function compileRules(rules: readonly Rule[], lookup: Lookup): CompiledRules {
  const groups: GuestGroup[] = [];
  const nodeRules: NodeRule[] = [];
  const warnings: string[] = [];
  const resolve = createNodeResolver(lookup);
  for (const rule of rules) {
    const members = resolveMembers(rule.vmids, lookup);
    if (rule.kind !== "node-affinity") {
      if (members.length > 1) {
        const { kind, name, origin, strength } = rule;
        groups.push({ kind, name, origin, strength, members });
      }
      continue;
    }
    const { allowed, unknown } = resolve(rule.nodes);
    if (unknown.length > 0) {
      warnings.push(unknownNodesWarning(rule, unknown));
    }
    if (unknown.length < rule.nodes.length && members.length > 0) {
      nodeRules.push({ name: rule.name, origin: rule.origin, strength: rule.strength, members, allowed });
    }
  }
  return { groups, nodeRules, warnings };
}

function resolveMembers(vmids: readonly number[], lookup: Lookup): number[] {
  const members = new Set<number>();
  for (const vmid of vmids) {
    const guest = lookup.guestOf(vmid);
    if (guest !== undefined) {
      members.add(guest);
    }
  }
  return [...members].sort((a, b) => a - b);
}

interface ResolvedNodes {
  readonly allowed: Uint8Array;
  readonly unknown: readonly string[];
}

/** Thousands of guests are pinned to a few sets of nodes, so rules with the same nodes share what they resolve to. */
function createNodeResolver(lookup: Lookup): (names: readonly string[]) => ResolvedNodes {
  const known = new Map<string, ResolvedNodes>();
  return (names) => {
    const key = names.join("\n");
    const found = known.get(key) ?? resolveNodes(names, lookup);
    known.set(key, found);
    return found;
  };
}

function resolveNodes(names: readonly string[], lookup: Lookup): ResolvedNodes {
  const allowed = new Uint8Array(lookup.nodeByName.size);
  const unknown: string[] = [];
  for (const name of names) {
    const node = lookup.nodeByName.get(name) ?? findIgnoringCase(name, lookup);
    if (node === undefined) {
      unknown.push(name);
    } else {
      allowed[node] = 1;
    }
  }
  return { allowed, unknown };
}

/** Proxmox lowers the case of tags, so `plb_pin_pve1` has to find a node called PVE1. */
function findIgnoringCase(name: string, lookup: Lookup): number | undefined {
  for (const [candidate, node] of lookup.nodeByName) {
    if (candidate.toLowerCase() === name.toLowerCase()) {
      return node;
    }
  }
  return undefined;
}

function unknownNodesWarning(rule: Extract<Rule, { kind: "node-affinity" }>, unknown: readonly string[]): string {
  const nodes = unknown.map((node) => `"${node}"`).join(", ");
  const about = rule.origin.startsWith("tag ") ? ` of guest ${rule.vmids.join(", ")}` : "";
  const effect = unknown.length < rule.nodes.length ? "its other nodes count" : "the rule is ignored";
  return `The ${rule.origin}${about} names the node ${nodes}, which the cluster does not have; ${effect}.`;
}

/** Orders by code unit: the locale of the machine must not change a plan. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
