import type { PrismaTransaction } from "@amrutam/db/client";
import type { SecondFactor } from "@amrutam/domain/auth/step-up-methods";
import type { Keys } from "@amrutam/ports/keys";
import { isEmailCode } from "./email-codes";
import { spendRecoveryCode } from "./recovery-codes";
import { spendTotp } from "./totp";

export type TypedFactor = Exclude<SecondFactor, "passkey">;

type Held = Readonly<{ passkey: boolean; totp: boolean; email: boolean; codes: boolean }>;

/**
 * Second factors the account can show, the strongest first; empty when it has none. Recovery codes stand in for
 * another factor and are none by themselves; codes by mail are for patients only.
 */
export async function secondFactorsOf(tx: PrismaTransaction, userId: string): Promise<SecondFactor[]> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT EXISTS (SELECT FROM passkeys WHERE user_id = u.id) AS passkey,
      EXISTS (SELECT FROM totp_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL) AS totp,
      u.role = 'PATIENT' AND u.email_code_at IS NOT NULL AS email,
      EXISTS (SELECT FROM recovery_codes WHERE user_id = u.id AND used_at IS NULL) AS codes
    FROM users u WHERE u.id = ${userId}::uuid`;
  const factors: SecondFactor[] = [
    ...(held?.passkey ? (["passkey"] as const) : []),
    ...(held?.totp ? (["totp"] as const) : []),
    ...(held?.email ? (["email_code"] as const) : []),
  ];
  return factors.length > 0 && held?.codes ? [...factors, "recovery_code"] : factors;
}

/**
 * Six digits are an authenticator's code, or the one mailed for this challenge; anything else is a recovery code. Each
 * works once: the challenge of a mailed code is closed by the caller. A recovery code counts only while there is a factor
 * that it stands in for: one left over from a patient's mailbox is no second factor of a colleague.
 * @param mailed the challenge a mailed code may belong to @returns which it was, or null
 */
export async function spendSecondFactor(
  tx: PrismaTransaction,
  means: Readonly<{ keys: Keys; linkSecret: string; nowMs: number }>,
  userId: string,
  typed: string,
  mailed: string | null,
): Promise<TypedFactor | null> {
  const digits = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) {
    const counts = (await secondFactorsOf(tx, userId)).includes("recovery_code");
    return counts && (await spendRecoveryCode(tx, userId, typed)) ? "recovery_code" : null;
  }
  if (await spendTotp(tx, means.keys, userId, digits, means.nowMs)) return "totp";
  return mailed && (await isEmailCode(tx, means.linkSecret, mailed, digits)) ? "email_code" : null;
}
