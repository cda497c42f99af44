import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../provider/src/cty/number.js";

describe("CtyNumber", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["-0.000e5", "0"],
    ["+5", "5"],
    ["007", "7"],
    ["1.50", "1.5"],
    ["1.0", "1"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["12.5E+1", "125"],
    ["12.5e-3", "0.0125"],
    ["-1e-7", "-0.0000001"],
    ["100", "100"],
    ["0e999999999999", "0"],
    ["123456789012345678901234567890.5", "123456789012345678901234567890.5"],
  ])("writes %s as %s", (text, canonical) => {
    expect(CtyNumber.of(text).text).toBe(canonical);
  });

  it.each([
    [0.1, "0.1"],
    [-0, "0"],
    [1e-7, "0.0000001"],
    [2 ** 53, "9007199254740992"],
    [2 ** 70, "1180591620717411303424"],
    [-1e21, "-1000000000000000000000"],
    [0.1 + 0.2, "0.30000000000000004"],
  ])("takes the double %d as %s", (double, text) => {
    expect(CtyNumber.of(double).text).toBe(text);
  });

  it.each(["", " 1", "1 ", "x", "1e", "e5", ".", "-", "--1", "0x10", "1_000", "Infinity", "NaN", "1.2.3", "١"])(
    "refuses %j, which is no decimal number",
    (text) => {
      expect(() => CtyNumber.of(text)).toThrow(new RangeError("The text is not a decimal number."));
    },
  );

  it.each([NaN, Infinity, -Infinity])("refuses the double %d", (double) => {
    expect(() => CtyNumber.of(double)).toThrow(RangeError);
  });

  it.each(["1e1000", "1e-1001", "-1e999999999999", `1e${"9".repeat(400)}`, "9".repeat(1001), "1".repeat(100_000)])(
    "refuses a number that would need more than 1000 digits",
    (text) => {
      expect(() => CtyNumber.of(text)).toThrow(RangeError);
    },
  );

  it("holds numbers of up to 1000 digits", () => {
    expect(CtyNumber.of("1e999").text).toBe(`1${"0".repeat(999)}`);
    expect(CtyNumber.of("1e-1000").text).toBe(`0.${"0".repeat(999)}1`);
  });

  it("returns any double unchanged", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        expect(CtyNumber.of(double).toNumber()).toBe(double + 0);
      }),
    );
  });

  it("returns any integer unchanged, however it is spelled", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.nat(20), (integer, zeros) => {
        const number = CtyNumber.of(integer);
        expect(number.text).toBe(integer.toString());
        expect(number.isInteger).toBe(true);
        expect(CtyNumber.of(`${integer.toString()}.${"0".repeat(zeros)}`).equals(number)).toBe(true);
        expect(CtyNumber.of(`${integer.toString()}${"0".repeat(zeros)}e-${zeros}`).equals(number)).toBe(true);
      }),
    );
  });

  it("tells fractions from whole numbers", () => {
    expect(CtyNumber.of("1.5").isInteger).toBe(false);
    expect(CtyNumber.of("1.5").equals(CtyNumber.of("1.50"))).toBe(true);
    expect(CtyNumber.of("1.5").equals(CtyNumber.of("1.51"))).toBe(false);
  });
});
