import * as z from "zod";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { RELATIONSHIPS } from "../dependant/relationship";
import { MODES } from "../doctor/catalogue";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant, localDate, zone } from "../wire";
import { HOLIDAY_REGIONS } from "./holidays/regions";
import { CONFLICT_PROBLEMS } from "./hours-conflicts";
import { HOURS_BOUNDS } from "./validate-hours";

const modes = z.array(z.enum(MODES)).min(1).max(MODES.length);
const minuteOfDay = z.int().min(0).max(1440);
const within = ({ least, most }: { least: number; most: number }) => z.int().min(least).max(most);
/** Seats of each visit in a window: more than one makes group sessions. */
const capacity = within(HOURS_BOUNDS.capacity).default(1);

/** A recurring window in the doctor's zone: ISO weekday (1 Monday … 7 Sunday), minutes from local midnight. */
export const weeklyWindow = z.strictObject({
  weekday: z.int().min(1).max(7),
  startMin: minuteOfDay,
  endMin: minuteOfDay,
  modes,
  capacity,
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
    capacity,
    reason: cleanText(200, { min: 0 }).default(""),
  }),
]);

const hoursShape = {
  timezone: zone,
  visitLengthMin: z.int().min(5).max(240),
  windows: z.array(weeklyWindow).max(70),
  exceptions: z.array(datedException).max(200),
};

/** What holds for all windows. Minutes kept free before and after each visit; between two visits lie both. */
const settings = {
  bufferBeforeMin: within(HOURS_BOUNDS.bufferMin),
  bufferAfterMin: within(HOURS_BOUNDS.bufferMin),
  /** Minutes before its start until which a visit can be booked. */
  minNoticeMin: within(HOURS_BOUNDS.minNoticeMin),
  /** Local dates, today included, for which there are slots. */
  horizonDays: within(HOURS_BOUNDS.horizonDays),
  /** Visits a local day at most, a group session counting once; null for no limit. */
  dailyCap: within(HOURS_BOUNDS.dailyCap).nullable(),
  /** Whose holidays are suggested as days off; null for none. */
  holidayRegion: z.enum(HOLIDAY_REGIONS).nullable(),
};

export const hours = z.strictObject({ ...hoursShape, ...settings });
export type Hours = z.infer<typeof hours>;

/** Hours to be; a setting left out stays as it is. */
export const previewHoursInput = z.strictObject({
  ...hoursShape,
  ...z.strictObject(settings).partial().shape,
});
export type HoursWanted = z.infer<typeof previewHoursInput>;

/** `keep` names the booked visits that may stay although the new hours leave them outside: the doctor's decision. */
export const setHoursInput = z.strictObject({
  ...previewHoursInput.shape,
  keep: z.array(id).max(1000).default([]),
});
export type SetHours = z.infer<typeof setHoursInput>;

/** A booked visit that an edit of hours leaves outside: it keeps its time, or the doctor doesn't save. */
export const hoursConflict = z.strictObject({
  consultationId: id,
  startsAt: instant,
  endsAt: instant,
  mode: z.enum(MODES),
  status: z.enum(CONSULTATION_STATUSES),
  /** The account's holder. */
  patientName: z.string(),
  problem: z.enum(CONFLICT_PROBLEMS),
});
export type HoursConflict = z.infer<typeof hoursConflict>;

/** What saving these hours would do. `keptBooked` counts slots with a seat taken. */
export const previewHoursOutput = z.strictObject({
  added: z.int(),
  removed: z.int(),
  keptBooked: z.int(),
  conflicts: z.array(hoursConflict),
});

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
  /** BLOCKED because the day is full, not by hand: it opens by itself when a visit falls away. */
  capped: z.boolean(),
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

/** Own free slots with `from` ≤ start < `to`, at most 31 days; booked ones stay as they are. */
export const blockManyInput = z.strictObject({
  from: instant,
  to: instant,
  status: z.enum(["OPEN", "BLOCKED"]).default("BLOCKED"),
});
export const blockManyOutput = z.strictObject({ changed: z.int(), keptBooked: z.int() });

/** Weeks by any of their local dates, Monday to Sunday in the doctor's zone. */
export const copyWeekInput = z.strictObject({ fromWeek: localDate, toWeek: localDate });
/** `skipped` counts times that the other week doesn't have free: booked, past, or lost to a clock change. */
export const copyWeekOutput = z.strictObject({
  added: z.int(),
  removed: z.int(),
  skipped: z.int(),
  keptBooked: z.int(),
});

/** Another start, and another length unless left out, for a slot nobody booked. */
export const moveSlotInput = z.strictObject({
  slotId: id,
  startsAt: instant,
  lengthMin: z.int().min(5).max(240).optional(),
});
