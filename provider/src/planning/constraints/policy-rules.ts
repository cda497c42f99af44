import type { Guest, Rule } from "../model/cluster-snapshot.js";
import type { PolicyRule } from "../model/policy.js";
import { compileGlob } from "./glob.js";

/** Resolves the rules of the policy to guests, by vmid, name pattern and tag; templates are left out. */
export function rulesFromPolicy(rules: readonly PolicyRule[], guests: readonly Guest[]): Rule[] {
  return rules.map((rule) => resolveRule(rule, guests));
}

function resolveRule(rule: PolicyRule, guests: readonly Guest[]): Rule {
  const wanted = new Set(rule.vmids);
  const names = rule.names.map(compileGlob);
  // Proxmox lowers the case of tags, however they were written.
  const tags = new Set(rule.tags.map((tag) => tag.toLowerCase()));
  const isMember = (guest: Guest): boolean =>
    wanted.has(guest.vmid) ||
    names.some((test) => test(guest.name)) ||
    guest.tags.some((tag) => tags.has(tag.toLowerCase()));
  const vmids = guests.filter((guest) => !guest.template && isMember(guest)).map((guest) => guest.vmid);
  const common = { name: rule.name, origin: `policy rule ${rule.name}`, strength: rule.strength, vmids };
  return rule.type === "node-affinity"
    ? { kind: rule.type, ...common, nodes: rule.nodes }
    : { kind: rule.type, ...common };
}
