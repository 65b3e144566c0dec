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
  capacity: number;
  taken: number;
  /** Blocked because the day is full, not by the doctor. */
  capped: boolean;
  /** Kept for its visits though the hours no longer hold it; nobody else gets it. */
  outsideHours: boolean;
}>;

const slotOf = (text: string): FutureSlot => {
  const [id = "", startMs, endMs, status, origin, capacity, taken, capped, outsideHours, modes = ""] =
    text.split(" ");
  return {
    id,
    startMs: Number(startMs),
    endMs: Number(endMs),
    status: status as FutureSlot["status"],
    origin: origin as FutureSlot["origin"],
    modes: modes.split(","),
    capacity: Number(capacity),
    taken: Number(taken),
    capped: capped === "t",
    outsideHours: outsideHours === "t",
  };
};

/**
 * Slots of a doctor that end after an instant, withdrawn ones aside, in order. All in one text, of which a horizon of
 * thousands takes half the time of as many rows, or of JSON.
 */
export async function readSlotsFrom(
  tx: PrismaTransaction,
  doctorId: string,
  from: Temporal.Instant,
): Promise<FutureSlot[]> {
  // No slot is longer than eight hours, so the index finds the one that is running.
  const [row] = await tx.$queryRaw<{ slots: string | null }[]>`
    SELECT string_agg(concat_ws(' ', id, date_part('epoch', starts_at) * 1000, date_part('epoch', ends_at) * 1000, status, origin,
      capacity, taken, capped, outside_hours, array_to_string(modes, ',')), ';' ORDER BY starts_at) AS slots
    FROM slots
    WHERE doctor_id = ${doctorId}::uuid AND status <> 'REMOVED'
      AND starts_at > ${toIso(from)}::timestamptz - interval '8 hours' AND ends_at > ${toIso(from)}::timestamptz`;
  return row?.slots ? row.slots.split(";").map(slotOf) : [];
}

/** A slot to be; generated and open unless said. */
export type NewSlot = Pick<GeneratedSlot, "startsAt" | "endsAt" | "capacity"> &
  Readonly<{ modes: readonly string[]; origin?: FutureSlot["origin"]; status?: FutureSlot["status"] }>;

/** All in one statement of a few texts; a mode never holds a comma or a semicolon. */
export async function insertSlots(tx: PrismaTransaction, doctorId: string, slots: readonly NewSlot[]) {
  if (slots.length === 0) return;
  const texts = (of: (slot: NewSlot) => string | number) => slots.map(of).join(",");
  const starts = texts(({ startsAt }) => startsAt.epochMilliseconds);
  const ends = texts(({ endsAt }) => endsAt.epochMilliseconds);
  const seats = texts(({ capacity }) => capacity);
  const origins = texts(({ origin = "GENERATED" }) => origin);
  const statuses = texts(({ status = "OPEN" }) => status);
  const modes = slots.map((slot) => slot.modes.join(",")).join(";");
  await tx.$executeRaw`
    INSERT INTO slots (doctor_id, starts_at, ends_at, origin, status, capacity, modes)
    SELECT ${doctorId}::uuid, to_timestamp(start_ms / 1000.0), to_timestamp(end_ms / 1000.0), origin, status, seats, string_to_array(modes, ',')
    FROM unnest(string_to_array(${starts}, ',')::bigint[], string_to_array(${ends}, ',')::bigint[],
      string_to_array(${origins}, ',')::"SlotOrigin"[], string_to_array(${statuses}, ',')::"SlotStatus"[],
      string_to_array(${seats}, ',')::smallint[], string_to_array(${modes}, ';')) AS made (start_ms, end_ms, origin, status, seats, modes)`;
}

type ChangedSlot = Readonly<{ id: string; modes: readonly string[]; capacity: number }>;

/** Other modes or seats for slots nobody has booked. */
export async function rewriteSlots(tx: PrismaTransaction, slots: readonly ChangedSlot[]) {
  if (slots.length === 0) return;
  const ids = slots.map(({ id }) => id);
  const modes = slots.map((slot) => slot.modes.join(","));
  const seats = slots.map(({ capacity }) => capacity);
  await tx.$executeRaw`
    UPDATE slots s SET modes = string_to_array(changed.modes, ','), capacity = changed.seats
    FROM unnest(${ids}::uuid[], ${modes}::text[], ${seats}::smallint[]) AS changed (id, modes, seats)
    WHERE s.id = changed.id AND s.taken <= changed.seats`;
}

/** Opens what was closed for a full day that isn't any more, and closes what lies on a full one. The caller holds the doctor's lock. */
export async function applyDailyCap(
  tx: PrismaTransaction,
  doctorId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
) {
  await tx.$executeRaw`SELECT reopen_days(${doctorId}::uuid, ${toIso(from)}::timestamptz, ${toIso(to)}::timestamptz)`;
  await tx.$executeRaw`SELECT close_full_days(${doctorId}::uuid, ${toIso(from)}::timestamptz, ${toIso(to)}::timestamptz)`;
}

/**
 * Takes unbooked slots of a doctor away: those that no visit ever referred to are deleted, the others stay as REMOVED
 * for the sake of their history. A slot with a seat taken is left alone.
 * @returns whether all of them were deleted: then nobody is in any of them
 */
export async function withdrawSlots(
  tx: PrismaTransaction,
  doctorId: string,
  ids: readonly string[],
): Promise<boolean> {
  if (ids.length === 0) return true;
  // One text: of an array of thousands, each element is looked at several times on its way.
  const list = ids.join(",");
  // Doctor and start are in the condition because they are what the visits' index begins with.
  const deleted = await tx.$executeRaw`
    DELETE FROM slots s WHERE s.id = ANY (string_to_array(${list}, ',')::uuid[]) AND s.doctor_id = ${doctorId}::uuid AND s.taken = 0
      AND NOT EXISTS (SELECT FROM consultations c
        WHERE c.doctor_id = s.doctor_id AND c.starts_at = s.starts_at AND c.slot_id = s.id)`;
  if (deleted === ids.length) return true;
  await tx.$executeRaw`
    UPDATE slots SET status = 'REMOVED'
    WHERE id = ANY (string_to_array(${list}, ',')::uuid[]) AND doctor_id = ${doctorId}::uuid AND taken = 0 AND status <> 'REMOVED'`;
  return false;
}

/**
 * Closes to everybody else those of these slots that still have somebody in them; the database withdraws each once it is
 * empty (and with it what was offered of it). @param ids slots that the hours no longer hold
 */
export async function closeOutside(tx: PrismaTransaction, doctorId: string, ids: readonly string[]) {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE slots SET status = 'BLOCKED', capped = false, outside_hours = true
    WHERE id = ANY (${ids}::uuid[]) AND doctor_id = ${doctorId}::uuid AND taken > 0 AND status <> 'REMOVED' AND NOT outside_hours`;
}

/** The hours hold these again: what falls free of them is open to all. */
export async function openWithin(tx: PrismaTransaction, doctorId: string, ids: readonly string[]) {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    UPDATE slots SET status = 'OPEN', outside_hours = false
    WHERE id = ANY (${ids}::uuid[]) AND doctor_id = ${doctorId}::uuid AND outside_hours`;
}
