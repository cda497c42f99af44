import { CPU_USED, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceMethod } from "../model/policy.js";
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
  let worst = use > HOT ? Math.min(100, use) : 0;
  for (const method of layout.index.policy.methods) {
    const { level, isHot } = expectAt(layout, size, node, method);
    const rounded = level === null ? UNKNOWN : Math.round(level / RESOLUTION) * RESOLUTION;
    worst = Math.max(worst, rounded, isHot ? HOT : 0);
  }
  return worst + USE_WEIGHT * use;
}

/** Says in full sentences what speaks against the pressure of a node once something came; empty when nothing does. */
export function pressureRemarks(layout: Layout, size: readonly number[], node: number): string[] {
  const { policy, nodeNames } = layout.index;
  const name = nodeNames[node] ?? "";
  return policy.methods.flatMap((method) => {
    const { level, isHot } = expectAt(layout, size, node, method);
    if (level === null) {
      return [`The ${method} pressure of ${name} is not known.`];
    }
    return isHot ? [`${name} is hot: ${method} pressure ${Number(level.toFixed(2))} %.`] : [];
  });
}

/** The pressure of a node that is expected of one resource; `level` is null when it is not known. */
interface Expected {
  readonly level: number | null;
  readonly isHot: boolean;
}

/** The next guest of a batch has to see what those before it do to a node. */
function expectAt(layout: Layout, size: readonly number[], node: number, method: BalanceMethod): Expected {
  const { pressures, policy } = layout.index;
  const level = pressureLevel(pressures[node], method);
  if (level === null) {
    return { level, isHot: false };
  }
  const factor = growth(layout, size, node, method);
  const reached = hotMethods(pressures[node], policy.psi.nodes, { methods: [method], part: 1 / factor });
  return { level: Math.min(100, level * factor), isHot: reached.length > 0 };
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
