import * as z from "zod";
import { decoderOf } from "../decode.js";

/** The configuration of a guest as texts by key; a container's raw `lxc` lines are left out. */
export type GuestConfigWire = Readonly<Record<string, string>>;

const configSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown())]))
  .transform((wire): GuestConfigWire => {
    const texts = Object.entries(wire).flatMap(([key, value]) =>
      value === null || Array.isArray(value) ? [] : [[key, String(value)] as const],
    );
    return Object.fromEntries(texts);
  });

/** The answer of a guest's `config`. */
export const decodeGuestConfig = decoderOf(configSchema);
