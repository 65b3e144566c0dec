import type { PrismaTransaction } from "@amrutam/db/client";

/** Clears holds that ran out from a doctor's slots of a period, as a booking would. The caller holds the doctor's lock. */
export const expireInTheWay = (
  tx: PrismaTransaction,
  doctorId: string,
  from: Date,
  to: Date,
  requestId: string,
) =>
  tx.$executeRaw`
    SELECT expire_these(ARRAY(
      SELECT id FROM consultations
      WHERE doctor_id = ${doctorId}::uuid AND starts_at >= ${from} AND starts_at < ${to}
        AND status = 'REQUESTED' AND hold_expires_at <= clock_timestamp() ORDER BY slot_id), ${requestId})`;

/** As {@link expireInTheWay}, for whatever is still ahead. */
export const expireFromNowOn = (tx: PrismaTransaction, doctorId: string, requestId: string) =>
  tx.$executeRaw`
    SELECT expire_these(ARRAY(
      SELECT id FROM consultations
      WHERE doctor_id = ${doctorId}::uuid AND starts_at > clock_timestamp()
        AND status = 'REQUESTED' AND hold_expires_at <= clock_timestamp() ORDER BY slot_id), ${requestId})`;
