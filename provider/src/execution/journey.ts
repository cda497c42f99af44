import type { ClusterSnapshot, Guest, Node } from "../planning/model/cluster-snapshot.js";

/** A migration of this run that was started and did not fail. */
export interface Journey {
  readonly guest: Guest;
  readonly to: string;
  /**
   * The uptimes that its source and target had published when it had just ended; null while it runs. Figures with
   * another uptime are newer than the migration.
   */
  readonly uptimesAtEnd: ReadonlyMap<string, number> | null;
}

type Uptimes = ReadonlyMap<string, number>;

/** Says whether the published figures of a node already tell what a journey did to it. */
export function isPublished({ uptimesAtEnd }: Journey, node: string, uptimes: Uptimes): boolean {
  if (uptimesAtEnd === null) return false;
  const before = uptimesAtEnd.get(node);
  const now = uptimes.get(node);
  // A node that publishes nothing (any more) cannot be waited for.
  return before === undefined || now === undefined || now !== before;
}

/** Lists the nodes, sorted, whose published figures are older than a journey that has ended. */
export function nodesBehind(journeys: readonly Journey[], uptimes: Uptimes): readonly string[] {
  const behind = journeys
    .filter(({ uptimesAtEnd }) => uptimesAtEnd !== null)
    .flatMap((journey) => [journey.guest.node, journey.to].filter((node) => !isPublished(journey, node, uptimes)));
  return [...new Set(behind)].sort();
}

/**
 * Returns the cluster as it will be when all journeys have ended. Targets carry what is on its way to them as long as
 * their published figures do not show it; sources are not relieved before theirs do.
 */
export function foresee(snapshot: ClusterSnapshot, journeys: readonly Journey[], uptimes: Uptimes): ClusterSnapshot {
  const open = journeys.filter((journey) => !isPublished(journey, journey.to, uptimes));
  const targets = new Map(
    journeys.filter(({ uptimesAtEnd }) => uptimesAtEnd === null).map(({ guest, to }) => [guest.vmid, to]),
  );
  return {
    ...snapshot,
    nodes: snapshot.nodes.map((node) =>
      open.filter(({ to }) => to === node.name).reduce((carrying, { guest }) => burdened(carrying, guest), node),
    ),
    guests: snapshot.guests.map((guest) => ({ ...guest, node: targets.get(guest.vmid) ?? guest.node })),
  };
}

function burdened(node: Node, guest: Guest): Node {
  return {
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + guest.memoryUsedBytes,
    cpuUsedCores: node.cpuUsedCores + guest.cpuUsedCores,
  };
}
