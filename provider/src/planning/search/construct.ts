import { worstSpread } from "../objectives/spread.js";
import { isSmall } from "./candidate-nodes.js";
import { exchangeBest } from "./exchange.js";
import { evacuateNodes, repairRules } from "./repair.js";
import { isBalancingWanted, type SearchState } from "./search-state.js";
import { shiftBest } from "./shift.js";

/** Extends the walk by everything that is left to do, in the order of importance. */
export function construct(search: SearchState): void {
  const { walk } = search;
  if (walk.hard > 0) {
    repairMustRules(search);
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

/** About half of the varied constructions make room by long ways from the start, which greed leaves to what is hard. */
const NOISE_FOR_LONG_WAYS = 0.3;

/**
 * What is still broken after a first pass is tried again, with longer ways to make room, for as long as that helps. In
 * large clusters that would take too long.
 */
function repairMustRules(search: SearchState): void {
  const { walk } = search;
  search.makesWayTwice = isSmall(search) && search.noise > NOISE_FOR_LONG_WAYS;
  repairRules(search, "must");
  search.makesWayTwice = true;
  for (let left = isSmall(search) ? Infinity : 0; walk.hard > 0 && walk.hard < left;) {
    left = walk.hard;
    repairRules(search, "must");
  }
  search.makesWayTwice = false;
}
