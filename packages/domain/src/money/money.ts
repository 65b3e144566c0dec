import { CURRENCIES, type Currency } from "./currencies";

/** An amount in minor units (paise, cents) of one currency; `minor` is a safe integer, negative only as a difference. */
export type Money = Readonly<{ minor: number; currency: Currency }>;

/** @throws RangeError unless `minor` is a safe integer */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a safe integer of minor units`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

export const zero = (currency: Currency): Money => ({ minor: 0, currency });
export const isZero = (amount: Money): boolean => amount.minor === 0;

function assertSameCurrency(verb: string, a: Money, b: Money) {
  if (a.currency !== b.currency) throw new RangeError(`cannot ${verb} ${a.currency} and ${b.currency}`);
}

/** @throws RangeError on two currencies, or when the sum is no safe integer */
export function add(a: Money, b: Money): Money {
  assertSameCurrency("add", a, b);
  return money(a.minor + b.minor, a.currency);
}

/** @throws RangeError on two currencies, or when the difference is no safe integer */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency("subtract", a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Negative, zero or positive, as `Array.sort` wants it. @throws RangeError on two currencies */
export function compare(a: Money, b: Money): number {
  assertSameCurrency("compare", a, b);
  return Math.sign(a.minor - b.minor);
}

/**
 * `percent` per cent of an amount, rounded to the nearest minor unit, a half away from zero: half of ₹5.01 is ₹2.51,
 * so a rounded refund favours the patient. The rest is `subtract(amount, portion(…))`, and both sum to the whole.
 * @param percent whole number, 0 to 100 @throws RangeError otherwise
 */
export function portion(amount: Money, percent: number): Money {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100)
    throw new RangeError(`${percent} is not a whole per cent`);
  // bigint, since minor × percent may leave the safe integers although the answer never does.
  const hundredfold = BigInt(amount.minor) * BigInt(percent);
  const half = hundredfold < 0n ? -50n : 50n;
  return money(Number((hundredfold + half) / 100n), amount.currency);
}

/** The exact decimal of an amount, e.g. "-1234.50": what a provider or a CSV takes. */
export function toDecimal({ minor, currency }: Money): `${number}` {
  const digits = CURRENCIES[currency].minorDigits;
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = digits === 0 ? "" : `.${text.slice(-digits)}`;
  return `${minor < 0 ? "-" : ""}${whole}${fraction}` as `${number}`;
}

/**
 * An amount as people read it: "₹1,00,000", "₹499.50". Rupees are grouped by lakh in English too, and a whole amount
 * shows no zero paise. @param locale BCP 47
 */
export function format(amount: Money, locale: string): string {
  const tag = amount.currency === "INR" && locale === "en" ? "en-IN" : locale;
  return new Intl.NumberFormat(tag, {
    style: "currency",
    currency: amount.currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(toDecimal(amount));
}
