import * as z from "zod";
import { wireNumberAs } from "./wire-values.js";

/** A load above this many times the assigned CPUs is a mistake, not a load. */
const MAX_CPU_FRACTION = 1000;

/** Far above any machine; guards sums against nonsense. */
const MAX_CPUS = 100_000;

/** A CPU load as a fraction of the CPUs that there are; can exceed 1 a little. */
export const cpuFraction = wireNumberAs(z.number().min(0).max(MAX_CPU_FRACTION));

/** A number of CPUs; containers with `cpulimit` have fractions. */
export const cpuCount = wireNumberAs(z.number().positive().max(MAX_CPUS));
