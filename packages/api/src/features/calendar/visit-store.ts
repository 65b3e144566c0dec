import type { Query } from "@amrutam/db/client";
import {
  type CalendarVisit,
  FEED_AHEAD_DAYS,
  FEED_CANCELLED_DAYS,
  FEED_PAST_DAYS,
} from "@amrutam/domain/calendar/visit-calendar";
import type { CalendarScope } from "./scope";

type Row = Omit<CalendarVisit, "url">;

const iso = (at: string) => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const OTHER = { PATIENT: "d.display_name", DOCTOR: "coalesce(dep.full_name, p.full_name)" } as const;
const OWNER = { PATIENT: "c.patient_id", DOCTOR: "d.user_id" } as const;

/** What was never confirmed is in nobody's calendar. Names come only where the reader turned them on. */
const visits = (side: CalendarScope["side"], where: string) => `
SELECT c.id, ${iso("c.starts_at")} AS "startsAt", ${iso("c.ends_at")} AS "endsAt", c.mode,
  c.status = 'CANCELLED' AS "isCancelled", c.calendar_sequence AS sequence,
  ${iso("greatest(coalesce(c.calendar_changed_at, c.confirmed_at), f.names_at)")} AS "changedAt",
  CASE WHEN f.has_names THEN ${OTHER[side]} END AS "otherName"
FROM consultations c
JOIN doctors d ON d.id = c.doctor_id
JOIN users p ON p.id = c.patient_id
LEFT JOIN dependants dep ON dep.id = c.dependant_id
LEFT JOIN calendar_feeds f ON f.user_id = $1
WHERE ${OWNER[side]} = $1 AND c.confirmed_at IS NOT NULL AND c.status NOT IN ('REQUESTED', 'EXPIRED') AND ${where}`;

const pageOf = (origin: URL, side: CalendarScope["side"], id: string) =>
  new URL(side === "PATIENT" ? `/visits/${id}` : `/doctor/visits/${id}`, origin).href;
const withPages = (rows: Row[], origin: URL, side: CalendarScope["side"]): CalendarVisit[] =>
  rows.map((row) => ({ ...row, url: pageOf(origin, side, row.id) }));

/** @param origin of the web app @returns undefined for a missing visit, somebody else's, and one that was never confirmed */
export async function readCalendarVisit(
  query: Query,
  { side, userId }: CalendarScope,
  id: string,
  origin: URL,
): Promise<CalendarVisit | undefined> {
  const rows = await query<Row>(`calendar.visit:${side}`, visits(side, "c.id = $2"), [userId, id]);
  return withPages(rows, origin, side)[0];
}

const IN_FEED = `c.starts_at > now() - make_interval(days => ${FEED_PAST_DAYS})
  AND c.starts_at < now() + make_interval(days => ${FEED_AHEAD_DAYS})
  AND (c.status <> 'CANCELLED' OR c.calendar_changed_at > now() - make_interval(days => ${FEED_CANCELLED_DAYS}))
ORDER BY c.starts_at, c.id LIMIT 2000`;

/** What a feed holds: the near past, what is ahead, and for a while what was cancelled. */
export async function readFeedVisits(
  query: Query,
  { side, userId }: CalendarScope,
  origin: URL,
): Promise<CalendarVisit[]> {
  const rows = await query<Row>(`calendar.feed:${side}`, visits(side, IN_FEED), [userId]);
  return withPages(rows, origin, side);
}
