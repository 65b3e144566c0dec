import type { WeeklyWindow } from "@amrutam/domain/availability/hours";
import { Temporal } from "temporal-polyfill";
import type { Random } from "../random";
import type { Doctor } from "./doctors";

const HOUR = 60;
const WEEKDAYS = [1, 2, 3, 4, 5] as const;

type Windows = readonly (readonly [startMin: number, endMin: number])[];
const PATTERNS: readonly Windows[] = [
  [[9 * HOUR, 11 * HOUR]],
  [[10 * HOUR, 12 * HOUR + 30]],
  [[17 * HOUR, 19 * HOUR]],
  [
    [9 * HOUR + 30, 11 * HOUR],
    [18 * HOUR, 19 * HOUR + 30],
  ],
  [[14 * HOUR, 16 * HOUR]],
];
const DAYS: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5],
  [1, 3, 5],
  [2, 4, 6],
  [1, 2, 4, 5, 6],
  [3, 5, 6, 7],
];

/** doctor@ is there on every day of the week, so that whoever tries the demo finds a day with something in it. */
function knownHours(modes: WeeklyWindow["modes"]): WeeklyWindow[] {
  const morning = { startMin: 10 * HOUR, endMin: 13 * HOUR, modes };
  const evening = { startMin: 17 * HOUR, endMin: 19 * HOUR, modes };
  return [
    ...WEEKDAYS.flatMap((weekday) => [
      { weekday, ...morning },
      { weekday, ...evening },
    ]),
    ...[6, 7].map((weekday) => ({ weekday, ...morning })),
  ];
}

export function drawHours(random: Random, doctor: Doctor, isKnown: boolean): WeeklyWindow[] {
  const { modes } = doctor;
  if (isKnown) return knownHours(modes);
  const windows = random.pick(PATTERNS);
  return random
    .pick(DAYS)
    .flatMap((weekday) => windows.map(([startMin, endMin]) => ({ weekday, startMin, endMin, modes })));
}

export type DayOff = Readonly<{ kind: "OFF"; date: string; reason: string }>;

/** One or two days away within the coming month, for every third doctor. */
export function drawDaysOff(random: Random, today: Temporal.PlainDate, isKnown: boolean): DayOff[] {
  if (isKnown || !random.chance(0.33)) return [];
  const first = today.add({ days: random.int(5, 24) });
  return [first, first.add({ days: 1 })]
    .slice(0, random.int(1, 2))
    .map((date) => ({ kind: "OFF", date: date.toString(), reason: "Away" }));
}

/** The doctor's local date at an instant. */
export const localToday = (nowMs: number, timezone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone).toPlainDate();
