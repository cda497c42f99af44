import { announceChange } from "../cluster/change-guest.js";
import type { Cluster, HaResource } from "../cluster/cluster.js";
import { isVersion9, newHaResource, sidOf } from "../cluster/cluster.js";
import { removeFromRules } from "../cluster/ha-rules.js";
import type {
  HaGroupDescription,
  HaResourceDescription,
  HaRuleDescription,
} from "../description/cluster-description.js";
import { orderHaMove } from "../ha/request-ha-migration.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints, Handler } from "../http/call.js";
import { flagOf, requiredText, textOf } from "../http/call.js";
import { normalisedSid } from "./ha.js";

const STATES = ["started", "stopped", "disabled", "ignored", "enabled"] as const;
const MIGRATED_GROUPS = "ha groups have been migrated to rules";

/** Changes of what the HA manager was told: resources, rules, groups. */
export const haChangeEndpoints: Endpoints = {
  "POST /cluster/ha/resources": changing(addResource),
  "PUT /cluster/ha/resources/{sid}": changing(changeResource),
  "DELETE /cluster/ha/resources/{sid}": changing(removeResource),
  "POST /cluster/ha/resources/{sid}/migrate": move,
  "POST /cluster/ha/resources/{sid}/relocate": move,
  "POST /cluster/ha/rules": changing(addRule),
  "PUT /cluster/ha/rules/{rule}": changing(changeRule),
  "DELETE /cluster/ha/rules/{rule}": changing(removeRule),
  "POST /cluster/ha/groups": changing(addGroup),
  "PUT /cluster/ha/groups/{group}": changing(changeGroup),
  "DELETE /cluster/ha/groups/{group}": changing(removeGroup),
};

function resourceInPath(call: Call): HaResource {
  const sid = normalisedSid(call.cluster, requiredText(call, "sid"));
  const resource = call.cluster.ha.resources.get(sid);
  if (resource === undefined) throw failure(`no such resource '${sid}'`);
  return resource;
}

function changing(change: (call: Call) => void): Handler {
  return (call): Answer => {
    change(call);
    announceChange(call.cluster);
    return { data: null };
  };
}

function move(call: Call): Answer {
  const { cluster, entry } = call;
  return { data: orderHaMove(cluster, resourceInPath(call), requiredText(call, "node"), isVersion9(entry)) };
}

function addResource(call: Call): void {
  const { cluster } = call;
  const sent = requiredText(call, "sid");
  const guest = cluster.guests.get(Number(sent.split(":").at(-1)));
  if (guest === undefined || (sent.includes(":") && sidOf(guest) !== sent))
    throw failure(`resource '${sent}' does not exist in cluster`);
  const sid = sidOf(guest);
  if (cluster.ha.resources.has(sid)) throw failure(`resource ID '${sid}' already defined`);
  const description = withSettings(call, { state: "started" });
  cluster.ha.resources.set(sid, newHaResource(sid, guest.vmid, description));
}

function changeResource(call: Call): void {
  const resource = resourceInPath(call);
  resource.description = withSettings(call, without(resource.description, removedKeys(call, RESOURCE_KEYS)));
}

function removeResource(call: Call): void {
  const { sid } = resourceInPath(call);
  call.cluster.ha.resources.delete(sid);
  if (isVersion9(call.entry) && call.parameters["purge"] !== false) removeFromRules(call.cluster, sid);
}

const RESOURCE_KEYS: Readonly<Record<string, string>> = {
  max_restart: "maxRestart",
  max_relocate: "maxRelocate",
  "auto-rebalance": "autoRebalance",
};

function withSettings(call: Call, base: HaResourceDescription): HaResourceDescription {
  const { parameters, entry, cluster } = call;
  const group = textOf(call, "group");
  if (group !== undefined && isVersion9(entry)) throw parameterError({ group: `cannot use group: ${MIGRATED_GROUPS}` });
  if (group !== undefined && !cluster.ha.groups.some((each) => each.group === group))
    throw failure(`group '${group}' does not exist`);
  const state = STATES.find((each) => each === parameters["state"]);
  return {
    ...base,
    state: (state === "enabled" ? "started" : state) ?? base.state,
    ...present({
      group,
      comment: textOf(call, "comment"),
      maxRestart: wholeNumber(call, "max_restart"),
      maxRelocate: wholeNumber(call, "max_relocate"),
      failback: switchOf(call, "failback"),
      autoRebalance: switchOf(call, "auto-rebalance"),
    }),
  };
}

function addRule(call: Call): void {
  const name = requiredText(call, "rule");
  const { rules } = call.cluster.ha;
  if (rules.some((each) => each.rule === name)) throw failure(`HA rule ID '${name}' already defined`);
  const base = { rule: name, type: ruleType(call), resources: "" };
  rules.push(checkedRule({ ...base, ...ruleSettings(call) }));
}

