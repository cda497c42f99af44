// Prints what was measured, as ratios of one run. Ends with an error when a figure misses its bar.
import type { Figure } from "./figure.js";
import { figureTable, missesBar } from "./figure.js";
import { measureGoldenPlans } from "./golden-plans.js";
import { measureLargeCluster } from "./large-cluster.js";
import { measureRefresh } from "./refresh.js";
import { measurePackagedPlan } from "./packaged-plan.js";
import type { Release } from "./release.js";
import { withRelease } from "./release.js";
import { measureSizes } from "./size-sweep.js";
import { measureStability } from "./stability.js";
import { builtProvider, measureStartUp } from "./start-up.js";

const measureRelease = async (release: Release): Promise<readonly Figure[]> => [
  await measureStartUp({ ...release, what: "start of the released executable to handshake line, mutual TLS" }),
  await measurePackagedPlan(release),
];

const figures = [
  await measureStartUp(builtProvider),
  ...(await withRelease(measureRelease)),
  ...measureGoldenPlans(),
  ...(await measureSizes()),
  ...measureStability(),
  ...measureLargeCluster(),
  ...(await measureRefresh()),
];
process.stdout.write(`${figureTable(figures)}\n`);
if (figures.some(missesBar)) process.exitCode = 1;
