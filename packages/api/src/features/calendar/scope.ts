import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose visits a calendar holds, and as which of their two sides; only this file can make one. */
export type CalendarScope = Readonly<{ side: "PATIENT" | "DOCTOR"; userId: string }> & {
  readonly [minted]: true;
};

export const ownCalendar = ({ role, userId }: Actor<"PATIENT" | "DOCTOR">): CalendarScope =>
  ({ side: role, userId }) as CalendarScope;

/** Of somebody a mail is written to, or whose feed's secret address was asked for. */
export const calendarOf = (side: CalendarScope["side"], userId: string): CalendarScope =>
  ({ side, userId }) as CalendarScope;
