import * as z from "zod";
import { decoderOf } from "../decode.js";
import { parseUpid } from "../upid.js";
import type { Upid } from "../upid.js";
import { wireInteger } from "./wire-values.js";

const taskRow = z.object({ upid: z.string(), endtime: wireInteger.nullish(), status: z.string().nullish() });

/** A task in a list. */
export interface TaskRowWire {
  readonly upid: Upid;
  readonly running: boolean;
  /** Seconds since the epoch; null while it runs. */
  readonly endTimeSeconds: number | null;
  /** `OK`, `WARNINGS: n` or an error; null while it runs. */
  readonly exitText: string | null;
}

/** The answer of a node's `tasks`; rows whose id is none are left out. */
export const decodeTaskList = decoderOf<readonly TaskRowWire[]>(
  z.array(taskRow).transform((rows) =>
    rows.flatMap((row) => {
      const upid = parseUpid(row.upid);
      const endTimeSeconds = row.endtime ?? null;
      const running = endTimeSeconds === null;
      return upid === null ? [] : [{ upid, running, endTimeSeconds, exitText: running ? null : (row.status ?? null) }];
    }),
  ),
);
