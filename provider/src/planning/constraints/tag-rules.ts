import type { Guest, Rule } from "../model/cluster-snapshot.js";
import type { TagDialect } from "../model/policy.js";
import { AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX, PIN_PREFIX } from "../model/tag-prefixes.js";

/** Keeps guests apart in the dialect of ProxBalance. */
const PROXBALANCE_EXCLUDE_PREFIX = "exclude_";

/**
 * Derives the rules that tags express. Guests with the same `plb_affinity*` tag share a node, guests with the same
 * `plb_anti_affinity*` tag keep apart, and the `plb_pin_<node>` tags of one guest together are the nodes that it may run
 * on. With the dialect `proxbalance`, `exclude_<group>` tags keep apart as well. All are `must` rules. Templates are left out: clones inherit their tags, but a template runs nowhere.
 */
export function rulesFromTags(guests: readonly Guest[], dialects: readonly TagDialect[]): Rule[] {
  const isGroupTag = groupTagTest(dialects);
  const groups = new Map<string, number[]>();
  const pins: Rule[] = [];
  for (const guest of guests) {
    if (guest.template || guest.tags.length === 0) {
      continue;
    }
    for (const tag of guest.tags) {
      if (isGroupTag(tag)) {
        append(groups, tag, guest.vmid);
      }
    }
    const nodes = new Set(
      guest.tags.filter((tag) => tag.startsWith(PIN_PREFIX)).map((tag) => tag.slice(PIN_PREFIX.length)),
    );
    if (nodes.size > 0) {
      pins.push(pinRule(guest, [...nodes]));
    }
  }
  return [...[...groups].map(([tag, vmids]) => groupRule(tag, vmids)), ...pins];
}

function groupTagTest(dialects: readonly TagDialect[]): (tag: string) => boolean {
  const prefixes = [AFFINITY_PREFIX, ANTI_AFFINITY_PREFIX];
  if (dialects.includes("proxbalance")) {
    prefixes.push(PROXBALANCE_EXCLUDE_PREFIX);
  }
  return (tag) => prefixes.some((prefix) => tag.startsWith(prefix));
}

function append(groups: Map<string, number[]>, tag: string, vmid: number): void {
  const vmids = groups.get(tag);
  if (vmids === undefined) {
    groups.set(tag, [vmid]);
  } else if (vmids.at(-1) !== vmid) {
    vmids.push(vmid);
  }
}

function groupRule(tag: string, vmids: readonly number[]): Rule {
  const kind = tag.startsWith(AFFINITY_PREFIX) ? "affinity" : "anti-affinity";
  return { kind, name: tag, origin: `tag ${tag}`, strength: "must", vmids };
}

function pinRule(guest: Guest, nodes: readonly string[]): Rule {
  const origin = `tag ${nodes.map((node) => `${PIN_PREFIX}${node}`).join(", ")}`;
  return {
    kind: "node-affinity",
    name: `pin of guest ${guest.vmid}`,
    origin,
    strength: "must",
    vmids: [guest.vmid],
    nodes,
  };
}
