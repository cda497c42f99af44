import * as z from "zod";
import { decoderOf } from "../decode.js";

/** Version of Proxmox VE on one node. */
export interface PveVersion {
  /** As the server writes it: `9.2.3`. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

const versionSchema = z
  .object({ version: z.string().regex(/^\d+\.\d+/, "expected a version such as 9.2.3") })
  .transform(({ version }): PveVersion => {
    const [major = 0, minor = 0] = version.split(/[.-]/, 2).map(Number);
    return { text: version, major, minor };
  });

/** The answer of `/version`. */
export const decodeVersion = decoderOf(versionSchema);
