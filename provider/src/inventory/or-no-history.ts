import { isWithoutHistory } from "../pve/errors.js";

/** Returns the points of a history; none where there is no file of it (yet), which is no reason to do without all others. */
export async function orNoHistory<T>(points: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await points;
  } catch (failure) {
    if (isWithoutHistory(failure)) return [];
    throw failure;
  }
}
