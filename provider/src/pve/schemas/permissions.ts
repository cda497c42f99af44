import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean } from "./wire-values.js";

/** Own privileges by path; the value says whether the privilege also holds below the path. */
export type PermissionsWire = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

const permissionsSchema = z.record(z.string(), z.record(z.string(), wireBoolean));

/** The answer of `/access/permissions`. */
export const decodePermissions = decoderOf<PermissionsWire>(permissionsSchema);
