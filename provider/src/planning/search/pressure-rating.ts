import { CPU_USED, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Pressures } from "../model/cluster-snapshot.js";
import type { Layout } from "../model/layout.js";
import type { BalanceMethod } from "../model/policy.js";
import { scaleEach } from "../objectives/predict-pressure.js";
import { hotMethods, pressureLevel } from "../objectives/psi-heat.js";

/** Pressures that differ by less, in percent of the time, are the same, so that the use decides. */
const RESOLUTION = 0.05;

/** What the use of a node adds per percent: too little to outweigh a difference of pressure. */
const USE_WEIGHT = 1e-4;

/** Nodes that are hot, or fuller than this in percent, come last: no figure tells how they would fare. */
const HOT = 90;

/** Nodes whose pressure nobody knows come right before those. */
const UNKNOWN = 89;

/**
 * Rates a node by its pressure, from 0 to 100 and lower is better, as it is expected once something came; of nodes with
 * the same pressure the less used one is better.
 *
 * @param use used part of memory or CPU after the arrival in percent, whichever is larger
 */
export function pressureAfter(layout: Layout, size: readonly number[], node: number, use: number): number {
  const { policy } = layout.index;
  const { methods } = policy;
  const expected = expectedPressures(layout, size, node);
  const levels = methods.map((method) => pressureLevel(expected, method) ?? UNKNOWN);
  const level = Math.round(Math.max(...levels) / RESOLUTION) * RESOLUTION;
  const isHot = hotMethods(expected, policy.psi.nodes, { methods, part: 1 }).length > 0;
  return Math.max(level, isHot ? HOT : 0, use > HOT ? Math.min(100, use) : 0) + USE_WEIGHT * use;
}

/** Says in full sentences what speaks against the pressure of a node once something came; empty when nothing does. */
export function pressureRemarks(layout: Layout, size: readonly number[], node: number): string[] {
  const { policy, nodeNames } = layout.index;
  const { methods } = policy;
  const name = nodeNames[node] ?? "";
  const expected = expectedPressures(layout, size, node);
  const hot = hotMethods(expected, policy.psi.nodes, { methods, part: 1 });
  return methods.flatMap((method) => {
    const level = pressureLevel(expected, method);
    if (level === null) {
      return [`The ${method} pressure of ${name} is not known.`];
    }
    return hot.includes(method) ? [`${name} is hot: ${method} pressure ${Number(level.toFixed(2))} %.`] : [];
  });
}

/** The next guest of a batch has to see what those before it do to a node. */
function expectedPressures(layout: Layout, size: readonly number[], node: number): Pressures | undefined {
  return scaleEach(layout.index.pressures[node], (method) => growth(layout, size, node, method));
}

/**
 * How many times faster pressure grows than the part of a node that is filled: a rule of thumb. What is in use before does
 * not count, so that it decides between nodes with the same pressure.
 */
const STEEPNESS = 4;

function growth({ load, index }: Layout, size: readonly number[], node: number, method: BalanceMethod): number {
  if (method === "disk") {
    return 1;
  }
  const quantity = method === "cpu" ? CPU_USED : MEMORY_USED;
  const at = node * QUANTITIES + quantity;
  const arrived = (load[at] ?? 0) + (size[quantity] ?? 0) - (index.startLoad[at] ?? 0);
  return 1 + (STEEPNESS * Math.max(0, arrived)) / Math.max(1, index.capacity[at] ?? 0);
}
