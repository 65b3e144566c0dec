import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCIES, CURRENCY_CODES, isCurrency } from "./currencies";
import { add, compare, format, isZero, money, portion, subtract, toDecimal, zero } from "./money";

const inr = (minor: number) => money(minor, "INR");
const amounts = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(inr);
const percents = fc.integer({ min: 0, max: 100 });

describe("money", () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s minor units", (minor) => {
    expect(() => inr(minor)).toThrow(RangeError);
  });
  it("refuses a sum beyond the safe integers rather than rounding it", () => {
    expect(() => add(inr(Number.MAX_SAFE_INTEGER), inr(1))).toThrow(RangeError);
  });
  it.each([add, subtract, compare])("never mixes currencies (%o)", (operation) => {
    expect(() => operation(inr(1), money(1, "USD"))).toThrow(RangeError);
  });
  it("adds and subtracts back, and orders like its minor units", () => {
    return fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(compare(a, b)).toBe(-compare(b, a) || 0);
        expect(compare(a, b) === 0).toBe(a.minor === b.minor);
      }),
    );
  });
  it("knows nothing", () => {
    expect(isZero(zero("INR"))).toBe(true);
    expect(isZero(inr(1))).toBe(false);
  });
});

describe("portion", () => {
  it.each([
    [501, 50, 251],
    [500, 50, 250],
    [-501, 50, -251],
    [1, 49, 0],
    [999, 0, 0],
    [999, 100, 999],
    [Number.MAX_SAFE_INTEGER, 100, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 99, 8_917_127_262_193_581],
  ])("of %d at %d per cent is %d", (minor, percent, expected) => {
    expect(portion(inr(minor), percent)).toEqual(inr(expected));
  });
  it.each([-1, 101, 0.5, Number.NaN])("refuses %s per cent", (percent) => {
    expect(() => portion(inr(1), percent)).toThrow(RangeError);
  });
  it("is within half a paisa of the true share, and grows with the percentage", () => {
    return fc.assert(
      fc.property(amounts, percents, percents, (amount, a, b) => {
        const share = portion(amount, a);
        expect(Math.abs(share.minor * 100 - amount.minor * a)).toBeLessThanOrEqual(50);
        expect(compare(add(share, subtract(amount, share)), amount)).toBe(0);
        if (amount.minor >= 0 && a <= b) expect(share.minor).toBeLessThanOrEqual(portion(amount, b).minor);
      }),
    );
  });
});

describe("writing an amount", () => {
  it.each([
    [inr(5), "0.05"],
    [inr(-5), "-0.05"],
    [inr(123450), "1234.50"],
    [inr(0), "0.00"],
    [money(7, "JPY"), "7"],
    [money(7, "KWD"), "0.007"],
  ])("exactly (%#)", (amount, expected) => {
    expect(toDecimal(amount)).toBe(expected);
  });
  it.each([
    [inr(10_000_000), "en", "₹1,00,000"],
    [inr(49_950), "en", "₹499.50"],
    [inr(49_950), "hi", "₹499.50"],
    [inr(10_000_000), "hi", "₹1,00,000"],
    [money(10_000_000, "USD"), "en", "$100,000"],
    [inr(9_007_199_254_740_991), "en", "₹9,00,71,99,25,47,409.91"],
  ])("for people (%#)", (amount, locale, expected) => {
    expect(format(amount, locale)).toBe(expected);
  });
  it("agrees with Intl about the minor digits of every currency", () => {
    for (const code of CURRENCY_CODES) {
      const intl = new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions();
      expect([code, CURRENCIES[code].minorDigits]).toEqual([code, intl.maximumFractionDigits]);
    }
  });
  it("knows its currencies and nothing an object inherits", () => {
    expect(isCurrency("INR")).toBe(true);
    expect(isCurrency("inr")).toBe(false);
    expect(isCurrency("constructor")).toBe(false);
  });
});
