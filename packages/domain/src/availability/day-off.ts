import * as z from "zod";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant, localDate } from "../wire";

/** A local date of the doctor's zone. */
export const dayOffVisitsInput = z.strictObject({ date: localDate });

/** A visit that a day off would cancel. */
const dayOffVisit = z.strictObject({
  id,
  startsAt: instant,
  endsAt: instant,
  status: z.enum(CONSULTATION_STATUSES),
  patientName: z.string(),
});
export const dayOffVisitsOutput = z.strictObject({ visits: z.array(dayOffVisit) });

/** `cancels`: the visits the doctor was shown and agreed to cancel; one that came since stops the act. */
export const dayOffInput = z.strictObject({
  date: localDate,
  reason: cleanText(120, { min: 0 }).default(""),
  cancels: z.array(id).max(1000),
  idempotencyKey,
});
export const dayOffOutput = z.strictObject({ date: localDate, cancelled: z.int(), removed: z.int() });
