/** Second factors an account can have. */
export const SECOND_FACTORS = ["passkey", "totp", "email_code", "recovery_code"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** A factor of its own: a mailbox may be in the hands of whoever has the password (NIST SP 800-63B-4 §3.1.3.1). */
export const isStrong = (factor: SecondFactor): boolean => factor === "passkey" || factor === "totp";

/**
 * What a session of an account with these factors may show to be believed once more. Who has nothing else, the
 * password; a code by mail only while there is nothing stronger, or a mailbox would be the way around it.
 */
export const stepUpMethodsOf = (factors: readonly SecondFactor[]): (SecondFactor | "password")[] => {
  if (factors.length === 0) return ["password"];
  return factors.some(isStrong) ? factors.filter((factor) => factor !== "email_code") : [...factors];
};
