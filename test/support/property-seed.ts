import fc from "fast-check";

/** Any number does; what matters is that it stays, so that a change is judged by the same cases as the one before. */
const SEED = 20_261;

// The soak looks for what nobody has seen yet, and draws new cases on each run; a failure prints its seed.
if (process.env["PROXLB_SOAK"] === undefined) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
}
