import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { fault } from "../src/faults/fault.js";

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

const duration = z.string().transform((text, context) => {
  const [, digits, unit] = DURATION.exec(text) ?? [];
  if (digits !== undefined && unit !== undefined) return Number(digits) * (UNITS[unit] ?? 0);
  context.addIssue({ code: "custom", message: `"${text}" is not a duration; write 500ms, 10s, 5m or 2h.` });
  return z.NEVER;
});
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const step = z.union([
  /** A remark for the reader of the log. */
  z.strictObject({ say: z.string() }),
  z.strictObject({ advance: duration }),
  z.strictObject({
    /** `METHOD /path` below the base of the interface. */
    request: z.string().regex(/^(?:GET|POST|PUT|DELETE) \//),
    with: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    /** Who asks: a name from a login step; default is the token of root. */
    as: z.string().optional(),
    /** Rows of a list that are shown: those with these values. */
    where: z.record(z.string(), scalar).default({}),
    /** Fields that are shown; default is the whole answer. */
    show: z.array(z.string()).optional(),
    /** The status that it must have; default 200. */
    status: z.int().default(200),
  }),
  z.strictObject({ login: z.string(), username: z.string(), password: z.string() }),
  z.strictObject({ fault, id: z.string().optional() }),
  /** Ends a fault by the id that a fault step gave it. */
  z.strictObject({ end: z.string() }),
  /** Shows the log of the newest task of a guest. */
  z.strictObject({ log: z.int() }),
  z.strictObject({ show: z.enum(["guests", "nodes", "tasks"]) }),
  /** What must be true of a guest at this moment. */
  z.strictObject({ assert: z.strictObject({ guest: z.int() }).catchall(scalar) }),
]);

/** One step of a scenario. */
export type ScenarioStep = z.output<typeof step>;

/** Reads the steps of a scenario folder. Throws with the path of everything that is wrong. */
export function readSteps(folder: string): readonly ScenarioStep[] {
  const parsed = z.array(step).safeParse(parse(readFileSync(join(folder, "steps.yaml"), "utf8")));
  if (!parsed.success) throw new Error(`The steps of ${folder} are not valid:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
