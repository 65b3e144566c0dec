export type FreeTime = Readonly<{ id: string; startsAt: string }>;

/** Times of seven days, and when the first one after them begins. */
export type WeeksTimes = Readonly<{ items: readonly FreeTime[]; nextAfter: string | null }>;

export const WEEK_MS = 7 * 86_400_000;

const ms = (iso: string): number => Date.parse(iso);

/** The start of the seven days before or after, never before now. */
export const weekBeside = (from: string, step: 1 | -1, now: string): string =>
  new Date(Math.max(ms(from) + step * WEEK_MS, ms(now))).toISOString();

/** Everybody's open times and those of a full day that one visit may still go to, in order. @param from ISO instant, the week's start */
export function withFullDay(open: WeeksTimes, fullDay: readonly FreeTime[], from: string): WeeksTimes {
  const toMs = ms(from) + WEEK_MS;
  const known = new Set(open.items.map(({ id }) => id));
  const own = fullDay.filter(({ id }) => !known.has(id));
  const inWeek = own.filter(({ startsAt }) => ms(startsAt) >= ms(from) && ms(startsAt) < toMs);
  const after = [open.nextAfter ?? [], ...own.map(({ startsAt }) => startsAt)]
    .flat()
    .filter((startsAt) => ms(startsAt) >= toMs)
    .toSorted((a, b) => ms(a) - ms(b));
  return {
    items: [...open.items, ...inWeek].toSorted((a, b) => ms(a.startsAt) - ms(b.startsAt)),
    nextAfter: after[0] ?? null,
  };
}
