import type { Prisma, PrismaTransaction } from "@amrutam/db/client";
import type { Audience } from "./audience";

/** Tries and minutes that one challenge gives (NIST SP 800-63B-4 §3.2.2: limit consecutive failures). */
export const CHALLENGE_TRIES = 5;
export const CHALLENGE_MIN = 10;

/**
 * The password was right: the second factor may now be shown.
 * @param sessionId a session that asks once more instead; its challenge opens no other
 * @returns the challenge's id
 */
export async function createChallenge(
  tx: PrismaTransaction,
  userId: string,
  audience: Audience,
  sessionId: string | null = null,
): Promise<string> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO sign_in_challenges (user_id, audience, session_id, expires_at)
    VALUES (${userId}::uuid, ${audience}::"AppAudience", ${sessionId}::uuid, now() + make_interval(mins => ${CHALLENGE_MIN}::int))
    RETURNING id`;
  if (!made) throw new Error("INSERT INTO sign_in_challenges returned no row");
  return made.id;
}

/** Whose sign-in is it, if it still waits for its second step? Looking takes no try. */
export async function peekChallenge(
  tx: PrismaTransaction,
  id: string,
  audience: Audience,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM sign_in_challenges
    WHERE id = ${id}::uuid AND audience = ${audience}::"AppAudience" AND used_at IS NULL AND expires_at > now()
      AND attempts < ${CHALLENGE_TRIES}::int AND session_id IS NULL`;
  return found?.userId ?? null;
}

/**
 * Takes one of the challenge's tries, before the code is looked at and outside the transaction that judges it: a
 * wrong code must not roll the count back, nor may parallel guesses share a try.
 * @returns whose challenge it is, or null when it is unknown here, used, over or out of tries
 */
export async function takeTry(
  prisma: Prisma,
  id: string,
  audience: Audience,
  sessionId: string | null = null,
): Promise<string | null> {
  const [taken] = await prisma.$queryRaw<{ userId: string }[]>`
    UPDATE sign_in_challenges SET attempts = attempts + 1
    WHERE id = ${id}::uuid AND audience = ${audience}::"AppAudience" AND used_at IS NULL AND expires_at > now()
      AND attempts < ${CHALLENGE_TRIES}::int AND session_id IS NOT DISTINCT FROM ${sessionId}::uuid
    RETURNING user_id AS "userId"`;
  return taken?.userId ?? null;
}

/** @returns whether this call was the one that ended it */
export const closeChallenge = async (tx: PrismaTransaction, id: string): Promise<boolean> =>
  (await tx.$executeRaw`
    UPDATE sign_in_challenges SET used_at = now() WHERE id = ${id}::uuid AND used_at IS NULL`) > 0;
