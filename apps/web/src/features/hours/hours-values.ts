import type { HolidayRegion } from "@amrutam/domain/availability/holidays/regions";
import type { Hours } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";

/** Times as a time field holds them, `HH:MM`; as an end, 00:00 is midnight at the end of the day. */
type Span = { from: string; to: string; modes: Mode[]; capacity: number };
export type WindowValues = Span & { weekday: number };
export type ExceptionValues = Span & { kind: "OFF" | "OTHER_HOURS"; date: string; reason: string };
export type HoursValues = {
  timezone: string;
  visitLengthMin: number;
  bufferBeforeMin: number;
  bufferAfterMin: number;
  minNoticeMin: number;
  horizonDays: number;
  /** Empty for no limit, as the field holds it. */
  dailyCap: string;
  holidayRegion: HolidayRegion | "";
  windows: WindowValues[];
  exceptions: ExceptionValues[];
};

const DAY_MIN = 1440;

/** @param min minutes from local midnight, 0 to 1440 */
export const clockOf = (min: number): string =>
  `${String(Math.floor(min / 60) % 24).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;

/** Minutes from local midnight; NaN for what is no time. */
export function minutesOf(clock: string): number {
  const match = /^(\d\d):(\d\d)/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}
const endOf = (clock: string): number =>
  minutesOf(clock) || (clock.startsWith("00:00") ? DAY_MIN : Number.NaN);

export const newWindow = (weekday: number, modes: readonly Mode[]): WindowValues => ({
  weekday,
  from: "09:00",
  to: "13:00",
  modes: [...modes],
  capacity: 1,
});
export const newException = (kind: ExceptionValues["kind"], modes: readonly Mode[]): ExceptionValues => ({
  kind,
  date: "",
  from: "09:00",
  to: "13:00",
  modes: [...modes],
  capacity: 1,
  reason: "",
});

export const toValues = ({
  windows,
  exceptions,
  dailyCap,
  holidayRegion,
  ...settings
}: Hours): HoursValues => ({
  ...settings,
  dailyCap: dailyCap === null ? "" : String(dailyCap),
  holidayRegion: holidayRegion ?? "",
  windows: windows.map(({ weekday, startMin, endMin, modes, capacity }) => ({
    weekday,
    from: clockOf(startMin),
    to: clockOf(endMin),
    modes,
    capacity,
  })),
  exceptions: exceptions.map((exception) =>
    exception.kind === "OFF"
      ? { ...newException("OFF", []), date: exception.date, reason: exception.reason }
      : {
          kind: exception.kind,
          date: exception.date,
          from: clockOf(exception.startMin),
          to: clockOf(exception.endMin),
          modes: exception.modes,
          capacity: exception.capacity,
          reason: exception.reason,
        },
  ),
});

/** What the procedure takes, in the form's order, so that an index means the same on both sides. */
export const toHours = ({ windows, exceptions, dailyCap, holidayRegion, ...settings }: HoursValues) => ({
  ...settings,
  dailyCap: dailyCap.trim() === "" ? null : Number(dailyCap),
  holidayRegion: holidayRegion || null,
  windows: windows.map(({ weekday, from, to, modes, capacity }) => ({
    weekday,
    startMin: minutesOf(from),
    endMin: endOf(to),
    modes,
    capacity,
  })),
  exceptions: exceptions.map(({ kind, date, from, to, modes, capacity, reason }) =>
    kind === "OFF"
      ? { kind, date, reason }
      : { kind, date, startMin: minutesOf(from), endMin: endOf(to), modes, capacity, reason },
  ),
});
