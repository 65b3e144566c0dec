/** Fewer ratings than this make no average: one friend or one bad day would stand for a doctor. */
export const SHOWN_FROM = 3;

/** What the public sees of a doctor's ratings: 1.0–5.0 to one decimal, or null while there are too few. */
export const shownAverage = (sum: number, count: number): number | null =>
  count < SHOWN_FROM ? null : Math.round((sum / count) * 10) / 10;
