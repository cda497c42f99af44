import * as z from "zod";
import { decoderOf } from "../decode.js";
import { parseUpid } from "../upid.js";
import type { Upid } from "../upid.js";
import { wireInteger } from "./wire-values.js";

const taskRow = z.object({ upid: z.string(), endtime: wireInteger.nullish() });

/** A task in a list. */
export interface TaskRowWire {
  readonly upid: Upid;
  readonly running: boolean;
}

/** The answer of a node's `tasks`; rows whose id is none are left out. */
export const decodeTaskList = decoderOf<readonly TaskRowWire[]>(
  z.array(taskRow).transform((rows) =>
    rows.flatMap((row) => {
      const upid = parseUpid(row.upid);
      return upid === null ? [] : [{ upid, running: (row.endtime ?? null) === null }];
    }),
  ),
);
