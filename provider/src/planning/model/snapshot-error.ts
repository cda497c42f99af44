import type { Problem } from "./problem.js";

/** Says that a document is no valid cluster snapshot, with every problem found up to a limit. */
export class SnapshotError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], count: number) {
    const lines = problems.map((problem) => `${problem.path}: ${problem.message}`);
    const unlisted = count - problems.length;
    if (unlisted > 0) {
      lines.push(`… and ${unlisted} more problems.`);
    }
    super(`The cluster snapshot is not valid.\n${lines.join("\n")}`);
    this.name = "SnapshotError";
    this.problems = problems;
  }
}
