import * as z from "zod";
import { id, instant, localDate, moneySchema, zone } from "../wire";

/** Half-open period `from` ≤ t < `to`, at most 366 days; days are counted in `timezone`. */
export const periodInput = z.strictObject({
  from: instant,
  to: instant,
  timezone: zone.default("Asia/Kolkata"),
});

export const summaryOutput = z.strictObject({
  users: z.int(),
  newUsers: z.int(),
  doctors: z.int(),
  /** visits that began in the period, cancelled and expired ones left out */
  consultations: z.int(),
  /** captured − refunded, by capture time */
  revenue: moneySchema,
  /** completed ÷ booked of the visits whose slot began in the period; null when none */
  conversion: z.number().nullable(),
  noShows: z.int(),
  pendingDoctors: z.int(),
  /** Words about visits that nobody of the console has read yet. */
  pendingComments: z.int(),
  previous: z.strictObject({
    newUsers: z.int(),
    consultations: z.int(),
    revenue: moneySchema,
    conversion: z.number().nullable(),
    noShows: z.int(),
  }),
});
export const consultationsPerDayOutput = z.strictObject({
  items: z.array(z.strictObject({ date: localDate, booked: z.int(), completed: z.int() })),
});
export const conversionOutput = z.strictObject({
  booked: z.int(),
  confirmed: z.int(),
  completed: z.int(),
  cancelled: z.int(),
  noShow: z.int(),
  expired: z.int(),
  rate: z.number().nullable(),
});
/** booked ÷ offered minutes of the slots that began in the period */
export const doctorUtilizationOutput = z.strictObject({
  items: z.array(
    z.strictObject({
      doctorId: id,
      fullName: z.string(),
      offeredMin: z.int(),
      bookedMin: z.int(),
      utilization: z.number(),
    }),
  ),
});
export const topSpecializationsOutput = z.strictObject({
  items: z.array(
    z.strictObject({ specialization: z.string(), consultations: z.int(), revenue: moneySchema }),
  ),
});
