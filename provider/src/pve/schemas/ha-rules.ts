import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean, wireText } from "./wire-values.js";

const ruleSchema = z.object({
  rule: wireText,
  type: z.string(),
  /** Comma-separated `vm:100` and `ct:101`. */
  resources: z.string().nullish(),
  /** Comma-separated nodes, each with an optional `:priority`. */
  nodes: z.string().nullish(),
  strict: wireBoolean.nullish(),
  affinity: z.string().nullish(),
  disable: wireBoolean.nullish(),
  /** Conflicts for which the HA manager ignores the rule. */
  errors: z.unknown().optional(),
});

/** A rule of the HA manager (Proxmox VE 9). */
export type HaRuleWire = z.infer<typeof ruleSchema>;

/** The answer of `/cluster/ha/rules`. */
export const decodeHaRules = decoderOf<readonly HaRuleWire[]>(z.array(ruleSchema));

const groupSchema = z.object({
  group: wireText,
  nodes: z.string(),
  restricted: wireBoolean.nullish(),
  nofailback: wireBoolean.nullish(),
});

/** A group of the HA manager (Proxmox VE 8). */
export type HaGroupWire = z.infer<typeof groupSchema>;

/** The answer of `/cluster/ha/groups`. */
export const decodeHaGroups = decoderOf<readonly HaGroupWire[]>(z.array(groupSchema));

const resourceSchema = z.object({
  sid: z.string(),
  state: z.string().nullish(),
  group: wireText.nullish(),
  /** False keeps the guest where it is when a better node comes back (9.0 and later; true unless given). */
  failback: wireBoolean.nullish(),
  /** False keeps the load balancer of Proxmox VE 9.2 from moving the guest. */
  "auto-rebalance": wireBoolean.nullish(),
});

/** A guest that the HA manager owns; `group` exists on Proxmox VE 8 only. */
export type HaResourceWire = z.infer<typeof resourceSchema>;

/** The answer of `/cluster/ha/resources`. */
export const decodeHaResources = decoderOf<readonly HaResourceWire[]>(z.array(resourceSchema));
