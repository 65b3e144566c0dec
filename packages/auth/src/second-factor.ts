import type { PrismaTransaction } from "@amrutam/db/client";
import type { Keys } from "@amrutam/ports/keys";
import { spendRecoveryCode } from "./recovery-codes";
import { spendTotp } from "./totp";

export type SecondFactor = "totp" | "recovery_code";

/** Second factors the account can show; empty when it has none. */
export async function secondFactorsOf(tx: PrismaTransaction, userId: string): Promise<SecondFactor[]> {
  const [found] = await tx.$queryRaw<{ totp: boolean; codes: boolean }[]>`
    SELECT EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId}::uuid AND confirmed_at IS NOT NULL) AS totp,
      EXISTS (SELECT FROM recovery_codes WHERE user_id = ${userId}::uuid AND used_at IS NULL) AS codes`;
  if (!found?.totp) return [];
  return found.codes ? ["totp", "recovery_code"] : ["totp"];
}

/** Six digits are an authenticator's code, anything else a recovery code. Either works once. @returns which it was, or null */
export async function spendSecondFactor(
  tx: PrismaTransaction,
  keys: Keys,
  userId: string,
  typed: string,
  nowMs: number,
): Promise<SecondFactor | null> {
  const digits = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    return (await spendTotp(tx, keys, userId, digits, nowMs)) ? "totp" : null;
  }
  return (await spendRecoveryCode(tx, userId, typed)) ? "recovery_code" : null;
}
