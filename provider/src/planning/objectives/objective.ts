/** What a plan achieves and costs, in the order of importance; every figure is better when lower. */
export interface Objective {
  readonly hard: number;
  readonly evacuations: number;
  readonly soft: number;
  /** Load outside the band in points of the cluster; 0 when the target is reached or no balance is wanted. */
  readonly outside: number;
  readonly migrations: number;
  /** Estimated time of all migrations one after the other. */
  readonly seconds: number;
  /** Whether the time counts before the number of migrations. */
  readonly timeFirst: boolean;
  /** Worst weighted spread or, where pressure counts, what is left of it: the tie-break. */
  readonly spread: number;
}

/** Differences of load below this are noise of the arithmetic. */
const TOLERANCE = 1e-7;

/** Compares what two plans achieve, without their cost: negative when the first is better. */
export function compareAchievement(a: Objective, b: Objective): number {
  return a.hard - b.hard || a.evacuations - b.evacuations || a.soft - b.soft || compareLoosely(a.outside, b.outside);
}

/** Compares two plans in lexicographic order: negative when the first is better. */
export function compareObjectives(a: Objective, b: Objective): number {
  return (
    compareAchievement(a, b) ||
    (a.timeFirst ? a.seconds - b.seconds : 0) ||
    a.migrations - b.migrations ||
    a.seconds - b.seconds ||
    compareLoosely(a.spread, b.spread)
  );
}

function compareLoosely(a: number, b: number): number {
  return Math.abs(a - b) < TOLERANCE ? 0 : a - b;
}
