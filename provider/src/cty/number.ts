import { canonicalDecimal } from "./decimal-text.js";

const decimalTextOf = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError("The number is not finite.");
  // From 2^53 on, the shortest text of a double names another integer than the one that it holds.
  return Number.isInteger(value) ? BigInt(value).toString() : canonicalDecimal(String(value));
};

/** A number as Terraform knows it: of any size, exact, kept as plain decimal text (no exponent, no trailing zeros). */
export class CtyNumber {
  /** Canonical plain decimal text, such as `-0.25` or `123456789012345678901234567890`. */
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /**
   * Returns the exact number. A double of magnitude 2^53 or more is taken as the integer it holds; any other double
   * as its shortest decimal text. Text may have a sign, a fraction and an exponent.
   * @throws RangeError when the text is no number or needs more than 1000 digits, or the double is not finite.
   */
  static of(value: number | bigint | string): CtyNumber {
    return new CtyNumber(typeof value === "number" ? decimalTextOf(value) : canonicalDecimal(value.toString()));
  }

  /** Returns the nearest double. */
  toNumber(): number {
    return Number(this.text);
  }

  /** Tells whether the number has no fraction. */
  get isInteger(): boolean {
    return !this.text.includes(".");
  }

  /** Tells whether both are the same number. */
  equals(other: CtyNumber): boolean {
    return this.text === other.text;
  }
}
