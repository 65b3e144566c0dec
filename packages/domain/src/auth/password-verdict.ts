import * as z from "zod";

/**
 * Why a password is easy to guess, the worst of it. Codes, not prose: the catalogs give the sentence in the reader's
 * language, and what to do instead.
 */
export const PASSWORD_REASONS = [
  "too_short",
  "listed",
  "repeated",
  "sequence",
  "keyboard",
  "date",
  "own_words",
  "common_words",
  "guessable",
] as const;
export type PasswordReason = (typeof PASSWORD_REASONS)[number];

/** How a password being chosen stands. Says nothing that its chooser has not typed. */
export const passwordVerdict = z.strictObject({
  /** 0 guessed at once … 4 withstands guessing (zxcvbn's scale); never above 2 for what would be refused. */
  score: z.int().min(0).max(4),
  isAccepted: z.boolean(),
  /** null where there is nothing to say against it. */
  reason: z.enum(PASSWORD_REASONS).nullable(),
});
export type PasswordVerdict = z.infer<typeof passwordVerdict>;
