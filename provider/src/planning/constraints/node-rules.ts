import type { NodeRule } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";

/** Tells whether a rule lets its guests be on a node; `should` rules let them be anywhere. */
export function allowsNode(rule: NodeRule, to: number): boolean {
  return rule.strength === "should" || rule.allowed[to] === 1;
}

/** Says why a rule forbids a node, or gives null when it does not. */
export function forbidsNode(layout: Layout, rule: NodeRule, to: number): string | null {
  if (allowsNode(rule, to)) {
    return null;
  }
  const names = layout.index.nodeNames.filter((_, node) => rule.allowed[node] === 1).join(", ");
  return `The ${rule.origin} allows only ${names}.`;
}
