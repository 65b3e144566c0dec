import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Deps } from "../../deps";
import { BOOKABLE, LISTED, SLOT_TUPLE, type SlotTuple, toOpenSlot } from "./open-slots";

type Row = Readonly<{ slot: SlotTuple; doctor_id: string; doctor_name: string }>;

/** One time of each other doctor of the specialization, from half a day before the lost one on: the nearest of them. */
const ELSEWHERE = `
SELECT ${SLOT_TUPLE} AS slot, s.doctor_id, s.doctor_name
FROM slots t JOIN doctors own ON own.id = t.doctor_id
CROSS JOIN LATERAL (
  SELECT soonest.*, d.id AS doctor_id, d.display_name AS doctor_name
  FROM doctors d CROSS JOIN LATERAL (
    SELECT s.id, s.starts_at, s.ends_at, s.modes FROM slots s
    WHERE ${BOOKABLE} AND s.starts_at >= t.starts_at - interval '12 hours' AND ($2::text IS NULL OR $2 = ANY (s.modes))
    ORDER BY s.starts_at LIMIT 1) soonest
  WHERE d.specialization = own.specialization AND d.id <> own.id AND ${LISTED}) s
WHERE t.id = $1
ORDER BY abs(extract(epoch FROM s.starts_at - t.starts_at)), s.id LIMIT $3`;

/**
 * Open times with other doctors of a slot's specialization, nearest to it first: for when its own doctor has too few.
 * @param mode how the visit is to be held; null for any
 */
export async function openElsewhere(
  deps: Pick<Deps, "db">,
  slotId: string,
  mode: Mode | null,
  count: number,
) {
  if (count <= 0) return [];
  const rows = await deps.db.query<Row>("doctor.elsewhere", ELSEWHERE, [slotId, mode, count]);
  return rows.map(({ slot, doctor_id, doctor_name }) => ({
    ...toOpenSlot(slot),
    doctor: { id: doctor_id, fullName: doctor_name },
  }));
}
