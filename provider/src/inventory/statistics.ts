import type { UsageStatistic } from "../planning/model/policy.js";

const PERCENTILES: Readonly<Record<Exclude<UsageStatistic, "current" | "mean" | "max">, number>> = {
  p50: 50,
  p90: 90,
  p95: 95,
  p99: 99,
};

/** Sums samples, oldest first, up in one figure; a percentile is the nearest rank. Null when there are none. */
export function statisticOf(samples: readonly number[], statistic: UsageStatistic): number | null {
  const latest = samples.at(-1);
  if (latest === undefined) return null;
  switch (statistic) {
    case "current":
      return latest;
    case "mean":
      return mean(samples);
    case "max":
      return highest(samples);
    case "p50":
    case "p90":
    case "p95":
    case "p99":
      return percentile(samples, PERCENTILES[statistic]);
  }
}

/** Returns the arithmetic mean of at least one sample. */
export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
}

/** Returns the highest of at least one sample; a history may be too long to be handed over as arguments. */
export function highest(samples: readonly number[]): number {
  return samples.reduce((most, sample) => Math.max(most, sample), Number.NEGATIVE_INFINITY);
}

function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
