/**
 * Why a password is easy to guess, the worst of it. Codes, not prose: the catalogs give the sentence in the reader's
 * language, and what to do instead. Apart from the schemas, for screens that only say them.
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
