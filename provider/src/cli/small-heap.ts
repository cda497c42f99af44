import { setFlagsFromString } from "node:v8";

/**
 * Keeps the process small while it works on a document that fills much of the memory. Left alone, V8 lets what is dead pile
 * up to the size of what is alive, and holds newborns in a space of its own that grows to 48 MB. Collecting sooner
 * takes about a third off the peak of the largest plans.
 */
export function keepHeapSmall(): void {
  // Both are only read when V8 decides how far a heap may grow, so they may be set while it runs.
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** How much the heap may grow between two collections. */
const GROWTH_PERCENT = 30;
