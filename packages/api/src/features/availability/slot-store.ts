import type { PrismaTransaction } from "@amrutam/db/client";
import type { GeneratedSlot } from "@amrutam/domain/availability/generate-slots";
import { toIso } from "@amrutam/domain/time/instant";
import type { Temporal } from "temporal-polyfill";

/** Epoch milliseconds: a horizon holds thousands of slots, and each instant of its own would cost more than its row. */
export type FutureSlot = Readonly<{
  id: string;
  startMs: number;
  endMs: number;
  status: "OPEN" | "BLOCKED";
  origin: "GENERATED" | "MANUAL";
  modes: readonly string[];
  taken: number;
}>;

type Tuple = readonly [
  id: string,
  startMs: number,
  endMs: number,
  status: FutureSlot["status"],
  origin: FutureSlot["origin"],
  modes: string[],
  taken: number,
];

/** Slots of a doctor that end after an instant, withdrawn ones aside, in order; all in one row. */
export async function readSlotsFrom(
  tx: PrismaTransaction,
  doctorId: string,
  from: Temporal.Instant,
): Promise<FutureSlot[]> {
  // No slot is longer than eight hours, so the index finds the one that is running.
  const [row] = await tx.$queryRaw<{ slots: string }[]>`
    SELECT coalesce(json_agg(json_build_array(id, (extract(epoch FROM starts_at) * 1000)::bigint,
      (extract(epoch FROM ends_at) * 1000)::bigint, status, origin, modes, taken) ORDER BY starts_at), '[]')::text AS slots
    FROM slots
    WHERE doctor_id = ${doctorId}::uuid AND status <> 'REMOVED'
      AND starts_at > ${toIso(from)}::timestamptz - interval '8 hours' AND ends_at > ${toIso(from)}::timestamptz`;
  const tuples = JSON.parse(row?.slots ?? "[]") as Tuple[];
  return tuples.map(([id, startMs, endMs, status, origin, modes, taken]) => ({
    id,
    startMs,
    endMs,
    status,
    origin,
    modes,
    taken,
  }));
}

/** All in one statement of three texts; a mode never holds a comma or a semicolon. */
export async function insertSlots(tx: PrismaTransaction, doctorId: string, slots: readonly GeneratedSlot[]) {
  if (slots.length === 0) return;
  const starts = slots.map(({ startsAt }) => startsAt.epochMilliseconds).join(",");
  const ends = slots.map(({ endsAt }) => endsAt.epochMilliseconds).join(",");
  const modes = slots.map((slot) => slot.modes.join(",")).join(";");
  await tx.$executeRaw`
    INSERT INTO slots (doctor_id, starts_at, ends_at, origin, modes)
    SELECT ${doctorId}::uuid, to_timestamp(start_ms / 1000.0), to_timestamp(end_ms / 1000.0), 'GENERATED', string_to_array(modes, ',')
    FROM unnest(string_to_array(${starts}, ',')::bigint[], string_to_array(${ends}, ',')::bigint[],
      string_to_array(${modes}, ';')) AS made (start_ms, end_ms, modes)`;
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
