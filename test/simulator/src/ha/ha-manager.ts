import type { Cluster } from "../cluster/cluster.js";
import { wantsRebalance, rebalance } from "./auto-rebalance.js";
import { advanceLostNodes } from "./lost-nodes.js";
import { isMoving } from "./ha-moves.js";
import { advanceService } from "./service-round.js";

/** The manager looks at everything once in so many virtual milliseconds, as long as there is something to do. */
export const MANAGER_ROUND_MS = 10_000;

/**
 * Lets the HA manager of a cluster work: it wakes whenever something changes and sleeps again when a round has found
 * nothing to do, so that a quiet day costs nothing.
 */
export function installHaManager(cluster: Cluster): void {
  const { clock } = cluster;
  let isAwake = false;
  let balancedRounds = 0;
  const wake = (): void => {
    if (isAwake || cluster.ha.resources.size === 0) return;
    isAwake = true;
    const elapsed = clock.nowMs - clock.startMs;
    clock.schedule(clock.startMs + (Math.floor(elapsed / MANAGER_ROUND_MS) + 1) * MANAGER_ROUND_MS, round);
  };
  const round = (): void => {
    isAwake = false;
    if (!cluster.quorate) return;
    const isBusy = runRound(cluster);
    const wanted = wantsRebalance(cluster);
    balancedRounds = wanted && !isMoving(cluster) ? rebalance(cluster, balancedRounds) : 0;
    if (isBusy || wanted) wake();
  };
  cluster.changeListeners.add(wake);
  wake();
}

function runRound(cluster: Cluster): boolean {
  const isWaitingForNodes = advanceLostNodes(cluster);
  const acted = [...cluster.ha.resources.values()].map((resource) => advanceService(cluster, resource));
  return isWaitingForNodes || acted.includes(true);
}
