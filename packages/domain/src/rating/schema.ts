import * as z from "zod";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant, page, pageInput } from "../wire";
import { COMMENT_MAX, COMMENT_STATES, HIDE_REASONS } from "./policy";

const stars = z.int().min(1).max(5);
/** "" is none. */
const comment = cleanText(COMMENT_MAX, { min: 0, multiline: true }).default("");

export const ofVisit = z.strictObject({ consultationId: id });
export const giveRatingInput = z.strictObject({ consultationId: id, stars, comment, idempotencyKey });
/** What stands afterwards: stars and words as they are given here. */
export const updateRatingInput = z.strictObject({ consultationId: id, stars, comment });

/** A patient's own rating of one visit, and what may still be done. */
export const ownRating = z.strictObject({
  rating: z
    .strictObject({
      stars,
      comment: z.string(),
      /** null without a comment */
      commentState: z.enum(COMMENT_STATES).nullable(),
      hideReason: z.enum(HIDE_REASONS).nullable(),
      givenAt: instant,
      /** null when stars and words are settled; withdrawing stays possible */
      changeableUntil: instant.nullable(),
    })
    .nullable(),
  /** Until when this visit may be rated; null when it can't be, or is. */
  givableUntil: instant.nullable(),
});
export type OwnRating = z.infer<typeof ownRating>;

/** Finished visits that may still be rated, latest first. */
export const dueRatings = z.strictObject({
  items: z
    .array(
      z.strictObject({
        consultationId: id,
        doctor: z.strictObject({ id, fullName: z.string() }),
        startsAt: instant,
        endsAt: instant,
        givableUntil: instant,
      }),
    )
    .max(3),
});
export type DueRatings = z.infer<typeof dueRatings>;

export const doctorRatingsInput = z.strictObject({ doctorId: id, ...pageInput(10) });
/** A published comment. Of whom and when there is nothing but that it was a patient, and the month of the visit. */
export const publicRating = z.strictObject({
  id,
  stars,
  comment: z.string(),
  /** month of the visit in the doctor's zone, `YYYY-MM` */
  month: z.string(),
});
export const doctorRatings = page(publicRating).extend({
  /** null while there are too few to make one */
  average: z.number().nullable(),
  count: z.int(),
  /** How many gave one star, two … five; null with the average. */
  distribution: z.array(z.int()).length(5).nullable(),
});
export type DoctorRatings = z.infer<typeof doctorRatings>;
