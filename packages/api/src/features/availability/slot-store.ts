import type { PrismaTransaction } from "@amrutam/db/client";
import type { GeneratedSlot } from "@amrutam/domain/availability/generate-slots";
import { toIso } from "@amrutam/domain/time/instant";
import type { Temporal } from "temporal-polyfill";

export type FutureSlot = Readonly<{
  id: string;
  starts_at: Date;
  ends_at: Date;
  status: "OPEN" | "BLOCKED";
  origin: "GENERATED" | "MANUAL";
  modes: string[];
  taken: number;
}>;

/** Slots of a doctor that end after an instant, withdrawn ones aside. */
export const readSlotsFrom = (tx: PrismaTransaction, doctorId: string, from: Temporal.Instant) =>
  // No slot is longer than eight hours, so the index finds the one that is running.
  tx.$queryRaw<FutureSlot[]>`
    SELECT id, starts_at, ends_at, status, origin, modes, taken FROM slots
    WHERE doctor_id = ${doctorId}::uuid AND status <> 'REMOVED'
      AND starts_at > ${toIso(from)}::timestamptz - interval '8 hours' AND ends_at > ${toIso(from)}::timestamptz
    ORDER BY starts_at`;

/** All in one statement; a mode never holds a comma. */
export async function insertSlots(tx: PrismaTransaction, doctorId: string, slots: readonly GeneratedSlot[]) {
  if (slots.length === 0) return;
  const starts = slots.map(({ startsAt }) => toIso(startsAt));
  const ends = slots.map(({ endsAt }) => toIso(endsAt));
  const modes = slots.map((slot) => slot.modes.join(","));
  await tx.$executeRaw`
    INSERT INTO slots (doctor_id, starts_at, ends_at, origin, modes)
    SELECT ${doctorId}::uuid, starts_at::timestamptz, ends_at::timestamptz, 'GENERATED', string_to_array(modes, ',')
    FROM unnest(${starts}::text[], ${ends}::text[], ${modes}::text[]) AS made (starts_at, ends_at, modes)`;
}

export async function writeModes(
  tx: PrismaTransaction,
  slots: readonly { id: string; modes: readonly string[] }[],
) {
  if (slots.length === 0) return;
  const ids = slots.map(({ id }) => id);
  const modes = slots.map((slot) => slot.modes.join(","));
  await tx.$executeRaw`
    UPDATE slots s SET modes = string_to_array(changed.modes, ',')
    FROM unnest(${ids}::uuid[], ${modes}::text[]) AS changed (id, modes) WHERE s.id = changed.id`;
}

/**
 * Takes unbooked slots of a doctor away: those that no visit ever referred to are deleted, the others stay as REMOVED
 * for the sake of their history. A slot with a seat taken is left alone.
 */
export async function withdrawSlots(tx: PrismaTransaction, doctorId: string, ids: readonly string[]) {
  if (ids.length === 0) return;
  // Doctor and start are in the condition because they are what the visits' index begins with.
  await tx.$executeRaw`
    DELETE FROM slots s WHERE s.id = ANY (${ids}::uuid[]) AND s.doctor_id = ${doctorId}::uuid AND s.taken = 0
      AND NOT EXISTS (SELECT FROM consultations c
        WHERE c.doctor_id = s.doctor_id AND c.starts_at = s.starts_at AND c.slot_id = s.id)`;
  await tx.$executeRaw`
    UPDATE slots SET status = 'REMOVED'
    WHERE id = ANY (${ids}::uuid[]) AND doctor_id = ${doctorId}::uuid AND taken = 0 AND status <> 'REMOVED'`;
}
