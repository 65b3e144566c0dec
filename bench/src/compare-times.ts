/** Milliseconds of answers about addresses with and without an account, and every different answer. */
export type Timed = Readonly<{ path: string; known: number[]; unknown: number[]; answers: Set<string> }>;

export type Compared = Readonly<{
  path: string;
  known: Readonly<{ p50: number; p95: number }>;
  unknown: Readonly<{ p50: number; p95: number }>;
  /**
   * How often a known address takes longer than an unknown one, over all pairs: 0.5 says nothing, 1 tells every time
   * (the area under the ROC curve of the best guess by time).
   */
  longer: number;
  /** Different answers that were given. */
  answers: number;
}>;

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

function figuresOf(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

export function compareTimes({ path, known, unknown, answers }: Timed): Compared {
  const wins = known.reduce(
    (sum, a) => sum + unknown.reduce((won, b) => won + (a > b ? 1 : a === b ? 0.5 : 0), 0),
    0,
  );
  return {
    path,
    known: figuresOf(known),
    unknown: figuresOf(unknown),
    longer: wins / (known.length * unknown.length),
    answers: answers.size,
  };
}

const ms = (value: number) => value.toFixed(1);

/** A Markdown table: docs/performance.md takes it as it is. */
export const timingTable = (lines: readonly Compared[]): string =>
  [
    "| request | known p50 / p95 ms | unknown p50 / p95 ms | known takes longer | different answers |",
    "|---|---|---|---|---|",
    ...lines.map(
      ({ path, known, unknown, longer, answers }) =>
        `| POST ${path} | ${ms(known.p50)} / ${ms(known.p95)} | ${ms(unknown.p50)} / ${ms(unknown.p95)} | ${(longer * 100).toFixed(0)} % | ${answers} |`,
    ),
  ].join("\n");
