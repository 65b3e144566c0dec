import * as z from "zod";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { RELATIONSHIPS } from "../dependant/relationship";
import { MODES } from "../doctor/catalogue";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant, localDate, zone } from "../wire";

const modes = z.array(z.enum(MODES)).min(1).max(MODES.length);
const minuteOfDay = z.int().min(0).max(1440);

/** A recurring window in the doctor's zone: ISO weekday (1 Monday … 7 Sunday), minutes from local midnight. */
export const weeklyWindow = z.strictObject({
  weekday: z.int().min(1).max(7),
  startMin: minuteOfDay,
  endMin: minuteOfDay,
  modes,
});
export type WeeklyWindowInput = z.infer<typeof weeklyWindow>;

/** A dated exception: the whole day off, or these windows in place of the weekly ones. */
export const datedException = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("OFF"), date: localDate, reason: cleanText(200, { min: 0 }).default("") }),
  z.strictObject({
    kind: z.literal("OTHER_HOURS"),
    date: localDate,
    startMin: minuteOfDay,
    endMin: minuteOfDay,
    modes,
    reason: cleanText(200, { min: 0 }).default(""),
  }),
]);

export const hours = z.strictObject({
  timezone: zone,
  visitLengthMin: z.int().min(5).max(240),
  windows: z.array(weeklyWindow).max(70),
  exceptions: z.array(datedException).max(200),
});
export type Hours = z.infer<typeof hours>;
/** `added` and `removed` count slots; booked ones are never touched. */
export const setHoursOutput = z.strictObject({
  hours,
  added: z.int(),
  removed: z.int(),
  keptBooked: z.int(),
});

export const createSlotInput = z.strictObject({
  idempotencyKey,
  startsAt: instant,
  lengthMin: z.int().min(5).max(240),
  modes,
});

export const ownSlot = z.strictObject({
  id,
  startsAt: instant,
  endsAt: instant,
  status: z.enum(["OPEN", "BLOCKED"]),
  origin: z.enum(["GENERATED", "MANUAL"]),
  modes: z.array(z.enum(MODES)),
  capacity: z.int(),
  taken: z.int(),
  consultations: z.array(
    z.strictObject({
      id,
      status: z.enum(CONSULTATION_STATUSES),
      mode: z.enum(MODES),
      /** The account's holder. */
      patientName: z.string(),
      /** Whom the visit is for, when not its patient. */
      dependant: z.strictObject({ fullName: z.string(), relationship: z.enum(RELATIONSHIPS) }).nullable(),
      holdExpiresAt: instant.nullable(),
    }),
  ),
});
export type OwnSlot = z.infer<typeof ownSlot>;

/** Own slots with `from` ≤ start < `to`, at most 31 days. */
export const listOwnSlotsInput = z.strictObject({ from: instant, to: instant });
export const listOwnSlotsOutput = z.strictObject({ timezone: z.string(), items: z.array(ownSlot) });

export const blockSlotInput = z.strictObject({ id, status: z.enum(["OPEN", "BLOCKED"]) });
