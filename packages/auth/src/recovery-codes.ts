import { randomInt } from "node:crypto";
import type { PrismaTransaction } from "@amrutam/db/client";
import { hashOf } from "./opaque-token";

export const RECOVERY_CODES = 10;
/** Crockford's base 32: no letter that reads like another. 16 of them are 80 bits, so a plain hash is enough. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

const newCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");

/** As people type it: any case, spaces or hyphens anywhere, O for 0, I and L for 1. */
const normalised = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");

/** A new set in place of the old one. @returns the codes in groups of four; they can't be shown again */
export async function replaceRecoveryCodes(tx: PrismaTransaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOf(code) })) });
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

/** @returns whether it was one of theirs and unused until now */
export async function spendRecoveryCode(
  tx: PrismaTransaction,
  userId: string,
  typed: string,
): Promise<boolean> {
  const code = normalised(typed);
  if (code.length !== LENGTH) return false;
  const spent = await tx.$executeRaw`
    UPDATE recovery_codes SET used_at = now()
    WHERE user_id = ${userId}::uuid AND code_hash = ${hashOf(code)} AND used_at IS NULL`;
  return spent > 0;
}
