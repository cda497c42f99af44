import * as z from "zod";
import { decoderOf } from "../decode.js";

const statusSchema = z
  .object({
    /** `pve-manager/9.2.2/<hash>`. */
    pveversion: z.string().regex(/^pve-manager\/\d+\.\d+/, "expected a version such as pve-manager/9.2.2/5f1a0c77"),
    cpuinfo: z.object({ model: z.string().min(1), vendor: z.string().nullish(), flags: z.string() }),
  })
  .transform(({ pveversion, cpuinfo }): NodeStatusWire => {
    const [major = 0, minor = 0] = (pveversion.split("/")[1] ?? "").split(/[.-]/, 2).map(Number);
    return {
      version: { text: pveversion.split("/")[1] ?? "", major, minor },
      cpuModel: cpuinfo.model,
      cpuVendor: cpuinfo.vendor ?? null,
      cpuFlags: new Set(cpuinfo.flags.split(/\s+/).filter((flag) => flag !== "")),
    };
  });

/** What a node says about itself, as far as it matters to guests that come from elsewhere. */
export interface NodeStatusWire {
  readonly version: { readonly text: string; readonly major: number; readonly minor: number };
  readonly cpuModel: string;
  /** `GenuineIntel` or `AuthenticAMD`; null on Proxmox VE 8 and before, which do not tell. */
  readonly cpuVendor: string | null;
  readonly cpuFlags: ReadonlySet<string>;
}

/** The answer of a node's `status`. */
export const decodeNodeStatus = decoderOf<NodeStatusWire>(statusSchema);