function changeRule(call: Call): void {
  const { rules } = call.cluster.ha;
  const index = indexOfRule(call);
  const old = rules[index];
  if (old === undefined) return;
  if (old.type !== ruleType(call)) throw parameterError({ type: `rule '${old.rule}' is of type '${old.type}'` });
  rules[index] = checkedRule({ ...without(old, removedKeys(call, {})), ...ruleSettings(call) });
}

function removeRule(call: Call): void {
  call.cluster.ha.rules.splice(indexOfRule(call), 1);
}

function indexOfRule(call: Call): number {
  const name = requiredText(call, "rule");
  const index = call.cluster.ha.rules.findIndex((each) => each.rule === name);
  if (index < 0) throw failure(`no such ha rule '${name}'`);
  return index;
}

function ruleType(call: Call): HaRuleDescription["type"] {
  return textOf(call, "type") === "node-affinity" ? "node-affinity" : "resource-affinity";
}

function ruleSettings(call: Call): Partial<HaRuleDescription> {
  const affinity = textOf(call, "affinity");
  return present({
    resources: textOf(call, "resources"),
    nodes: textOf(call, "nodes"),
    affinity: affinity === "positive" || affinity === "negative" ? affinity : undefined,
    strict: switchOf(call, "strict"),
    disable: switchOf(call, "disable"),
    comment: textOf(call, "comment"),
  });
}

function checkedRule(rule: HaRuleDescription): HaRuleDescription {
  const count = rule.resources.split(",").filter((each) => each.trim() !== "").length;
  if (rule.type === "node-affinity" && rule.nodes === undefined)
    throw parameterError({ nodes: "property is missing and it is not optional" });
  if (rule.type === "resource-affinity" && rule.affinity === undefined)
    throw parameterError({ affinity: "property is missing and it is not optional" });
  if (rule.type === "resource-affinity" && count < 2)
    throw failure(
      `Rule '${rule.rule}' is invalid.\n\tresources: rule is ineffective as there are less than two resources`,
    );
  return rule;
}

function addGroup(call: Call): void {
  const { groups } = oldGroups(call, "cannot create group");
  const group = requiredText(call, "group");
  if (groups.some((each) => each.group === group)) throw failure(`ha group ID '${group}' already defined`);
  groups.push({
    group,
    nodes: requiredText(call, "nodes"),
    restricted: false,
    nofailback: false,
    ...groupSettings(call),
  });
}

function changeGroup(call: Call): void {
  const { groups } = oldGroups(call, "cannot update group");
  const index = indexOfGroup(call);
  const old = groups[index];
  if (old !== undefined) groups[index] = { ...old, ...groupSettings(call) };
}

function removeGroup(call: Call): void {
  const { groups } = oldGroups(call, "cannot delete group");
  const [removed] = groups.splice(indexOfGroup(call), 1);
  const user = [...call.cluster.ha.resources.values()].find((each) => each.description.group === removed?.group);
  if (removed === undefined || user === undefined) return;
  groups.push(removed);
  throw failure(`ha group '${removed.group}' is used by resource '${user.sid}'`);
}

function oldGroups({ cluster, entry }: Call, what: string): Cluster["ha"] {
  if (isVersion9(entry)) throw failure(`${what}: ${MIGRATED_GROUPS}`);
  return cluster.ha;
}

function indexOfGroup(call: Call): number {
  const name = requiredText(call, "group");
  const index = call.cluster.ha.groups.findIndex((each) => each.group === name);
  if (index < 0) throw failure(`no such ha group '${name}'`);
  return index;
}

function groupSettings(call: Call): Partial<HaGroupDescription> {
  return present({
    nodes: textOf(call, "nodes"),
    comment: textOf(call, "comment"),
    restricted: switchOf(call, "restricted"),
    nofailback: switchOf(call, "nofailback"),
  });
}

function removedKeys(call: Call, names: Readonly<Record<string, string>>): readonly string[] {
  return (textOf(call, "delete") ?? "").split(/[,; ]+/).map((key) => names[key] ?? key);
}

function without<T extends object>(value: T, keys: readonly string[]): T {
  const kept = { ...value };
  for (const key of keys) Reflect.deleteProperty(kept, key);
  return kept;
}

function wholeNumber(call: Call, name: string): number | undefined {
  const value = call.parameters[name];
  return typeof value === "number" ? value : undefined;
}

function switchOf(call: Call, name: string): boolean | undefined {
  return call.parameters[name] === undefined ? undefined : flagOf(call, name);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}
