import { mapBounded } from "../inventory/bounded.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { PveClient } from "../pve/client.js";
import { readNodeBridges } from "../pve/endpoints/cluster.js";
import { readGuestConfig } from "../pve/endpoints/guest.js";
import { isNodeSilent } from "../pve/errors.js";

const REQUESTS_AT_ONCE = 24;

/** Bridges that an administrator made on the node; virtual networks of the SDN bear other names and are everywhere. */
const HOST_BRIDGE = /^vmbr\d+$/;

const BRIDGE_OF_CARD = /(?:^|,)bridge=([^,]+)/;

/** A migration to a node that lacks a bridge of the guest, or that does not answer. */
export interface TargetProblem {
  readonly vmid: number;
  readonly node: string;
  /** One full sentence. */
  readonly reason: string;
}

/**
 * Finds guests whose target lacks a bridge that they use, because Proxmox finds that out only when it starts them there,
 * and targets that died too recently to be listed as offline.
 * One request for each node concerned, kept in `bridges` for the next time, and one for each guest whose source has
 * bridges that its target has not.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function findMissingBridges(
  client: PveClient,
  { migrations, bridges }: { readonly migrations: readonly PlannedMigration[]; readonly bridges: BridgesByNode },
  signal: AbortSignal,
): Promise<readonly TargetProblem[]> {
  const nodes = [...new Set(migrations.flatMap(({ from, to }) => [from, to]))].filter((node) => !bridges.has(node));
  await mapBounded(nodes, REQUESTS_AT_ONCE, async (node) => {
    bridges.set(node, await bridgesOf(client, node, signal));
  });
  const silent = migrations.filter(({ to }) => bridges.get(to) === null);
  const lacking = ({ from, to }: PlannedMigration): readonly string[] =>
    [...(bridges.get(from) ?? [])].filter((bridge) => bridges.get(to)?.has(bridge) === false);
  const doubtful = migrations.filter((migration) => lacking(migration).length > 0);
  const found = await mapBounded(doubtful, REQUESTS_AT_ONCE, async (migration): Promise<readonly TargetProblem[]> => {
    const { vmid, type, from, to } = migration;
    const used = bridgesIn(await readGuestConfig(client, { vmid, type, node: from }, signal));
    const missing = lacking(migration).filter((bridge) => used.has(bridge));
    return missing.length === 0
      ? []
      : [{ vmid, node: to, reason: `Bridge ${missing.join(", ")} of the guest does not exist on ${to}.` }];
  });
  return [
    ...silent.map(({ vmid, to }) => ({ vmid, node: to, reason: `Node ${to} does not answer.` })),
    ...found.flat(),
  ];
}

async function bridgesOf(client: PveClient, node: string, signal: AbortSignal): Promise<ReadonlySet<string> | null> {
  try {
    const names = (await readNodeBridges(client, node, signal)).map(({ iface }) => iface);
    return new Set(names.filter((name) => HOST_BRIDGE.test(name)));
  } catch (failure) {
    signal.throwIfAborted();
    if (isNodeSilent(failure)) return null;
    throw failure;
  }
}

/** The host bridges of nodes, as far as they were asked for; null for a node that does not answer. */
export type BridgesByNode = Map<string, ReadonlySet<string> | null>;

function bridgesIn(config: Readonly<Record<string, string>>): ReadonlySet<string> {
  const cards = Object.entries(config).filter(([key]) => /^net\d+$/.test(key));
  return new Set(cards.flatMap(([, card]) => BRIDGE_OF_CARD.exec(card)?.[1] ?? []));
}
