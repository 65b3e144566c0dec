import { format, type Money } from "@amrutam/domain/money/money";
import type { Locale } from "@amrutam/domain/wire";
import type { Stat } from "@amrutam/ui/stat-strip";

type Change = NonNullable<Stat["change"]>;

const tagOf = (locale: Locale) => `${locale}-IN`;

export const count = (value: number, locale: Locale) => new Intl.NumberFormat(tagOf(locale)).format(value);

/** A part of one as per cent with one decimal: "86.2%". Null, where there is no whole, is a dash. */
export const percent = (part: number | null, locale: Locale) =>
  part === null
    ? "–"
    : new Intl.NumberFormat(tagOf(locale), { style: "percent", maximumFractionDigits: 1 }).format(part);

const COMPACT_FROM = 10_000_000;

/** An amount for a head figure: whole up to ₹99,999, in lakh and crore above. */
export const amount = (money: Money, locale: Locale) =>
  money.minor < COMPACT_FROM
    ? format(money, locale)
    : new Intl.NumberFormat(tagOf(locale), {
        style: "currency",
        currency: money.currency,
        notation: "compact",
        maximumFractionDigits: 1,
        trailingZeroDisplay: "stripIfInteger",
      }).format(money.minor / 100);

/** A rate of two numbers; null where the whole is nothing. */
export const rateOf = (part: number, whole: number) => (whole === 0 ? null : part / whole);

type Wish = "more" | "less";
const toneOf = (difference: number, wish: Wish): Change["tone"] =>
  difference === 0 ? "none" : difference > 0 === (wish === "more") ? "good" : "bad";

/** Against the period before, in per cent of it; undefined where there is nothing to compare with. */
export function relativeChange(
  now: number,
  before: number,
  locale: Locale,
  wish: Wish = "more",
): Change | undefined {
  if (before === 0) return undefined;
  const difference = now / before - 1;
  return change(difference, percent(Math.abs(difference), locale), wish);
}

/** Of two rates, in percentage points. @param points says "0.6 pt" */
export function pointChange(
  now: number | null,
  before: number | null,
  points: (value: string) => string,
  locale: Locale,
  wish: Wish = "more",
): Change | undefined {
  if (now === null || before === null) return undefined;
  const value = Math.round((now - before) * 1000) / 10;
  return change(value, points(new Intl.NumberFormat(tagOf(locale)).format(Math.abs(value))), wish);
}

const change = (difference: number, text: string, wish: Wish): Change => ({
  text,
  tone: toneOf(difference, wish),
  direction: difference === 0 ? undefined : difference > 0 ? "up" : "down",
});
