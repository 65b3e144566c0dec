import { randomBytes } from "node:crypto";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { Audience } from "./audience";

/** Minutes in which a browser may answer. */
const PASSKEY_CHALLENGE_MIN = 5;
export const PASSKEY_TIMEOUT_MS = PASSKEY_CHALLENGE_MIN * 60_000;

/** What a challenge is for; one of a kind is worth nothing as another, and inside a session it is that session's alone. */
export type PasskeyUse =
  | Readonly<{ purpose: "SIGN_IN"; secondStep: Readonly<{ userId: string; challengeId: string }> | null }>
  | Readonly<{ purpose: "REGISTER" | "STEP_UP"; userId: string; sessionId: string }>;

type Bytes = Uint8Array<ArrayBuffer>;

/** Lays 256 random bits by, for an authenticator to sign. */
export async function createPasskeyChallenge(
  tx: PrismaTransaction,
  audience: Audience,
  use: PasskeyUse,
): Promise<Readonly<{ id: string; challenge: Bytes }>> {
  const challenge = new Uint8Array(randomBytes(32));
  const { purpose } = use;
  const bound =
    use.purpose === "SIGN_IN"
      ? { userId: use.secondStep?.userId, signInChallengeId: use.secondStep?.challengeId }
      : { userId: use.userId, sessionId: use.sessionId };
  const { signInChallengeId = null, sessionId = null, userId = null } = { ...NOBODY, ...bound };
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO passkey_challenges (purpose, audience, challenge, user_id, session_id, sign_in_challenge_id, expires_at)
    VALUES (${purpose}::"PasskeyPurpose", ${audience}::"AppAudience", ${challenge}, ${userId}::uuid, ${sessionId}::uuid,
      ${signInChallengeId}::uuid, now() + make_interval(mins => ${PASSKEY_CHALLENGE_MIN}::int))
    RETURNING id`;
  if (!made) throw new Error("INSERT INTO passkey_challenges returned no row");
  return { id: made.id, challenge };
}

const NOBODY: { userId?: string; sessionId?: string; signInChallengeId?: string } = {};

export type SpentChallenge = Readonly<{
  challenge: Bytes;
  /** Whose passkey it must be; null when any will do. */
  userId: string | null;
  /** The second step of this sign-in. */
  signInChallengeId: string | null;
}>;

/**
 * Uses a challenge up, whatever the answer to it is worth. Of two at once, one succeeds.
 * @param sessionId the session it was made in; null for a sign-in
 * @returns null when it is unknown here, for something else, somebody else's, used or over
 */
export async function spendPasskeyChallenge(
  tx: PrismaTransaction,
  audience: Audience,
  id: string,
  purpose: PasskeyUse["purpose"],
  sessionId: string | null,
): Promise<SpentChallenge | null> {
  const [spent] = await tx.$queryRaw<SpentChallenge[]>`
    UPDATE passkey_challenges SET used_at = now()
    WHERE id = ${id}::uuid AND audience = ${audience}::"AppAudience" AND purpose = ${purpose}::"PasskeyPurpose"
      AND session_id IS NOT DISTINCT FROM ${sessionId}::uuid AND used_at IS NULL AND expires_at > now()
    RETURNING challenge, user_id AS "userId", sign_in_challenge_id AS "signInChallengeId"`;
  return spent ?? null;
}
