/** Longest plain decimal text that a number may expand to: far beyond a double's 309 digits, small enough that `1e999999999` costs nothing. */
const MAX_DIGITS = 1000;

/** Longest text that is looked at; leaves room for zeros that the canonical form drops. */
const MAX_TEXT_LENGTH = 4 * MAX_DIGITS;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

const countLeadingZeros = (digits: string): number => {
  let count = 0;
  while (digits[count] === "0") count += 1;
  return count;
};

const withoutTrailingZeros = (digits: string): string => {
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
};

/** Writes `digits` with the decimal point before the digit number `point`, which may lie outside of the digits. */
const placePoint = (digits: string, point: number): string => {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
};

/**
 * Writes a decimal number in its one canonical form: no exponent, no `+`, no needless zeros, no negative zero. The
 * text may have a sign, a fraction and an exponent, and at most 4000 characters.
 * @throws RangeError when the text is no decimal number or would need more than 1000 digits; the text is not quoted.
 */
export const canonicalDecimal = (text: string): string => {
  const match = text.length <= MAX_TEXT_LENGTH ? DECIMAL.exec(text) : null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  const all = whole + fraction;
  if (all === "") throw new RangeError("The text is not a decimal number.");
  const zeros = countLeadingZeros(all);
  const digits = withoutTrailingZeros(all.slice(zeros));
  if (digits === "") return "0";
  const point = whole.length + Number(exponent) - zeros;
  if (Math.max(point, digits.length, digits.length - point) > MAX_DIGITS) {
    throw new RangeError(`The number needs more than ${MAX_DIGITS} digits.`);
  }
  return (sign === "-" ? "-" : "") + placePoint(digits, point);
};
