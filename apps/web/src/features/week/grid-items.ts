import type { Clock } from "../day/day-row";
import type { DayRow } from "../day/day-rows";
import type { Span } from "./grid-span";
import { lengthOf, placeOf } from "./place-of";
import { wallMin } from "./week-clock";
import { isOfDay, type WeekDay } from "./week-days";

export type GridKind = "visit" | "closed" | "missed" | "held" | "free" | "blocked" | "full";
/** One box of the week: who or what it is, and where it leads or what may be done with it. */
export type GridItem = Span &
  Readonly<{
    key: string;
    kind: GridKind;
    /** As it is said, "4:40 pm"; the box itself shows "4:40", for the half of the day stands at the edge. */
    time: string;
    label: string;
    /** Of a visit, where that isn't what one expects. */
    status?: string;
    href?: string;
    place?: ReturnType<typeof placeOf>;
  }>;

type Words = Readonly<{
  slot: (key: "held" | "free" | "blocked" | "full") => string;
  status: (key: "IN_PROGRESS" | "COMPLETED" | "NO_SHOW") => string;
  mode: (key: DayRow["slot"]["modes"][number]) => string;
}>;

function contentOf(row: DayRow, zone: string, clock: Clock, words: Words): Omit<GridItem, keyof Span> {
  const { slot, key } = row;
  const time = clock.time(slot.startsAt);
  if (row.kind === "held") return { key, kind: "held", time, label: words.slot("held") };
  if (row.kind === "visit") {
    const { id, dependant, patientName, status } = row.visit;
    const box = { key, time, label: dependant?.fullName ?? patientName, href: `/doctor/visits/${id}` };
    if (status === "COMPLETED" || status === "NO_SHOW")
      return { ...box, kind: status === "COMPLETED" ? "closed" : "missed", status: words.status(status) };
    return { ...box, kind: "visit", ...(status === "IN_PROGRESS" && { status: words.status(status) }) };
  }
  const kind = slot.capped ? "full" : row.kind;
  const modes = slot.modes.map((mode) => words.mode(mode)).join(", ");
  return { key, kind, time, label: words.slot(kind), place: placeOf(slot, zone, clock, modes) };
}

/** The week's lines as boxes of the grid, each at its time on the practice's wall. @param zone the practice's */
export const gridItems = (
  rows: readonly DayRow[],
  days: readonly WeekDay[],
  zone: string,
  clock: Clock,
  words: Words,
): GridItem[] =>
  rows.flatMap((row) => {
    const { startsAt } = row.slot;
    const day = days.findIndex((each) => isOfDay(startsAt, each));
    if (day < 0) return [];
    const span = { day, startMin: wallMin(startsAt, zone), lengthMin: lengthOf(row.slot) };
    return { ...span, ...contentOf(row, zone, clock, words) };
  });
