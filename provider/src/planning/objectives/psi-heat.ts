import type { Pressure, Pressures } from "../model/cluster-snapshot.js";
import type { BalanceMethod, PsiThreshold, PsiThresholds } from "../model/policy.js";

/** Lists the methods whose pressure reaches its threshold, or `part` of it. What is not known is never hot. */
export function hotMethods(
  pressures: Pressures | undefined,
  thresholds: PsiThresholds,
  { methods, part }: { readonly methods: readonly BalanceMethod[]; readonly part: number },
): readonly BalanceMethod[] {
  return methods.filter((method) => {
    const [pressure, threshold] = [pressures?.[method], thresholds[method]];
    return pressure !== undefined && threshold !== undefined && isHot(readFigures(pressure, method), threshold, part);
  });
}

interface Figures {
  readonly full: number | undefined;
  readonly some: number | undefined;
  readonly spike: number | undefined;
}

/**
 * Nobody measures how often everything waited for the CPU of a node, so how often anything did stands in for it. `some` is
 * never below `full`, so that `full` is a safe guess where it is missing.
 */
function readFigures(pressure: Pressure, method: BalanceMethod): Figures {
  const { full, some, fullSpike, someSpike } = pressure;
  const isCpu = method === "cpu";
  return {
    full: full ?? (isCpu ? some : undefined),
    some: some ?? full,
    spike: fullSpike ?? (isCpu ? someSpike : undefined),
  };
}

function isHot(figures: Figures, { full, some, spikes }: PsiThreshold, part: number): boolean {
  const looksAtMeans = full !== null || some !== null;
  const reaches = (figure: number | undefined, limit: number): boolean =>
    figure !== undefined && figure >= limit * part;
  const meansReached = (full === null || reaches(figures.full, full)) && (some === null || reaches(figures.some, some));
  return (looksAtMeans && meansReached) || (spikes !== null && reaches(figures.spike, spikes));
}

const NOTHING_KNOWN: Pressure = {};

/**
 * Gives the one figure by which pressures are compared, in percent: how often everything waited on average; for the CPU,
 * where nodes do not have that, how often anything did. Null when it is not known.
 */
export function pressureLevel(pressures: Pressures | undefined, method: BalanceMethod): number | null {
  const { some, full, someSpike, fullSpike } = pressures?.[method] ?? NOTHING_KNOWN;
  const figures = method === "cpu" ? [some, full, someSpike, fullSpike] : [full, some, fullSpike, someSpike];
  return figures.find((figure) => figure !== undefined) ?? null;
}
