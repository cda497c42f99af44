import type { ClusterIndex } from "../../planning/model/cluster-index.js";
import type { Rule } from "../../planning/model/cluster-snapshot.js";
import type { RuleRow } from "./cluster-attributes.js";

/** Proxmox lowers the case of tags, so the node of a pin is found whatever its case. */
const isListed = (nodes: readonly string[], node: string): boolean =>
  nodes.some((name) => name.toLowerCase() === node.toLowerCase());

const isBroken = (rule: Rule, places: readonly string[], nodeNames: readonly string[]): boolean => {
  switch (rule.kind) {
    case "affinity":
      return new Set(places).size > 1;
    case "anti-affinity":
      return new Set(places).size < places.length;
    case "node-affinity":
      // A rule that names no node of the cluster is left out, so nothing can break it.
      return nodeNames.some((name) => isListed(rule.nodes, name)) && places.some((node) => !isListed(rule.nodes, node));
  }
};

/** Words rules for the user; guests that the cluster does not have are left out. */
export const describeRules = (index: ClusterIndex, rules: readonly Rule[]): readonly RuleRow[] => {
  const nodeOf = new Map(index.snapshot.guests.map(({ vmid, node }) => [vmid, node]));
  return rules.map((rule) => {
    const members = [...new Set(rule.vmids)].filter((vmid) => nodeOf.has(vmid)).sort((a, b) => a - b);
    const places = members.map((vmid) => nodeOf.get(vmid) ?? "");
    return {
      name: rule.name,
      type: rule.kind,
      strength: rule.strength,
      origin: rule.origin,
      vm_ids: members,
      nodes: rule.kind === "node-affinity" ? rule.nodes : [],
      broken: isBroken(rule, places, index.nodeNames),
    };
  });
};
