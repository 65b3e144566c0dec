import type { PrismaTransaction } from "@amrutam/db/client";
import type { BookedVisit } from "@amrutam/domain/availability/hours-conflicts";
import type { HoursConflict } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import type { Temporal } from "temporal-polyfill";

type Row = Readonly<{
  id: string;
  starts_at: Date;
  ends_at: Date;
  mode: Mode;
  status: HoursConflict["status"];
  full_name: string;
}>;

export type NamedVisit = BookedVisit & Pick<HoursConflict, "status" | "patientName">;

/** Visits of a doctor that are booked or held and still to begin, in order; a hold that ran out is none. */
export async function readBookedVisits(
  tx: PrismaTransaction,
  doctorId: string,
  now: Temporal.Instant,
): Promise<NamedVisit[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.starts_at, c.ends_at, c.mode, c.status, u.full_name
    FROM consultations c JOIN users u ON u.id = c.patient_id
    WHERE c.doctor_id = ${doctorId}::uuid AND c.starts_at > ${toIso(now)}::timestamptz
      AND (c.status = 'CONFIRMED' OR (c.status = 'REQUESTED' AND c.hold_expires_at > clock_timestamp()))
    ORDER BY c.starts_at, c.seat`;
  return rows.map((row) => ({
    consultationId: row.id,
    startsAt: fromEpochMs(row.starts_at.getTime()),
    endsAt: fromEpochMs(row.ends_at.getTime()),
    mode: row.mode,
    status: row.status,
    patientName: row.full_name,
  }));
}
