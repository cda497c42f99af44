import { cpuObjection, parseCpuType, versionObjection } from "../inventory/cpu-compatibility.js";
import type { CpuType, Journey } from "../inventory/cpu-compatibility.js";
import type { PveClient } from "../pve/client.js";
import type { GuestAddress } from "../pve/endpoints/guest.js";
import { isShown, notShown, samplesOf } from "./hidden-bridges.js";
import { learnBridges, learnConfigs, learnStatuses } from "./learn-facts.js";
import { bridgesIn } from "./target-facts.js";
import type { TargetFacts } from "./target-facts.js";
import { firstTravels } from "./travel.js";
import type { Travel } from "./travel.js";

/** A node that a guest cannot run on, as far as can be known beforehand. */
export interface TargetProblem {
  readonly vmid: number;
  readonly node: string;
  /** One full sentence. */
  readonly reason: string;
}

/** The migrations of a plan, and what is known of their guests and nodes so far. */
export interface TargetQuery {
  readonly migrations: readonly Travel[];
  readonly facts: TargetFacts;
}

/**
 * Asks about the nodes of a plan and, where that is cheaper, about its VMs, so that `checkTargets` need not: processors and versions of
 * the nodes that VMs leave or reach, and either the configuration of each VM or the bridges of the nodes that VMs leave. Nothing is
 * asked twice, and all at once.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function learnTargets(
  client: PveClient,
  { migrations, facts }: TargetQuery,
  signal: AbortSignal,
): Promise<void> {
  const vms = migrations.filter(({ type }) => type === "vm");
  const targets = migrations.map(({ to }) => to);
  const left = vms.map(({ from }) => from);
  const guests = firstTravels(vms)
    .map(addressOf)
    .filter(({ vmid }) => !facts.configs.has(vmid));
  const areNodesFewer = unknownOf(facts, left, targets).size < guests.length;
  await Promise.all([
    learnStatuses(client, { facts, nodes: vms.flatMap(({ from, to }) => [from, to]) }, signal),
    learnBridges(client, { facts, nodes: areNodesFewer ? [...targets, ...left] : targets }, signal),
    learnConfigs(client, { facts, guests: areNodesFewer ? [] : guests }, signal),
  ]);
}

/** Returns the nodes whose bridges would have to be asked for besides those of the targets. */
function unknownOf(
  { bridges }: TargetFacts,
  nodes: readonly string[],
  targets: readonly string[],
): ReadonlySet<string> {
  return new Set(nodes.filter((node) => !bridges.has(node) && !targets.includes(node)));
}

function addressOf({ vmid, type, from }: Travel): GuestAddress {
  return { vmid, type, node: from };
}

/**
 * Finds targets that lack a bridge of the guest, a processor that it can go on with, or its version, because Proxmox finds that
 * out only when it starts the guest there; and targets that died too recently to be listed as offline. Judges by what
 * `learnTargets` learned, and asks for the configurations of guests whose nodes differ, unless they are known, and for the bridges
 * of a node whose guest uses one that no other shows.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function checkTargets(
  client: PveClient,
  { migrations, facts }: TargetQuery,
  signal: AbortSignal,
): Promise<readonly TargetProblem[]> {
  const travels = firstTravels(migrations);
  const doubtful = [...migrations.filter((migration) => areDifferent(facts, migration)), ...samplesOf(facts, travels)];
  const asked = new Set(doubtful.map(({ vmid }) => vmid));
  const guests = travels.filter(({ vmid }) => asked.has(vmid)).map(addressOf);
  await learnConfigs(client, { facts, guests }, signal);
  const homes = travels.filter((travel) => notShown(facts, travel).length > 0).map(({ from }) => from);
  await learnBridges(client, { facts, nodes: homes }, signal);
  return migrations.flatMap((migration) => problemsOf(facts, migration));
}

/**
 * Returns what is known against every node that a guest could be sent to. Nodes of which too little is known to tell are among
 * them, with `unknown` as the reason.
 */
