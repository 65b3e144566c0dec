import type { PrismaTransaction } from "@amrutam/db/client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { DoctorScope } from "./scope";

/** Do this doctor's hours, dates to come or free times still offer one of these ways of visit? */
export async function isOffered(
  tx: PrismaTransaction,
  { doctorId }: DoctorScope,
  modes: readonly Mode[],
): Promise<boolean> {
  if (modes.length === 0) return false;
  const [row] = await tx.$queryRaw<{ offered: boolean }[]>`
    SELECT EXISTS (SELECT FROM weekly_hours WHERE doctor_id = ${doctorId}::uuid AND modes && ${modes}::text[])
      OR EXISTS (SELECT FROM availability_exceptions e JOIN doctors d ON d.id = e.doctor_id
        WHERE d.id = ${doctorId}::uuid AND e.modes && ${modes}::text[]
          AND e.local_date >= (now() AT TIME ZONE d.timezone)::date)
      OR EXISTS (SELECT FROM slots WHERE doctor_id = ${doctorId}::uuid AND starts_at > now() AND status <> 'REMOVED'
          AND taken < capacity AND modes && ${modes}::text[]) AS offered`;
  return row?.offered ?? false;
}
