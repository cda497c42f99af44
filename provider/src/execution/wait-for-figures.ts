import { readClusterResources } from "../pve/endpoints/cluster.js";
import { nodesBehind } from "./journey.js";
import { isPassing, messageOf } from "./patience.js";
import type { RunContext } from "./run-context.js";
import type { RunState } from "./run-state.js";

/** Proxmox VE renews figures every 10 s; three rounds without news mean that a node has stopped to tell. */
export const FIGURES_WAIT_MS = 30_000;

const LOOK_PAUSE_MS = 1_000;

/**
 * Waits until the published figures of all nodes that guests left or reached are newer than the moves, so that whoever
 * reads the cluster next sees what they changed. Gives up with a warning after a time.
 */
export async function waitForFigures(context: RunContext, state: RunState, signal: AbortSignal): Promise<void> {
  const { clock, log } = context;
  const journeys = [...state.journeys.values()];
  const untilMs = clock.now() + FIGURES_WAIT_MS;
  let behind: readonly string[] = [...new Set(journeys.flatMap(({ guest, to }) => [guest.node, to]))];
  while (behind.length > 0) {
    const uptimes = await publishedUptimes(context, signal);
    behind = uptimes === null ? behind : nodesBehind(journeys, uptimes);
    if (behind.length > 0 && clock.now() >= untilMs) {
      log.warn("Some nodes have not published new figures since the last migration", { nodes: behind.join(", ") });
      return;
    }
    if (behind.length > 0) await clock.sleep(LOOK_PAUSE_MS, signal);
  }
}

/** Null when the cluster does not answer at the moment. */
async function publishedUptimes(context: RunContext, signal: AbortSignal): Promise<ReadonlyMap<string, number> | null> {
  try {
    const { nodes } = await readClusterResources(context.client, "node", signal);
    return new Map(nodes.flatMap(({ node, figures }) => (figures?.uptime == null ? [] : [[node, figures.uptime]])));
  } catch (failure) {
    signal.throwIfAborted();
    context.log.debug("The figures of the nodes could not be read", { cause: messageOf(failure) });
    if (!isPassing(failure)) throw failure;
    return null;
  }
}
