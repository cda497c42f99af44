/** One figure at one moment. */
export interface Sample {
  /** Seconds since the epoch. */
  readonly atSeconds: number;
  readonly value: number;
}

/** What a guest used, oldest first. */
export interface UsageSamples {
  readonly cpuCores: readonly Sample[];
  /** As the guest's host counts it where that is known, which is what another host has to have. */
  readonly memoryBytes: readonly Sample[];
}

/** Returns the values of the window that ends with the newest sample. */
export function valuesWithin(samples: readonly Sample[], windowSeconds: number): readonly number[] {
  const newest = samples.reduce((latest, { atSeconds }) => Math.max(latest, atSeconds), 0);
  return samples.filter(({ atSeconds }) => atSeconds > newest - windowSeconds).map(({ value }) => value);
}
