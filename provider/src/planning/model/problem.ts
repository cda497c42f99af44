/** One thing that is wrong with a document, and where: `guests[3].memoryBytes`. */
export interface Problem {
  readonly path: string;
  /** One full sentence. */
  readonly message: string;
}

/** Problems listed before reading stops: enough to fix a file in one go, few enough to read. */
const PROBLEM_LIMIT = 20;

/** Collects problems up to a limit. */
export interface ProblemList {
  readonly problems: Problem[];
  /** Problems seen, the unlisted ones included. */
  count: number;
}

/** Makes an empty list of problems. */
export function createProblemList(): ProblemList {
  return { problems: [], count: 0 };
}

/** Adds a problem; beyond the limit it is only counted. */
export function addProblem(list: ProblemList, path: string, message: string): void {
  list.count += 1;
  if (list.problems.length < PROBLEM_LIMIT) {
    list.problems.push({ path, message });
  }
}

/** Names the JSON type of a value for a message. */
export function describeValue(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  if (typeof value === "string") {
    return value.length > 40 ? "a long string" : JSON.stringify(value);
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  return value === undefined ? "nothing" : "an object";
}
