import { createHmac, timingSafeEqual } from "node:crypto";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { Audience } from "./audience";
import { CHALLENGE_TRIES } from "./challenges";
import { keyOf } from "./secrets";

/** Codes that may be mailed for one challenge; each retires the one before. */
export const EMAIL_CODES_PER_CHALLENGE = 3;

/**
 * Six digits of a challenge, made from its id and the number of the mail: the outbox carries the id, and the worker
 * that writes the mail makes the same code. It ends with its challenge (10 minutes, 5 tries).
 * @param secret AuthSecrets.links
 */
export function emailCodeOf(secret: string, challengeId: string, number: number): string {
  const mac = createHmac("sha256", keyOf(secret, "email-code")).update(`${challengeId}.${number}`).digest();
  // 64 bits modulo a million: no digit is noticeably likelier than another.
  return String(mac.readBigUInt64BE() % 1_000_000n).padStart(6, "0");
}

/**
 * Notes that another code is to be mailed.
 * @param sessionId the session the challenge was made in; null for a sign-in
 * @returns whose challenge it is; null when it is unknown here, used, over, out of tries or mails, or its account
 * takes no codes by mail
 */
export async function countEmailCode(
  tx: PrismaTransaction,
  audience: Audience,
  challengeId: string,
  sessionId: string | null,
): Promise<string | null> {
  const [counted] = await tx.$queryRaw<{ userId: string }[]>`
    UPDATE sign_in_challenges c SET email_codes = email_codes + 1 FROM users u
    WHERE c.id = ${challengeId}::uuid AND c.audience = ${audience}::"AppAudience" AND c.used_at IS NULL
      AND c.expires_at > now() AND c.attempts < ${CHALLENGE_TRIES}::int AND c.email_codes < ${EMAIL_CODES_PER_CHALLENGE}::int
      AND (c.session_id IS NULL OR c.session_id = ${sessionId}::uuid)
      AND u.id = c.user_id AND u.role = 'PATIENT' AND u.status = 'ACTIVE' AND u.email_code_at IS NOT NULL
    RETURNING c.user_id AS "userId"`;
  return counted?.userId ?? null;
}

/** Is this the code that was mailed last for the challenge? The caller has taken one of its tries before. */
export async function isEmailCode(
  tx: PrismaTransaction,
  secret: string,
  challengeId: string,
  typed: string,
): Promise<boolean> {
  const [challenge] = await tx.$queryRaw<{ number: number }[]>`
    SELECT c.email_codes AS number FROM sign_in_challenges c JOIN users u ON u.id = c.user_id
    WHERE c.id = ${challengeId}::uuid AND c.email_codes > 0 AND c.used_at IS NULL AND c.expires_at > now()
      AND u.role = 'PATIENT' AND u.email_code_at IS NOT NULL`;
  if (!challenge) return false;
  const expected = Buffer.from(emailCodeOf(secret, challengeId, challenge.number));
  const given = Buffer.from(typed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
