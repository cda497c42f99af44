import { hasRoom } from "../constraints/capacity.js";
import { keepsRules } from "../constraints/feasible.js";
import { type Layout, relocate } from "../model/layout.js";
import type { NewBundle } from "./new-bundles.js";

/** A bundle of new guests and the node that it got; -1 for none. */
export interface Decision {
  readonly bundle: NewBundle;
  readonly node: number;
}

/** Puts a bundle of new guests on a node, or with -1 takes it off the node that it is on. */
export function settle(layout: Layout, bundle: NewBundle, node: number): void {
  for (const guest of bundle.guests) {
    relocate(layout, guest, node);
  }
}

/** Tells whether new guests may go to a node: they were asked for there, there is room, and no `must` rule is broken. */
export function acceptsNew(layout: Layout, bundle: NewBundle, node: number): boolean {
  const { allowed, excluded } = bundle;
  return (
    (allowed === null || allowed.has(node)) &&
    !excluded.has(node) &&
    hasRoom(layout, bundle.size, node) &&
    (!bundle.ruled || keepsRules(layout, bundle.guests, node))
  );
}
