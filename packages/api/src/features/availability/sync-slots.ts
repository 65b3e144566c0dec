import type { PrismaTransaction } from "@amrutam/db/client";
import type { Hours } from "@amrutam/domain/availability/schema";
import { endOfDay } from "@amrutam/domain/time/local-day";
import type { Temporal } from "temporal-polyfill";
import { planSlots } from "./slot-plan";
import {
  applyDailyCap,
  closeOutside,
  insertSlots,
  openWithin,
  readSlotsFrom,
  rewriteSlots,
  withdrawSlots,
} from "./slot-store";

export type Synced = Readonly<{ added: number; removed: number; keptBooked: number }>;

/** Makes the doctor's slots to the end of the horizon what the hours say; see `planSlots`. The caller holds the doctor's lock. */
export async function syncSlots(
  tx: PrismaTransaction,
  doctorId: string,
  hours: Hours,
  now: Temporal.Instant,
): Promise<Synced> {
  const existing = await readSlotsFrom(tx, doctorId, now);
  const { missing, changed, superfluous, leaving, returning, to, keptBooked } = planSlots(
    existing,
    hours,
    now,
  );
  const gone = superfluous.map(({ id }) => id);
  const areDeleted = await withdrawSlots(tx, doctorId, gone);
  // Also what was offered to somebody who waits since it was read.
  await closeOutside(tx, doctorId, areDeleted ? leaving : [...gone, ...leaving]);
  await openWithin(tx, doctorId, returning);
  await rewriteSlots(tx, changed);
  await insertSlots(tx, doctorId, missing);
  if (hours.dailyCap !== null || existing.some(({ capped }) => capped))
    await applyDailyCap(tx, doctorId, now, endOfDay(to, hours.timezone));
  await tx.doctor.update({
    where: { id: doctorId },
    data: { generatedUntil: new Date(`${to.toString()}T00:00:00Z`) },
    select: { id: true },
  });
  return { added: missing.length, removed: superfluous.length, keptBooked };
}
