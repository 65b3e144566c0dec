import * as z from "zod";
import { COMMENT_STATES, HIDE_REASONS } from "../rating/policy";
import { id, instant, page, pageInput } from "../wire";

export const listRatingsInput = z.strictObject({
  state: z.enum(COMMENT_STATES).default("PENDING"),
  doctorId: id.optional(),
  ...pageInput(20),
});

/** A comment as the console judges it. Who wrote it plays no part, so it isn't shown; nor is anything of the visit. */
export const moderatedRating = z.strictObject({
  id,
  doctor: z.strictObject({ id, fullName: z.string() }),
  stars: z.int(),
  /** null once the patient's key was destroyed */
  comment: z.string().nullable(),
  state: z.enum(COMMENT_STATES),
  hideReason: z.enum(HIDE_REASONS).nullable(),
  commentedAt: instant,
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  /** Named by the decision: who decides has read these words. */
  revision: z.int(),
});
export type ModeratedRating = z.infer<typeof moderatedRating>;
export const listRatingsOutput = page(moderatedRating).extend({ pending: z.int() });

/** `HIDDEN` says why, `PUBLISHED` doesn't. */
export const decideRatingInput = z
  .strictObject({
    id,
    revision: z.int().min(0),
    decision: z.enum(["PUBLISHED", "HIDDEN"]),
    reason: z.enum(HIDE_REASONS).optional(),
  })
  .refine(({ decision, reason }) => (decision === "HIDDEN") === (reason !== undefined), {
    path: ["reason"],
    message: "text.required",
  });
export const decidedRating = z.strictObject({ id, state: z.enum(COMMENT_STATES), decidedAt: instant });
