import { mapBounded, REQUESTS_AT_ONCE } from "../inventory/bounded.js";
import type { PveClient } from "../pve/client.js";
import { readNodeBridges, readNodeStatus } from "../pve/endpoints/cluster.js";
import { readGuestConfig } from "../pve/endpoints/guest.js";
import type { GuestAddress } from "../pve/endpoints/guest.js";
import { isGone, isNodeSilent } from "../pve/errors.js";
import type { GuestConfigWire } from "../pve/schemas/guest-config.js";
import { isHostBridge } from "./target-facts.js";
import type { TargetFacts } from "./target-facts.js";

/** Learns the host bridges of nodes, one request for each that is new. */
export async function learnBridges(
  client: PveClient,
  { facts, nodes }: { readonly facts: TargetFacts; readonly nodes: readonly string[] },
  signal: AbortSignal,
): Promise<void> {
  await learn(facts.bridges, nodes, async (node) => {
    const names = (await readNodeBridges(client, node, signal)).map(({ iface }) => iface);
    return new Set(names.filter(isHostBridge));
  });
  signal.throwIfAborted();
}

/** Learns processor and version of nodes, one request for each that is new. */
export async function learnStatuses(
  client: PveClient,
  { facts, nodes }: { readonly facts: TargetFacts; readonly nodes: readonly string[] },
  signal: AbortSignal,
): Promise<void> {
  await learn(facts.statuses, nodes, (node) => readNodeStatus(client, node, signal));
  signal.throwIfAborted();
}

/** Learns the configurations of guests, one request for each that is new; guests that are asked about at the same time must differ. */
export async function learnConfigs(
  client: PveClient,
  { facts, guests }: { readonly facts: TargetFacts; readonly guests: readonly GuestAddress[] },
  signal: AbortSignal,
): Promise<void> {
  const news = guests.filter(({ vmid }) => !facts.configs.has(vmid));
  await mapBounded(news, REQUESTS_AT_ONCE, async (guest) => {
    facts.configs.set(guest.vmid, await configOf(client, guest, signal));
  });
}

/** A guest that has just gone, or whose node has, needs nothing; its migration is refused before it starts. */
async function configOf(client: PveClient, guest: GuestAddress, signal: AbortSignal): Promise<GuestConfigWire> {
  try {
    return await readGuestConfig(client, guest, signal);
  } catch (failure) {
    if (isGone(failure) || isNodeSilent(failure)) return {};
    throw failure;
  }
}

async function learn<T>(
  known: Map<string, T | null>,
  nodes: readonly string[],
  read: (node: string) => Promise<T>,
): Promise<void> {
  const news = [...new Set(nodes)].filter((node) => !known.has(node));
  await mapBounded(news, REQUESTS_AT_ONCE, async (node) => {
    known.set(node, await unlessSilent(read(node)));
  });
}

async function unlessSilent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    if (isNodeSilent(failure)) return null;
    throw failure;
  }
}
