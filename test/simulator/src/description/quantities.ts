import * as z from "zod";

const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  B: 1,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
};

const SIZE = /^(\d+(?:\.\d+)?)\s*([KMGT]iB|B|)$/;

/** Accepts bytes as a number or as text with a binary unit (`16GiB`) and gives whole bytes. */
export const size = z.union([z.number(), z.string()]).transform((value, context) => {
  if (typeof value === "number") return Math.round(value);
  const [, digits, unit] = SIZE.exec(value) ?? [];
  const factor = unit === undefined ? undefined : FACTORS[unit];
  if (digits !== undefined && factor !== undefined) return Math.round(Number(digits) * factor);
  context.addIssue({
    code: "custom",
    message: `"${value}" is not a size; write bytes or a number with KiB, MiB, GiB or TiB.`,
  });
  return z.NEVER;
});

/** Accepts a number of milliseconds, not negative. */
export const milliseconds = z.number().min(0);
