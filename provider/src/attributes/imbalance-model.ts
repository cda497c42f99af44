import type { Imbalance } from "../planning/model/migration-plan.js";

/** Words the spread per method for the user: points with one decimal. */
export const imbalanceModel = (imbalance: Imbalance): ReadonlyMap<string, number> =>
  new Map(Object.entries(imbalance).map(([method, points]) => [method, Number(points.toFixed(1))]));
