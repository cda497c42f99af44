// Prints what was measured, as ratios of one run. Ends with an error when a figure misses its bar.
import { figureTable } from "./figure.js";
import { measureGoldenPlans } from "./golden-plans.js";
import { measureLargeCluster } from "./large-cluster.js";
import { measureRefresh } from "./refresh.js";
import { measureStartUp } from "./start-up.js";

const figures = [
  await measureStartUp(),
  ...measureGoldenPlans(),
  ...measureLargeCluster(),
  ...(await measureRefresh()),
];
process.stdout.write(`${figureTable(figures)}\n`);
if (figures.some(({ ratio, limit }) => limit !== undefined && ratio > limit)) process.exitCode = 1;
