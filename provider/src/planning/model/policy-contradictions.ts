import type { Policy, PolicyRule } from "./policy.js";
import { findPsiContradictions } from "./psi-policy.js";
import type { Contradiction } from "./read-policy-value.js";

/** Finds what the attributes of a policy, each of which may be right, contradict in each other. */
export function findContradictions(policy: Policy): Contradiction[] {
  return [
    ...findTargetContradictions(policy),
    ...findUsageContradictions(policy),
    ...findPsiContradictions(policy.psi, policy),
    ...findReserveContradictions(policy),
    ...policy.rules.flatMap((rule, i) => findRuleContradictions(rule, i, policy)),
    ...findPoolContradictions(policy),
  ];
}

function findTargetContradictions({ balanciness, balancinessTarget }: Policy): Contradiction[] {
  if (balancinessTarget <= balanciness) return [];
  const message = `The target (${balancinessTarget}) must not be above balanciness (${balanciness}), or no plan would ever settle.`;
  return [{ path: ["balanciness_target"], message, keys: ["balanciness_target", "balanciness"] }];
}

function findUsageContradictions({ usageWindowSeconds, usageStatistic, mode }: Policy): Contradiction[] {
  const problems: Contradiction[] = [];
  const keys = ["usage_window", "usage_statistic"];
  if (usageStatistic !== "current" && usageWindowSeconds === 0) {
    const message = `The statistic "${usageStatistic}" needs a window to look at; set usage_window, such as "1h".`;
    problems.push({ path: ["usage_window"], message, keys });
  }
  if (usageStatistic === "current" && usageWindowSeconds > 0) {
    const message = `A usage_window has no effect with the statistic "current"; set usage_statistic to "mean", "max" or a percentile.`;
    problems.push({ path: ["usage_statistic"], message, keys });
  }
  if (usageStatistic !== "current" && mode === "assigned") {
    const message = `The statistic "${usageStatistic}" has no effect with the mode "assigned", which does not look at use; set usage_statistic to "current" or mode to "used".`;
    problems.push({ path: ["usage_statistic"], message, keys: ["usage_statistic", "mode"] });
  }
  return problems;
}

function findReserveContradictions({ nodeReserve }: Policy): Contradiction[] {
  const keys = ["node_reserve"];
  return nodeReserve.flatMap(({ node }, i) => {
    if (nodeReserve.findIndex((other) => other.node === node) === i) return [];
    const message =
      node === null
        ? "A second entry without node_name is for the same nodes as the first."
        : `The node "${node}" has two entries; make them one.`;
    return [{ path: ["node_reserve", i, ...(node === null ? [] : ["node_name"])], message, keys }];
  });
}

function findRuleContradictions(rule: PolicyRule, i: number, { rules }: Policy): Contradiction[] {
  const problems: Contradiction[] = [];
  const keys = ["rules"];
  if (rules.findIndex(({ name }) => name === rule.name) < i) {
    problems.push({ path: ["rules", i, "name"], message: `The rule "${rule.name}" is listed twice.`, keys });
  }
  if (rule.vmids.length + rule.names.length + rule.tags.length === 0) {
    const message = `The rule "${rule.name}" is about no guests; give it vm_ids, names or tags.`;
    problems.push({ path: ["rules", i], message, keys });
  }
  if (rule.type === "node-affinity" && rule.nodes.length === 0) {
    const message = `The rule "${rule.name}" of type node-affinity must list at least one node.`;
    problems.push({ path: ["rules", i, "nodes"], message, keys });
  }
  if (rule.type !== "node-affinity" && rule.nodes.length > 0) {
    const message = `The rule "${rule.name}" lists nodes, which only the type node-affinity does.`;
    problems.push({ path: ["rules", i, "nodes"], message, keys });
  }
  return problems;
}

function findPoolContradictions({ pools }: Policy): Contradiction[] {
  return pools.flatMap(({ pool, type, pin }, i) => {
    if (type !== null || pin.length > 0) return [];
    const message = `The entry for pool "${pool}" says nothing; give it a type, a pin or both.`;
    return [{ path: ["pools", i], message, keys: ["pools"] }];
  });
}
