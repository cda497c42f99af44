import * as z from "zod";
import { wireNumberAs } from "./wire-values.js";

/** Percent of the time that something waited; containers send it as a text. */
const percent = wireNumberAs(z.number().min(0).max(100)).nullish();

/** The fields of pressure (PSI) as guests and histories have them since Proxmox VE 9; nodes have no `pressurecpufull`. */
export const pressureFields = {
  pressurecpusome: percent,
  pressurecpufull: percent,
  pressureiosome: percent,
  pressureiofull: percent,
  pressurememorysome: percent,
  pressurememoryfull: percent,
};

/** Pressure in percent; a field that is missing was not measured. */
export type PressureWire = { readonly [field in keyof typeof pressureFields]?: number | null | undefined };
