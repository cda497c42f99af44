import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireInteger } from "./wire-values.js";

const statusSchema = z.object({
  status: z.enum(["running", "stopped"]),
  /** Only of stopped tasks: `OK`, `WARNINGS: n`, or an error text. */
  exitstatus: z.string().nullish(),
});

/** State of a task. */
export type TaskStatusWire = z.infer<typeof statusSchema>;

/** The answer of a task's `status`. */
export const decodeTaskStatus = decoderOf(statusSchema);

/** Says whether a stopped task reached its goal; warnings do not count as failure. */
export function taskSucceeded(status: TaskStatusWire): boolean {
  return status.status === "stopped" && /^(OK|WARNINGS: \d+)$/.test(status.exitstatus ?? "");
}

const logLine = z.object({ n: wireInteger, t: z.string().nullish() });

/** A line of a task's log; `n` counts from 1. */
export type TaskLogLineWire = z.infer<typeof logLine>;

/** The answer of a task's `log`. */
export const decodeTaskLog = decoderOf<readonly TaskLogLineWire[]>(z.array(logLine));
