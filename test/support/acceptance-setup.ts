import { findClis } from "./cli-find.js";
import { builtProxlb } from "./cli-installation.js";

/** Says once, before the first test, on which CLIs the suite runs. Throws when one is missing or the provider is not built. */
export const setup = (): void => {
  builtProxlb();
  const labels = findClis().map(({ label }) => label);
  process.stdout.write(`The acceptance tests run on ${labels.join(" and ")}.\n`);
};
