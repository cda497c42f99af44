import { worstSpread } from "../objectives/spread.js";
import { exchangeBest } from "./exchange.js";
import { evacuateNodes, repairRules } from "./repair.js";
import { isBalancingWanted, type SearchState } from "./search-state.js";
import { shiftBest } from "./shift.js";

/** Extends the walk by everything that is left to do, in the order of importance. */
export function construct(search: SearchState): void {
  const { walk } = search;
  if (walk.hard > 0) {
    repairRules(search, "must");
  }
  if (walk.evacuations > 0) {
    evacuateNodes(search);
  }
  if (walk.soft > 0) {
    repairRules(search, "should");
  }
  if (isBalancingWanted(search)) {
    search.balancing = true;
    balance(search);
  }
}

function balance(search: SearchState): void {
  const { walk } = search;
  while (worstSpread(walk.layout, search.goals) > search.target) {
    const moved = walk.migrations < search.migrationLimit && (shiftBest(search) || exchangeBest(search));
    if (!moved) {
      return;
    }
  }
}
