import * as z from "zod";
import { decoderOf } from "./decode.js";

/** The id of a task, taken apart. */
export interface Upid {
  /** The id as the server wrote it. */
  readonly text: string;
  /** The node that runs the task, and that has to be asked about it. */
  readonly node: string;
  /** Seconds since the epoch. */
  readonly startTimeSeconds: number;
  /** Kind of task: `qmigrate`, `vzmigrate`, `hamigrate`, ... */
  readonly type: string;
  /** What the task is about, a vmid for migrations; may be empty. */
  readonly id: string;
  /** `user@realm`, or `user@realm!tokenid`. */
  readonly user: string;
}

const UPID =
  /^UPID:(?<node>[A-Za-z0-9][A-Za-z0-9.-]*):[0-9A-Fa-f]{8}:[0-9A-Fa-f]{8,9}:(?<start>[0-9A-Fa-f]{8}):(?<type>[^:\s]+):(?<id>[^:\s]*):(?<user>[^:\s]+):$/;

/** Takes a task id apart; null when the text is none. */
export function parseUpid(text: string): Upid | null {
  const { node, start, type, id, user } = UPID.exec(text)?.groups ?? {};
  if (node === undefined || start === undefined || type === undefined || id === undefined || user === undefined) {
    return null;
  }
  return { text, node, startTimeSeconds: Number.parseInt(start, 16), type, id, user };
}

const upidSchema = z.string().transform((text, context) => {
  const upid = parseUpid(text);
  if (upid === null) {
    context.addIssue({ code: "custom", message: "expected a task id (UPID)", input: text });
    return z.NEVER;
  }
  return upid;
});

/** The answer to a write that starts a task. */
export const decodeUpid = decoderOf(upidSchema);