export function problemsEverywhere(
  facts: TargetFacts,
  { guest, nodes, unknown }: ClosingQuery,
): readonly TargetProblem[] {
  const others = nodes.filter((node) => node !== guest.from);
  return others.flatMap((node) => {
    const travel = { ...guest, to: node };
    const reasons = isEnoughKnown(facts, travel) ? reasonsAgainst(facts, travel, node) : [unknown];
    return reasons.map((reason) => ({ vmid: guest.vmid, node, reason }));
  });
}

/** A guest where it is, the nodes it could be sent to, and what to say of nodes that were not looked at. */
export interface ClosingQuery {
  readonly guest: Omit<Travel, "to">;
  readonly nodes: readonly string[];
  /** One full sentence. */
  readonly unknown: string;
}

function isEnoughKnown(facts: TargetFacts, travel: Travel): boolean {
  const { bridges, statuses, configs } = facts;
  const isReachable = (bridges.get(travel.to) ?? null) !== null;
  const isHostKnown = travel.type === "ct" || (statuses.get(travel.to) ?? null) !== null;
  return (
    isReachable &&
    isHostKnown &&
    (configs.has(travel.vmid) || (bridges.has(travel.from) && !areDifferent(facts, travel)))
  );
}

/** Of a container the bridges of its node were not asked for, because its configuration is read anyway. */
function areDifferent({ bridges, statuses }: TargetFacts, { type, from, to }: Travel): boolean {
  const there = bridges.get(to);
  const lacksBridge = [...(bridges.get(from) ?? [])].some((bridge) => there?.has(bridge) === false);
  return type === "ct" || lacksBridge || statuses.get(from)?.cpuModel !== statuses.get(to)?.cpuModel;
}

/** What is found against one node holds for every other that is known, so that the next plan avoids them all. */
function problemsOf(facts: TargetFacts, migration: Travel): readonly TargetProblem[] {
  const { vmid, from, to } = migration;
  const others = [...new Set([...facts.bridges.keys(), ...facts.statuses.keys()])].filter((node) => node !== from);
  const problems = others.flatMap((node) =>
    reasonsAgainst(facts, migration, node).map((reason) => ({ vmid, node, reason })),
  );
  return facts.bridges.get(to) === null
    ? [...problems, { vmid, node: to, reason: `Node ${to} does not answer.` }]
    : problems;
}

function reasonsAgainst(facts: TargetFacts, migration: Travel, node: string): readonly string[] {
  const used = bridgesIn(facts.configs.get(migration.vmid) ?? {});
  const isMissing = (bridge: string): boolean => facts.bridges.get(node)?.has(bridge) === false;
  const missing = used.filter((bridge) => isMissing(bridge) && isShown(facts, bridge));
  const lacking = missing.length === 0 ? [] : [`Bridge ${missing.join(", ")} of the guest does not exist on ${node}.`];
  return [...lacking, ...hostReasons(facts, migration, node)];
}

/** Containers take the processor of their host as it is, and restart there, as do guests that are off. */
function hostReasons(facts: TargetFacts, migration: Travel, node: string): readonly string[] {
  const { type, from, isOff = false } = migration;
  const [source, target] = [facts.statuses.get(from) ?? null, facts.statuses.get(node) ?? null];
  if (type !== "vm" || isOff || source === null || target === null) return [];
  const journey: Journey = { from: { node: from, status: source }, to: { node, status: target } };
  const cpu = facts.configs.has(migration.vmid) ? cpuObjection(cpuOf(facts, migration), journey) : null;
  return [cpu, versionObjection(journey)].filter((reason) => reason !== null);
}

function cpuOf({ configs }: TargetFacts, { vmid, type }: Travel): CpuType {
  return parseCpuType(type === "vm" ? (configs.get(vmid)?.["cpu"] ?? "") : "");
}
