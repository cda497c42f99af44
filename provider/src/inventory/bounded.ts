/**
 * Reads that are under way at a time at most: hundreds take a few round trips, and the entry node passes most of them on to the
 * nodes that they are about.
 */
export const REQUESTS_AT_ONCE = 80;

/** Calls a function for every item, at most `width` at a time, and gives the results in the order of the items. */
export async function mapBounded<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) results.set(index, await act(item));
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
