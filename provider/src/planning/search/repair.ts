import { type Bundle, bundleOf } from "../constraints/bundle.js";
import { countOnNode } from "../constraints/group-count.js";
import type { GuestGroup, NodeRule } from "../model/cluster-index.js";
import type { RuleStrength } from "../model/cluster-snapshot.js";
import { NOTHING } from "../objectives/band.js";
import { countMisplaced, groupViolations, guestsToEvacuate, nodeRuleViolations } from "../objectives/violations.js";
import { moveInto, relocateWithRoom } from "./make-room.js";
import { pressureHeat } from "./node-rating.js";
import { type Acceptance, evacuates, relocateBest, repairsMust, repairsShould } from "./relocate.js";
import { chance, PRESSURE_NOISE, type SearchState } from "./search-state.js";
import { undoTo } from "./walk.js";

/** Repairs what is broken of one strength, as far as it can be repaired; every move leaves fewer violations. */
export function repairRules(search: SearchState, strength: RuleStrength): void {
  const { index } = search.walk.layout;
  const accepts = strength === "must" ? repairsMust : repairsShould;
  for (const rule of index.nodeRules) {
    if (rule.strength === strength && countMisplaced(search.layout, rule) > 0) {
      bringHome(search, rule, accepts);
    }
  }
  for (const group of index.groups) {
    if (group.strength === strength && groupViolations(search.walk.layout, group) > 0) {
      repairGroup(search, group, accepts);
    }
  }
}

/** Moves guests off nodes in maintenance: those that fewest nodes can take first, then the largest. */
export function evacuateNodes(search: SearchState): void {
  const { layout } = search.walk;
  const bundles = collectBundles(search, guestsToEvacuate(layout)).filter((bundle) => bundle.movable);
  const choices = new Map(bundles.map((bundle) => [bundle, countHomes(search, bundle)]));
  const hardness = (bundle: Bundle): number => choices.get(bundle) ?? 0;
  bundles.sort((a, b) => hardness(a) - hardness(b) || memoryOf(b) - memoryOf(a) || first(a) - first(b));
  for (const bundle of bundles) {
    if (!relocateBest(search, [bundle], evacuates)) {
      relocateWithRoom(search, bundle, evacuates);
    }
  }
}

function collectBundles(search: SearchState, guests: readonly number[]): Bundle[] {
  const seen = new Set<number>();
  const bundles: Bundle[] = [];
  for (const guest of guests) {
    if (!seen.has(guest)) {
      const bundle = bundleOf(search.walk.layout, guest, "must");
      bundle.guests.forEach((member) => seen.add(member));
      bundles.push(bundle);
    }
  }
  return bundles;
}

function countHomes(search: SearchState, bundle: Bundle): number {
  const { index } = search.walk.layout;
  return index.activeNodes.filter((node) =>
    bundle.guests.every((guest) => (index.nodeRulesOf[guest] ?? []).every((rule) => rule.allowed[node] === 1)),
  ).length;
}

const memoryOf = (bundle: Bundle): number => bundle.size[0] ?? 0;

const first = (bundle: Bundle): number => bundle.guests[0] ?? 0;

function bringHome(search: SearchState, rule: NodeRule, accepts: Acceptance): void {
  for (const guest of nodeRuleViolations(search.walk.layout, rule)) {
    const bundle = bundleOf(search.walk.layout, guest, "must");
    if (!relocateBest(search, [bundle], accepts)) {
      relocateWithRoom(search, bundle, accepts);
    }
  }
}

function repairGroup(search: SearchState, group: GuestGroup, accepts: Acceptance): void {
  if (group.kind === "affinity") {
    unite(search, group, accepts);
  } else {
    separate(search, group, accepts);
  }
}

function separate(search: SearchState, group: GuestGroup, accepts: Acceptance): void {
  const { layout } = search.walk;
  // Every round repairs at least one violation, so the loop ends.
  for (;;) {
    const crowded = group.members.filter((guest) => countOnNode(layout, group, layout.nodeOf[guest] ?? -1) > 1);
    const bundles = collectBundles(search, crowded).filter((bundle) => bundle.movable);
    const repaired =
      relocateBest(search, bundles, accepts) || bundles.some((bundle) => relocateWithRoom(search, bundle, accepts));
    if (!repaired) {
      return;
    }
  }
}

/** Tries the nodes that cost the fewest moves first; joins as many parts as possible where all cannot be. */
function unite(search: SearchState, group: GuestGroup, accepts: Acceptance): void {
  const before = { hard: search.walk.hard, evacuations: search.walk.evacuations, soft: search.walk.soft };
  for (const node of gatheringPlaces(search, group)) {
    const mark = search.walk.taken.length;
    const { walk } = search;
    if (gatherAt(search, group, node)) {
      const change = {
        hard: walk.hard - before.hard,
        evacuations: walk.evacuations - before.evacuations,
        soft: walk.soft - before.soft,
      };
      if (accepts(change)) {
        return;
      }
    }
    undoTo(walk, mark);
  }
  joinParts(search, group, accepts);
}

/** Where members are already, most first, then all other nodes. */
function* gatheringPlaces(search: SearchState, group: GuestGroup): Iterable<number> {
  const { layout } = search.walk;
  const sorted = (nodes: readonly number[]): number[] =>
    nodes
      .map((node) => ({ node, present: countOnNode(layout, group, node), load: loadOf(search, node) }))
      .sort((a, b) => b.present - a.present || a.load - b.load || a.node - b.node)
      .map(({ node }) => node);
  const homes = new Set(group.members.map((guest) => layout.nodeOf[guest] ?? -1));
  const { activeNodes } = layout.index;
  yield* sorted(activeNodes.filter((node) => homes.has(node)));
  yield* sorted(activeNodes.filter((node) => !homes.has(node)));
}

/** The load, or the pressure where it counts, decides between nodes that cost the same; chance widens the choice when constructions are varied. */
function loadOf(search: SearchState, node: number): number {
  const { layout } = search.walk;
  if (layout.index.policy.mode === "psi") {
    return pressureHeat(layout, NOTHING, node) + PRESSURE_NOISE * chance(search);
  }
  const stride = layout.load.length / layout.index.nodeNames.length;
  return (layout.load[node * stride] ?? 0) / (layout.index.capacity[node * stride] ?? 1) + chance(search);
}

function gatherAt(search: SearchState, group: GuestGroup, node: number): boolean {
  const { layout } = search.walk;
  for (const guest of group.members) {
    if (layout.nodeOf[guest] !== node) {
      const bundle = bundleOf(layout, guest, "must");
      if (!bundle.movable || !moveInto(search, bundle, node, () => true)) {
        return false;
      }
    }
  }
  return true;
}

function joinParts(search: SearchState, group: GuestGroup, accepts: Acceptance): void {
  let parts = collectBundles(search, group.members);
  while (parts.length > 1 && (relocateBest(search, parts, accepts) || joinWithRoom(search, group, parts, accepts))) {
    parts = collectBundles(search, group.members);
  }
}

/** Where no part finds a place with others as things are, guests that stand in the way make room for one. */
function joinWithRoom(search: SearchState, group: GuestGroup, parts: readonly Bundle[], accepts: Acceptance): boolean {
  const { nodeOf, index } = search.walk.layout;
  const homes = new Set(group.members.map((guest) => nodeOf[guest] ?? -1));
  const places = index.activeNodes.filter((node) => homes.has(node));
  return parts.some(
    (part) =>
      part.movable && places.some((node) => nodeOf[first(part)] !== node && moveInto(search, part, node, accepts)),
  );
}
