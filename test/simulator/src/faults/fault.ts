import * as z from "zod";

const requestMatch = z.strictObject({
  method: z.string().optional(),
  /** Path below `/api2/json`; `*` stands for any text within one segment, `**` for any text. */
  path: z.string().default("**"),
  /** `name@realm` or `name@realm!token`. */
  user: z.string().optional(),
  /** The node through whose port the request came in. */
  entryNode: z.string().optional(),
});

const trigger = z.union([
  z.strictObject({ atMs: z.number().min(0) }),
  z.strictObject({ beforeRequest: requestMatch, nth: z.int().min(1).default(1) }),
]);

const common = {
  /** When the fault begins: so many virtual milliseconds after the start, or just before a request. Default: at once. */
  when: trigger.optional(),
};

const answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("status"), status: z.int(), text: z.string(), body: z.string().optional() }),
  z.strictObject({ kind: z.literal("truncated") }),
  z.strictObject({ kind: z.literal("not-json") }),
  z.strictObject({ kind: z.literal("html"), status: z.int().default(200), text: z.string().default("OK") }),
  z.strictObject({ kind: z.literal("reset") }),
  z.strictObject({ kind: z.literal("hang") }),
  z.strictObject({
    kind: z.literal("delay"),
    delayMs: z.number().min(0),
    /** Up to so many milliseconds more, by the seed. */
    jitterMs: z.number().min(0).default(0),
  }),
]);

const guestChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("lock"), lock: z.string().nullable() }),
  z.strictObject({ kind: z.literal("delete") }),
  z.strictObject({ kind: z.literal("move"), to: z.string() }),
  z.strictObject({ kind: z.literal("status"), status: z.enum(["running", "stopped", "paused"]) }),
  z.strictObject({ kind: z.literal("tags"), tags: z.string() }),
  z.strictObject({
    kind: z.literal("load"),
    cpu: z.number().min(0).optional(),
    memoryBytes: z.number().min(0).optional(),
  }),
]);

/** One thing that goes wrong, or that somebody else does, in a simulated cluster. */
export const fault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("answer"),
    match: requestMatch,
    answer,
    times: z.int().min(1).optional(),
    /** Share of the matching requests that it hits, by the seed. */
    probability: z.number().min(0).max(1).default(1),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("node-down"),
    node: z.string(),
    text: z.string().default("No route to host"),
    ...common,
  }),
  z.strictObject({ kind: z.literal("maintenance"), node: z.string(), ...common }),
  z.strictObject({ kind: z.literal("quorum-lost"), ...common }),
  z.strictObject({
    kind: z.literal("privilege-dropped"),
    subject: z.string(),
    path: z.string(),
    privilege: z.string(),
    ...common,
  }),
  z.strictObject({ kind: z.literal("token-revoked"), token: z.string(), ...common }),
  z.strictObject({ kind: z.literal("tickets-expired"), ...common }),
  z.strictObject({ kind: z.literal("guest"), vmid: z.int(), change: guestChange, ...common }),
  z.strictObject({
    kind: z.literal("migration-fails"),
    /** Default: the next migration of any guest. */
    vmid: z.int().optional(),
    /** Default: any target. */
    target: z.string().optional(),
    stage: z.enum(["before-data", "target-start", "storage", "memory"]).default("memory"),
    /** How far the stage gets before it fails, 0 to 1. */
    fraction: z.number().min(0).max(1).default(0.5),
    cause: z.string(),
    times: z.int().min(1).default(1),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("migration-hangs"),
    vmid: z.int().optional(),
    target: z.string().optional(),
    stage: z.enum(["storage", "memory"]).default("memory"),
    fraction: z.number().min(0).max(1).default(0.5),
    times: z.int().min(1).default(1),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("migration-ends"),
    vmid: z.int().optional(),
    /** What the end of a migration that arrived is like: a task that lies about it, or a guest that does not survive it. */
    how: z.enum(["moved-but-failed", "stayed-but-ok", "crashed"]),
    times: z.int().min(1).default(1),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("tasks-unknown"),
    /** Task type; default: any. */
    type: z.string().optional(),
    vmid: z.int().optional(),
    /** Only for so long after the start of the task, in virtual milliseconds; default: for ever. */
    forMs: z.number().min(0).optional(),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("rate-limit"),
    /** So many requests at a time are answered. */
    parallel: z.int().min(1),
    /** The others are dropped, or answered with 503. */
    drop: z.boolean().default(false),
    ...common,
  }),
  z.strictObject({
    kind: z.literal("migration-warns"),
    vmid: z.int().optional(),
    warning: z.string(),
    times: z.int().min(1).default(1),
    ...common,
  }),
]);

/** A fault with every default filled in. */
export type Fault = z.output<typeof fault>;

/** A fault as a test writes it. */
export type FaultInput = z.input<typeof fault>;

/** Which requests a fault concerns. */
export type RequestMatch = z.output<typeof requestMatch>;

/** How the answer to a request is spoiled. */
export type SpoiledAnswer = z.output<typeof answer>;

/** What somebody else does to a guest. */
export type GuestChange = z.output<typeof guestChange>;
