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
   * @throws RangeError when the text is no number, or the double is not finite.
   */
  static of(_value: number | bigint | string): CtyNumber {
    throw new Error("to be written");
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
