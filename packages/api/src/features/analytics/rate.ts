/** Part of a whole to four decimals (a hundredth of a per cent); null when the whole is nothing. */
export const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
