import type { Deps } from "../../deps";
import { type OpenSlot, SLOT_TUPLE, type SlotTuple, toOpenSlot } from "../doctor/public";
import type { ConsultationScope } from "./scope";

const TIMES = (column: ConsultationScope["column"]) => `
SELECT coalesce(json_agg(${SLOT_TUPLE} ORDER BY s.starts_at), '[]') AS times
FROM consultations c
JOIN doctors d ON d.id = c.doctor_id
JOIN slots own ON own.id = c.slot_id AND own.taken = 1
JOIN slots s ON s.doctor_id = c.doctor_id AND s.id <> own.id AND s.status = 'BLOCKED' AND s.capped AND s.taken = 0
  AND s.starts_at > own.starts_at - interval '25 hours' AND s.starts_at < own.starts_at + interval '25 hours'
  AND (s.starts_at AT TIME ZONE d.timezone)::date = (own.starts_at AT TIME ZONE d.timezone)::date
  AND s.starts_at > now() + make_interval(mins => d.min_notice_min) AND c.mode::text = ANY (s.modes)
WHERE c.id = $1 AND c.${column} = $2 AND c.status = 'CONFIRMED'`;

/**
 * Times of a visit's own day that are closed to everybody else because the day is full, and this visit is alone in its
 * slot: `reschedule_consultation` lets it change places there. @returns none for somebody else's visit
 */
export async function findFullDayTimes(
  deps: Pick<Deps, "db">,
  scope: ConsultationScope,
  id: string,
): Promise<OpenSlot[]> {
  const name = `consultation.full_day:${scope.column}`;
  const [row] = await deps.db.query<{ times: SlotTuple[] }>(name, TIMES(scope.column), [id, scope.value]);
  return (row?.times ?? []).map(toOpenSlot);
}
