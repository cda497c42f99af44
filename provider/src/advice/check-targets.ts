import { cpuObjection, parseCpuType, versionObjection } from "../inventory/cpu-compatibility.js";
import type { CpuType, Journey } from "../inventory/cpu-compatibility.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { PveClient } from "../pve/client.js";
import { bridgesIn, learnBridges, learnConfigs, learnStatuses } from "./target-facts.js";
import type { TargetFacts } from "./target-facts.js";

/** A node that a guest cannot run on, as far as can be known beforehand. */
export interface TargetProblem {
  readonly vmid: number;
  readonly node: string;
  /** One full sentence. */
  readonly reason: string;
}

/** The migrations of a plan, and what is known of their guests and nodes so far. */
export interface TargetQuery {
  readonly migrations: readonly PlannedMigration[];
  readonly facts: TargetFacts;
}

/**
 * Finds targets that lack a bridge of the guest, a processor that it can go on with, or its version, because Proxmox finds that
 * out only when it starts the guest there; and targets that died too recently to be listed as offline.
 *
 * A plan costs one request for each node that a guest leaves or reaches. One of many migrations costs another for each of these, and
 * one for each guest whose nodes differ; one of few another for each guest and each target. Nothing is asked twice.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function checkTargets(
  client: PveClient,
  { migrations, facts }: TargetQuery,
  signal: AbortSignal,
): Promise<readonly TargetProblem[]> {
  const nodes = [...new Set(migrations.flatMap(({ from, to }) => [from, to]))];
  const areMany = 2 * nodes.length <= migrations.length;
  await learnStatuses(client, { facts, nodes }, signal);
  if (areMany) await learnBridges(client, { facts, nodes }, signal);
  const doubtful = areMany ? migrations.filter((migration) => areDifferent(facts, migration)) : migrations;
  const guests = doubtful.map(({ vmid, type, from }) => ({ vmid, type, node: from }));
  await learnConfigs(client, { facts, guests }, signal);
  await learnBridges(client, { facts, nodes: migrations.map(({ to }) => to) }, signal);
  return migrations.flatMap((migration) => problemsOf(facts, migration));
}

function areDifferent({ bridges, statuses }: TargetFacts, { from, to }: PlannedMigration): boolean {
  const there = bridges.get(to);
  const lacksBridge = [...(bridges.get(from) ?? [])].some((bridge) => there?.has(bridge) === false);
  return lacksBridge || statuses.get(from)?.cpuModel !== statuses.get(to)?.cpuModel;
}

/** What is found against one node holds for every other that is known, so that the next plan avoids them all. */
function problemsOf(facts: TargetFacts, migration: PlannedMigration): readonly TargetProblem[] {
  const { vmid, from, to } = migration;
  const others = [...new Set([...facts.bridges.keys(), ...facts.statuses.keys()])].filter((node) => node !== from);
  const problems = others.flatMap((node) =>
    reasonsAgainst(facts, migration, node).map((reason) => ({ vmid, node, reason })),
  );
  return facts.bridges.get(to) === null
    ? [...problems, { vmid, node: to, reason: `Node ${to} does not answer.` }]
    : problems;
}

function reasonsAgainst(facts: TargetFacts, migration: PlannedMigration, node: string): readonly string[] {
  const used = bridgesIn(facts.configs.get(migration.vmid) ?? {});
  const missing = used.filter((bridge) => facts.bridges.get(node)?.has(bridge) === false);
  const lacking = missing.length === 0 ? [] : [`Bridge ${missing.join(", ")} of the guest does not exist on ${node}.`];
  return [...lacking, ...hostReasons(facts, migration, node)];
}

/** Containers take the processor of their host as it is, and restart there. */
function hostReasons(facts: TargetFacts, migration: PlannedMigration, node: string): readonly string[] {
  const { type, from } = migration;
  const [source, target] = [facts.statuses.get(from) ?? null, facts.statuses.get(node) ?? null];
  if (type !== "vm" || source === null || target === null) return [];
  const journey: Journey = { from: { node: from, status: source }, to: { node, status: target } };
  const cpu = facts.configs.has(migration.vmid) ? cpuObjection(cpuOf(facts, migration), journey) : null;
  return [cpu, versionObjection(journey)].filter((reason) => reason !== null);
}

function cpuOf({ configs }: TargetFacts, { vmid, type }: PlannedMigration): CpuType {
  return parseCpuType(type === "vm" ? (configs.get(vmid)?.["cpu"] ?? "") : "");
}
