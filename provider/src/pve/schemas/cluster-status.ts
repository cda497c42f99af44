import * as z from "zod";
import { decodeAt, rowsOf } from "../decode.js";
import type { Decoder } from "../decode.js";
import { nodeName, wireBoolean, wireText } from "./wire-values.js";

const rowKind = z.object({ type: z.string() });
const clusterRow = z.object({ name: wireText, quorate: wireBoolean });
const memberRow = z.object({ name: nodeName, online: wireBoolean.nullish(), local: wireBoolean.nullish() });

/** Membership of the cluster. */
export interface ClusterStatusWire {
  /** Null on a stand-alone host. */
  readonly cluster: z.infer<typeof clusterRow> | null;
  readonly members: readonly z.infer<typeof memberRow>[];
}

/** The answer of `/cluster/status`. */
export const decodeClusterStatus: Decoder<ClusterStatusWire> = (data) => {
  const members: z.infer<typeof memberRow>[] = [];
  let cluster: z.infer<typeof clusterRow> | null = null;
  for (const [index, row] of rowsOf(data).entries()) {
    const path = `data[${index}]`;
    const { type } = decodeAt(rowKind, row, path);
    if (type === "cluster") {
      cluster = decodeAt(clusterRow, row, path);
    } else if (type === "node") {
      members.push(decodeAt(memberRow, row, path));
    }
  }
  return { cluster, members };
};
