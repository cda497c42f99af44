import type { ClusterState } from "../simulator/src/cluster/cluster-state.js";

const WIDTH = 40;

/** Draws the memory load of every node as a bar, forty characters for one hundred percent. */
export const memoryBars = ({ nodes, guests }: ClusterState): string =>
  nodes
    .map(({ name, memoryBytes, memoryTotalBytes }) => {
      const percent = (100 * memoryBytes) / memoryTotalBytes;
      const filled = Math.round((WIDTH * Math.min(percent, 100)) / 100);
      const count = guests.filter((guest) => guest.node === name).length;
      const bar = "█".repeat(filled) + "·".repeat(WIDTH - filled);
      return `  ${name}  ${bar}  ${percent.toFixed(0).padStart(3)} %  ${String(count).padStart(2)} guests`;
    })
    .join("\n");
