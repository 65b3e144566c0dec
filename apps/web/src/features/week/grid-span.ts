/** Where something stands in the grid: column, minutes since local midnight, minutes. */
export type Span = Readonly<{ day: number; startMin: number; lengthMin: number }>;

/** The part of the day that is shown, whole hours, and how tall a minute is. */
export type Scale = Readonly<{ fromMin: number; toMin: number; pxPerMin: number }>;

/** Starts and lengths keep to multiples of this many minutes. */
export const STEP_MIN = 5;
export const LENGTH = { least: 5, most: 240 } as const;
const DAY_MIN = 1440;
/** A day nobody offers anything on still shows these hours. */
const USUAL = { fromMin: 8 * 60, toMin: 18 * 60 } as const;
/** A place is this tall at least, so that its words and a finger find room. */
const LEAST_PX = 30;
const PX_PER_MIN = { least: 1.2, most: 5 } as const;

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** @param usualMin length of a usual visit, minutes */
export function scaleOf(spans: readonly Span[], usualMin: number): Scale {
  const from = Math.min(USUAL.fromMin, ...spans.map(({ startMin }) => startMin));
  const to = Math.max(USUAL.toMin, ...spans.map(({ startMin, lengthMin }) => startMin + lengthMin));
  const shortest = Math.min(usualMin, ...spans.map(({ lengthMin }) => lengthMin));
  return {
    fromMin: Math.floor(from / 60) * 60,
    toMin: between(60, Math.ceil(to / 60) * 60, DAY_MIN),
    pxPerMin: between(PX_PER_MIN.least, LEAST_PX / Math.max(shortest, 1), PX_PER_MIN.most),
  };
}

export type Laid<T> = T & Readonly<{ lane: number; lanes: number }>;

/** Puts what shares minutes of a day side by side; what only touches has the whole width. */
export function sideBySide<T extends Span>(places: readonly T[]): Laid<T>[] {
  const inOrder = places.toSorted((a, b) => a.day - b.day || a.startMin - b.startMin);
  const laid: Laid<T>[] = [];
  let group: (T & { lane: number })[] = [];
  let groupEnd = 0;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane + 1));
    laid.push(...group.map((place) => ({ ...place, lanes })));
    group = [];
  };
  for (const place of inOrder) {
    const [last] = group;
    if (last && (last.day !== place.day || place.startMin >= groupEnd)) close();
    if (group.length === 0) groupEnd = 0;
    const busy = new Set(
      group
        .filter(({ startMin, lengthMin }) => startMin + lengthMin > place.startMin)
        .map(({ lane }) => lane),
    );
    let lane = 0;
    while (busy.has(lane)) lane += 1;
    group.push({ ...place, lane });
    groupEnd = Math.max(groupEnd, place.startMin + place.lengthMin);
  }
  close();
  return laid;
}

const onStep = (min: number) => Math.round(min / STEP_MIN) * STEP_MIN;

/** Elsewhere in the same week, on the step and within the day. @param days columns there are */
export const movedBy = (span: Span, byDays: number, byMin: number, days = 7): Span => ({
  ...span,
  day: between(0, span.day + byDays, days - 1),
  startMin: between(0, onStep(span.startMin + byMin), DAY_MIN - STEP_MIN),
});

export const withLength = (span: Span, lengthMin: number): Span => ({
  ...span,
  lengthMin: between(LENGTH.least, onStep(lengthMin), LENGTH.most),
});

/** From where the pointer went down to where it is; a usual visit at least. */
export const drawn = (from: Span, toMin: number, usualMin: number): Span => {
  const startMin = onStep(Math.min(from.startMin, Math.max(0, toMin)));
  const length = Math.abs(toMin - from.startMin);
  return withLength({ ...from, startMin }, Math.max(length, usualMin));
};

export const isSameSpan = (a: Span, b: Span): boolean =>
  a.day === b.day && a.startMin === b.startMin && a.lengthMin === b.lengthMin;
