import { type ClusterIndex, QUANTITIES } from "../model/cluster-index.js";

/** Sizes of movable guests in one quantity, largest first, as running sums: entry k is the sum of the k largest. */
export type RunningSums = Float64Array;

/** Computes the running sums per node, and over all nodes together. */
export function movableSizes(
  index: ClusterIndex,
  quantity: number,
): { readonly perNode: readonly RunningSums[]; readonly all: RunningSums } {
  const lists: number[][] = index.nodeNames.map(() => []);
  const everything: number[] = [];
  for (let guest = 0; guest < index.movable.length; guest += 1) {
    const list = lists[index.startNode[guest] ?? -1];
    if (list !== undefined && index.movable[guest] === 1) {
      const size = index.size[guest * QUANTITIES + quantity] ?? 0;
      list.push(size);
      everything.push(size);
    }
  }
  return { perNode: lists.map(runningSums), all: runningSums(everything) };
}

function runningSums(sizes: number[]): RunningSums {
  const sorted = Float64Array.from(sizes).sort().reverse();
  const sums = new Float64Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i += 1) {
    sums[i + 1] = (sums[i] ?? 0) + (sorted[i] ?? 0);
  }
  return sums;
}

/** Gives the smallest number of guests that together reach an amount; Infinity when all together do not. */
export function guestsToCover(sums: RunningSums, amount: number): number {
  if (amount <= 0) {
    return 0;
  }
  if ((sums[sums.length - 1] ?? 0) < amount) {
    return Infinity;
  }
  let low = 1;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) >= amount) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
