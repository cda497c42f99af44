import type { RequestedMigration } from "./run-report.js";

/** A listed migration with its place in the list. */
export interface Entry {
  readonly index: number;
  readonly request: RequestedMigration;
}

/**
 * Divides a list into batches that run one after the other. Migrations of one step share a batch, in ascending order of
 * steps; one without a step comes after all before it and before all after it.
 */
export function divideIntoBatches(migrations: readonly RequestedMigration[]): readonly (readonly Entry[])[] {
  const batches: Entry[][] = [];
  let steps = new Map<number, Entry[]>();
  const closeSteps = (): void => {
    batches.push(...[...steps].sort(([a], [b]) => a - b).map(([, entries]) => entries));
    steps = new Map();
  };
  for (const [index, request] of migrations.entries()) {
    const { step } = request;
    if (step === null) {
      closeSteps();
      batches.push([{ index, request }]);
    } else {
      steps.set(step, [...(steps.get(step) ?? []), { index, request }]);
    }
  }
  closeSteps();
  return batches;
}
