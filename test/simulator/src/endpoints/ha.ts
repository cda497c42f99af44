import { isVersion9 } from "../cluster/cluster.js";
import type { Cluster, HaResource } from "../cluster/cluster.js";
import type { HaGroupDescription, HaRuleDescription } from "../description/cluster-description.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";

const RESOURCES_DIGEST = "1b0c2d3e4f5061728394a5b6c7d8e9f00a1b2c3d";
const RULES_DIGEST = "77d1c05e2b8f4a90c3d6e1f2a4b5968778695a4b";
const GROUPS_DIGEST = "3d2e4f5061728394a5b6c7d8e9f00a1b2c3d4e5f";

/** What the HA manager was told: resources, rules, groups. */
export const haEndpoints: Endpoints = {
  "GET /cluster/ha/resources": listResources,
  "GET /cluster/ha/resources/{sid}": oneResource,
  "GET /cluster/ha/rules": listRules,
  "GET /cluster/ha/rules/{rule}": oneRule,
  "GET /cluster/ha/groups": listGroups,
  "GET /cluster/ha/groups/{group}": oneGroup,
};

/** Gives the configuration of an HA resource as a node of the caller's version prints it. */
function resourceRow(resource: HaResource, { cluster, entry }: Call): JsonObject {
  const isNew = isVersion9(entry);
  const { description } = resource;
  return {
    sid: resource.sid,
    type: resource.sid.split(":")[0],
    state: description.state,
    group: hasGroups(cluster) ? description.group : undefined,
    max_restart: description.maxRestart,
    max_relocate: description.maxRelocate,
    failback: isNew ? flag(description.failback) : undefined,
    "auto-rebalance": isNew ? flag(description.autoRebalance) : undefined,
    comment: description.comment,
    digest: RESOURCES_DIGEST,
  };
}

function listResources(call: Call): Answer {
  const type = textOf(call, "type");
  const rows = [...call.cluster.ha.resources.values()].map((resource) => resourceRow(resource, call));
  return { data: rows.filter((row) => type === undefined || row["type"] === type) };
}

function oneResource(call: Call): Answer {
  const sid = normalisedSid(call.cluster, requiredText(call, "sid"));
  const resource = call.cluster.ha.resources.get(sid);
  if (resource === undefined) throw failure(`no such resource '${sid}'`);
  return { data: resourceRow(resource, call) };
}

/** Gives the full id of a resource; a bare guest id stands for the resource of that guest. */
export function normalisedSid(cluster: Cluster, sid: string): string {
  if (sid.includes(":")) return sid;
  return [...cluster.ha.resources.values()].find((resource) => String(resource.vmid) === sid)?.sid ?? sid;
}

function listRules(call: Call): Answer {
  const type = textOf(call, "type");
  const resource = textOf(call, "resource");
  const rules = call.cluster.ha.rules.filter(
    (rule) =>
      (type === undefined || rule.type === type) &&
      (resource === undefined || rule.resources.split(",").includes(resource)),
  );
  return { data: rules.map((rule) => ruleRow(rule, call.cluster.ha.rules.indexOf(rule))) };
}

function oneRule(call: Call): Answer {
  const name = requiredText(call, "rule");
  const index = call.cluster.ha.rules.findIndex((rule) => rule.rule === name);
  const rule = call.cluster.ha.rules[index];
  if (rule === undefined) throw failure(`no such ha rule '${name}'`);
  return { data: ruleRow(rule, index) };
}

function ruleRow(rule: HaRuleDescription, index: number): JsonObject {
  return {
    rule: rule.rule,
    type: rule.type,
    resources: rule.resources,
    nodes: rule.nodes,
    affinity: rule.affinity,
    strict: flag(rule.strict),
    disable: rule.disable === true ? 1 : undefined,
    comment: rule.comment,
    errors: rule.errors,
    order: index + 1,
    digest: RULES_DIGEST,
  };
}

/** Groups become rules when the last node has been upgraded to version 9. */
function hasGroups(cluster: Cluster): boolean {
  return [...cluster.nodes.values()].some((node) => !isVersion9(node));
}

function listGroups({ cluster }: Call): Answer {
  if (!hasGroups(cluster)) throw failure("cannot index groups: ha groups have been migrated to rules");
  return { data: cluster.ha.groups.map(groupRow) };
}

function oneGroup(call: Call): Answer {
  const name = requiredText(call, "group");
  if (!hasGroups(call.cluster)) throw failure(`cannot read group '${name}': ha groups have been migrated to rules`);
  const group = call.cluster.ha.groups.find((each) => each.group === name);
  if (group === undefined) throw failure(`no such ha group '${name}'`);
  return { data: groupRow(group) };
}

function groupRow({ group, nodes, restricted, nofailback, comment }: HaGroupDescription): JsonObject {
  return {
    group,
    type: "group",
    nodes,
    restricted: restricted ? 1 : 0,
    nofailback: nofailback ? 1 : 0,
    comment,
    digest: GROUPS_DIGEST,
  };
}

function flag(value: boolean | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
