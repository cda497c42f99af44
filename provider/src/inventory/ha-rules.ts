import type { HaGroupWire, HaResourceWire, HaRuleWire } from "../pve/schemas/ha-rules.js";
import type { Rule, RuleStrength } from "../planning/model/cluster-snapshot.js";
import { parseGuestList, parseNodeList } from "./ha-priorities.js";
import type { PrioritisedNode } from "./ha-priorities.js";

/** What the conversion of HA rules has to know of the cluster. */
export interface RuleSurroundings {
  /** Guests that exist and that the HA manager does not ignore. */
  readonly guests: ReadonlySet<number>;
  readonly nodes: readonly string[];
}

/** Rules, and full sentences about those that could not be taken over. */
export interface ConvertedRules {
  readonly rules: readonly Rule[];
  readonly warnings: readonly string[];
}

/** Turns the HA rules of Proxmox VE 9 into rules of the planner; disabled and conflicting ones bind nobody. */
export function rulesFromHaRules(wires: readonly HaRuleWire[], surroundings: RuleSurroundings): ConvertedRules {
  const enabled = wires.filter((wire) => wire.disable !== true);
  const conflicting = enabled.filter(hasErrors);
  const effective = enabled.filter((wire) => !hasErrors(wire));
  const unknown = effective.filter((wire) => !isKnown(wire));
  return {
    rules: effective.flatMap((wire) => convertRule(wire, surroundings)),
    warnings: [
      ...conflicting.map(
        (wire) => `HA rule ${wire.rule} is in conflict with another, so the HA manager and the plan ignore it.`,
      ),
      ...unknown.map(
        (wire) => `HA rule ${wire.rule} is of the unknown type ${wire.type} and is not taken into account.`,
      ),
    ],
  };
}

/** Turns the HA groups of Proxmox VE 8 into node-affinity rules. */
export function rulesFromHaGroups(
  groups: readonly HaGroupWire[],
  resources: readonly HaResourceWire[],
  surroundings: RuleSurroundings,
): readonly Rule[] {
  return groups.flatMap((group) => {
    const members = resources.filter((resource) => resource.group === group.group).map((resource) => resource.sid);
    const subject = {
      name: group.group,
      origin: `HA group ${group.group}`,
      vmids: existing(members.join(","), surroundings),
    };
    return nodeAffinity(subject, parseNodeList(group.nodes), { strict: group.restricted ?? false });
  });
}

interface RuleSubject {
  readonly name: string;
  readonly origin: string;
  readonly vmids: readonly number[];
}

function convertRule(wire: HaRuleWire, surroundings: RuleSurroundings): readonly Rule[] {
  const subject = {
    name: wire.rule,
    origin: `HA rule ${wire.rule}`,
    vmids: existing(wire.resources ?? "", surroundings),
  };
  if (wire.type === "resource-affinity") {
    const kind = wire.affinity === "negative" ? "anti-affinity" : "affinity";
    return subject.vmids.length < 2 ? [] : [{ kind, ...subject, strength: "must" }];
  }
  if (wire.type !== "node-affinity") {
    return [];
  }
  const listed = parseNodeList(wire.nodes ?? "");
  const nodes = wire.affinity === "negative" ? allBut(listed, surroundings.nodes) : listed;
  return nodeAffinity(subject, nodes, { strict: wire.strict ?? false });
}

/**
 * A strict rule binds to all its nodes. Of these the HA manager uses only those of the highest priority, and moves guests back to
 * them; which that is at the moment is the planner's to find out, so the priorities go along where they differ.
 */
function nodeAffinity(
  subject: RuleSubject,
  nodes: readonly PrioritisedNode[],
  { strict }: { readonly strict: boolean },
): readonly Rule[] {
  if (subject.vmids.length === 0 || nodes.length === 0) {
    return [];
  }
  const strength: RuleStrength = strict ? "must" : "should";
  const isRanked = new Set(nodes.map(({ priority }) => priority)).size > 1;
  const priorities = Object.fromEntries(nodes.map(({ node, priority }) => [node, priority]));
  const names = nodes.map(({ node }) => node);
  return [{ kind: "node-affinity", ...subject, strength, nodes: names, ...(isRanked ? { priorities } : {}) }];
}

function isKnown({ type, affinity }: HaRuleWire): boolean {
  const isSigned = affinity === "positive" || affinity === "negative";
  return (type === "resource-affinity" && isSigned) || (type === "node-affinity" && (isSigned || isAbsent(affinity)));
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function hasErrors(wire: HaRuleWire): boolean {
  return typeof wire.errors === "object" && wire.errors !== null && Object.keys(wire.errors).length > 0;
}

function existing(guestList: string, { guests }: RuleSurroundings): readonly number[] {
  return [...new Set(parseGuestList(guestList))].filter((vmid) => guests.has(vmid));
}

function allBut(listed: readonly PrioritisedNode[], all: readonly string[]): readonly PrioritisedNode[] {
  const avoided = new Set(listed.map(({ node }) => node));
  return all.filter((node) => !avoided.has(node)).map((node) => ({ node, priority: 0 }));
}
