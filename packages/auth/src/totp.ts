import type { PrismaTransaction } from "@amrutam/db/client";
import type { Keys } from "@amrutam/ports/keys";
import { generateSecret, generateSync, generateURI, verifySync } from "otplib";
import { toString as qrToString } from "qrcode";
import { openAccountKey } from "./account-key";

/** Seconds of a time step (RFC 6238); a code of the step before or after is taken too, for clocks that are off. */
const STEP_SEC = 30;
const ISSUER = "Amrutam";
const SEALED = "totp_factors.secret_sealed";

/**
 * @param secret base32 @param nowMs milliseconds since the epoch
 * @returns the time step the code belongs to, or null when it is none of the three that count now
 */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    period: STEP_SEC,
    epoch: Math.floor(nowMs / 1000),
    epochTolerance: STEP_SEC,
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** What an authenticator app shows at that moment: for demo accounts and tests. */
export const codeOf = (secret: string, nowMs: number): string =>
  generateSync({ secret, period: STEP_SEC, epoch: Math.floor(nowMs / 1000) });

export type TotpEnrolment = Readonly<{ secret: string; otpauthUrl: string; qrSvg: string }>;

/** What an authenticator app needs, as text, as a link and as a picture. @param label shown in the app: the e-mail address */
export async function enrolmentOf(secret: string, label: string): Promise<TotpEnrolment> {
  const otpauthUrl = generateURI({ issuer: ISSUER, label, secret, period: STEP_SEC });
  return { secret, otpauthUrl, qrSvg: await qrToString(otpauthUrl, { type: "svg", margin: 1 }) };
}

/**
 * Lays a fresh, unconfirmed secret beside the account, in place of an earlier unconfirmed one.
 * @returns null when a confirmed factor stands already
 */
export async function beginTotp(tx: PrismaTransaction, keys: Keys, userId: string): Promise<string | null> {
  const secret = generateSecret();
  const sealed = (await openAccountKey(tx, keys, userId)).seal(SEALED, userId, secret);
  const laid = await tx.$executeRaw`
    INSERT INTO totp_factors (user_id, secret_sealed) VALUES (${userId}::uuid, ${sealed})
    ON CONFLICT (user_id) DO UPDATE SET secret_sealed = EXCLUDED.secret_sealed, last_step = 0, created_at = now()
    WHERE totp_factors.confirmed_at IS NULL`;
  return laid > 0 ? secret : null;
}

async function stepFor(tx: PrismaTransaction, keys: Keys, userId: string, code: string, nowMs: number) {
  const factor = await tx.totpFactor.findUnique({ where: { userId }, select: { secretSealed: true } });
  if (!factor) return null;
  const key = await openAccountKey(tx, keys, userId);
  return stepOfCode(key.unseal(SEALED, userId, factor.secretSealed), code, nowMs);
}

/** Spends a code of the confirmed factor. Compare-and-set on its step: of two at once, one succeeds. */
export async function spendTotp(
  tx: PrismaTransaction,
  keys: Keys,
  userId: string,
  code: string,
  nowMs: number,
): Promise<boolean> {
  const step = await stepFor(tx, keys, userId, code, nowMs);
  if (step === null) return false;
  const spent = await tx.$executeRaw`
    UPDATE totp_factors SET last_step = ${step}::bigint
    WHERE user_id = ${userId}::uuid AND confirmed_at IS NOT NULL AND last_step < ${step}::bigint`;
  return spent > 0;
}

/** The first code proves that the app holds the secret: the factor counts from now on, and the code is spent. */
export async function confirmTotp(
  tx: PrismaTransaction,
  keys: Keys,
  userId: string,
  code: string,
  nowMs: number,
): Promise<boolean> {
  const step = await stepFor(tx, keys, userId, code, nowMs);
  if (step === null) return false;
  const confirmed = await tx.$executeRaw`
    UPDATE totp_factors SET last_step = ${step}::bigint, confirmed_at = now()
    WHERE user_id = ${userId}::uuid AND confirmed_at IS NULL`;
  return confirmed > 0;
}
