import { findClis } from "./cli-find.js";

/** Says once, before the first test, on which CLIs the suite runs. Throws when one is missing. */
export const setup = (): void => {
  const labels = findClis().map(({ label }) => label);
  process.stdout.write(`The conformance tests run on ${labels.join(" and ")}.\n`);
};
