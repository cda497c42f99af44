import * as z from "zod";

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** A number, which may come as a decimal text; not negative. */
export const wireNumber = z.preprocess(numberFrom, z.number().min(0));

/** A number as `schema` wants it, which may come as a decimal text; one step is faster than two. */
export function wireNumberAs(schema: z.ZodNumber): z.ZodPreprocess<z.ZodNumber> {
  return z.preprocess(numberFrom, schema);
}

/** A whole number, which may come as a text; not negative, exact. */
export const wireInteger = z.preprocess(numberFrom, z.int().min(0));

/** A boolean, which comes as 0, 1, a text of these, or an empty text for false. */
export const wireBoolean = z.preprocess(booleanFrom, z.boolean());

/** A text; a number is taken as its text, because names such as `100` lose their quotes on the way. */
export const wireText = z.preprocess((value) => (typeof value === "number" ? String(value) : value), z.string());

/** Name of a node. */
export const nodeName = z.string().regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "expected the name of a node");

/** Id of a guest, within the bounds that Proxmox sets. */
export const guestId = z.preprocess(numberFrom, z.int().min(100).max(999_999_999));

function numberFrom(value: unknown): unknown {
  return typeof value === "string" && DECIMAL.test(value) ? Number(value) : value;
}

function booleanFrom(value: unknown): unknown {
  switch (value) {
    case 1:
    case "1":
      return true;
    case 0:
    case "0":
    case "":
      return false;
    default:
      return value;
  }
}
