import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean } from "./wire-values.js";

/** Servers hand an option out taken apart, or as the text `key=value,key=value` that the configuration file holds. */
const propertyString = z.preprocess(
  (value): unknown =>
    typeof value === "string"
      ? Object.fromEntries(value.split(",").map((part) => part.split("=", 2).map((text) => text.trim())))
      : value,
  z.record(z.string(), z.unknown()),
);

const crsSchema = propertyString.pipe(z.looseObject({ "ha-auto-rebalance": wireBoolean.nullish() }));

const optionsSchema = z
  .object({ crs: crsSchema.nullish() })
  .transform(({ crs }): ClusterOptionsWire => ({ haAutoRebalance: crs?.["ha-auto-rebalance"] ?? false }));

/** The options of the cluster that matter here. */
export interface ClusterOptionsWire {
  /** True when the HA manager itself moves guests to even out the load (9.2 and later). */
  readonly haAutoRebalance: boolean;
}

/** The answer of `/cluster/options`. */
export const decodeClusterOptions = decoderOf(optionsSchema);
