import type { Query } from "@amrutam/db/client";
import type { OwnSlot } from "@amrutam/domain/availability/schema";
import { iso } from "../../wire";
import type { DoctorScope } from "../doctor/public";

type VisitRow = Readonly<{
  id: string;
  status: OwnSlot["consultations"][number]["status"];
  mode: OwnSlot["consultations"][number]["mode"];
  patientName: string;
  dependant: OwnSlot["consultations"][number]["dependant"];
  holdExpiresMs: number | null;
}>;
type SlotRow = Readonly<{
  id: string;
  starts_at: Date;
  ends_at: Date;
  status: OwnSlot["status"];
  origin: OwnSlot["origin"];
  modes: OwnSlot["modes"];
  capacity: number;
  taken: number;
  capped: boolean;
  consultations: readonly VisitRow[] | null;
}>;

/** Slots `s` with the visits that hold a seat in them. The names of patient and dependant are the doctor's to know; nothing clinical is read. */
const SELECT = `
SELECT s.id, s.starts_at, s.ends_at, s.status, s.origin, s.modes, s.capacity, s.taken, s.capped, visits.consultations
FROM slots s
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', c.id, 'status', c.status, 'mode', c.mode, 'patientName', u.full_name,
      'dependant', CASE WHEN dep.id IS NOT NULL THEN json_build_object('fullName', dep.full_name, 'relationship', dep.relationship) END,
      'holdExpiresMs', (extract(epoch FROM c.hold_expires_at) * 1000)::bigint) ORDER BY c.seat) AS consultations
  FROM consultations c JOIN users u ON u.id = c.patient_id LEFT JOIN dependants dep ON dep.id = c.dependant_id
  WHERE c.slot_id = s.id AND c.status NOT IN ('CANCELLED', 'EXPIRED')
) visits ON true
WHERE s.doctor_id = $1 AND s.status <> 'REMOVED'`;

const toOwnSlot = (row: SlotRow): OwnSlot => ({
  id: row.id,
  startsAt: iso(row.starts_at),
  endsAt: iso(row.ends_at),
  status: row.status,
  origin: row.origin,
  modes: row.modes,
  capacity: row.capacity,
  taken: row.taken,
  capped: row.capped,
  consultations: (row.consultations ?? []).map(({ holdExpiresMs, ...visit }) => ({
    ...visit,
    holdExpiresAt: holdExpiresMs === null ? null : iso(new Date(holdExpiresMs)),
  })),
});

/** Own slots with `from` ≤ start < `to`, in order, in one statement. */
export const listSlots = async (query: Query, scope: DoctorScope, from: Date, to: Date): Promise<OwnSlot[]> =>
  (
    await query<SlotRow>(
      "availability.list",
      `${SELECT} AND s.starts_at >= $2 AND s.starts_at < $3 ORDER BY s.starts_at`,
      [scope.doctorId, from, to],
    )
  ).map(toOwnSlot);

/** One own slot; undefined for another doctor's as for none. */
export async function findOwnSlot(
  query: Query,
  scope: DoctorScope,
  id: string,
): Promise<OwnSlot | undefined> {
  const [row] = await query<SlotRow>("availability.one", `${SELECT} AND s.id = $2`, [scope.doctorId, id]);
  return row && toOwnSlot(row);
}
