import type { PrismaTransaction } from "@amrutam/db/client";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { DoctorScope } from "../doctor/public";
import { lockDoctor } from "./doctor-lock";

export type LockedSlot = Readonly<{ id: string; status: "OPEN" | "BLOCKED"; capped: boolean }>;
type Row = LockedSlot & Readonly<{ taken: number; is_past: boolean }>;

/**
 * An own slot that may be changed now: nobody can book it until the transaction ends. A hold that ran out doesn't count:
 * it is cleared from the way first, as a booking would.
 * @returns not_found, availability.slot_past once it has begun, availability.slot_booked
 */
export async function lockFreeSlot(
  tx: PrismaTransaction,
  scope: DoctorScope,
  id: string,
  requestId: string,
): Promise<Result<LockedSlot>> {
  await lockDoctor(tx, scope.doctorId);
  await tx.$executeRaw`
    SELECT expire_these(ARRAY(
      SELECT c.id FROM consultations c JOIN slots s ON s.id = c.slot_id
      WHERE c.slot_id = ${id}::uuid AND s.doctor_id = ${scope.doctorId}::uuid
        AND c.status = 'REQUESTED' AND c.hold_expires_at <= clock_timestamp()), ${requestId})`;
  const [slot] = await tx.$queryRaw<Row[]>`
    SELECT id, status, capped, taken, starts_at <= clock_timestamp() AS is_past FROM slots
    WHERE id = ${id}::uuid AND doctor_id = ${scope.doctorId}::uuid AND status <> 'REMOVED' FOR NO KEY UPDATE`;
  if (!slot) return refuse("not_found");
  if (slot.is_past) return refuse("availability.slot_past");
  return slot.taken > 0 ? refuse("availability.slot_booked") : ok(slot);
}
