import * as z from "zod";
import { PASSWORD_REASONS } from "./password-reasons";

/** How a password being chosen stands. Says nothing that its chooser has not typed. */
export const passwordVerdict = z.strictObject({
  /** 0 guessed at once … 4 withstands guessing (zxcvbn's scale); never above 2 for what would be refused. */
  score: z.int().min(0).max(4),
  isAccepted: z.boolean(),
  /** null where there is nothing to say against it. */
  reason: z.enum(PASSWORD_REASONS).nullable(),
});
export type PasswordVerdict = z.infer<typeof passwordVerdict>;
