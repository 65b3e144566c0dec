import type { Database, PrismaTransaction } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";
import type { Audience } from "./audience";
import { recordAuthEvent } from "./auth-event";
import { hashOf, newOpaqueToken } from "./opaque-token";
import { type AuthSecrets, hmac, keyOf } from "./secrets";
import { SESSION_IS_LIVE } from "./session-limits";
import { revokeSession } from "./sessions";

/** Seconds in which a used token still gets the same successor: a second tab, or an answer that was lost. */
export const REFRESH_GRACE_SEC = 10;

/** The chain's first token. It ends with its session. */
export async function createRefreshToken(tx: PrismaTransaction, sessionId: string): Promise<string> {
  const token = newOpaqueToken();
  await store(tx, sessionId, token);
  return token;
}

const store = (tx: PrismaTransaction, sessionId: string, token: string) =>
  tx.$executeRaw`
    INSERT INTO refresh_tokens (session_id, token_hash, expires_at)
    SELECT id, ${hashOf(token)}, expires_at FROM sessions WHERE id = ${sessionId}::uuid
    ON CONFLICT (token_hash) DO NOTHING`;

type Found = Readonly<{
  sessionId: string;
  userId: string;
  role: Role;
  isFirstUse: boolean;
  isInGrace: boolean;
  isLive: boolean;
}>;

/** One lock on the row decides who uses it first; everybody after that sees when that was. */
const FIND = `
WITH token AS (
  SELECT r.id, r.session_id, r.used_at, r.expires_at FROM refresh_tokens r JOIN sessions owner ON owner.id = r.session_id
  WHERE r.token_hash = $1 AND owner.audience = $2::"AppAudience" FOR UPDATE OF r
), spent AS (
  UPDATE refresh_tokens t SET used_at = clock_timestamp() FROM token WHERE t.id = token.id AND token.used_at IS NULL
)
SELECT s.id AS "sessionId", s.user_id AS "userId", u.role, token.used_at IS NULL AS "isFirstUse",
  coalesce(token.used_at > clock_timestamp() - interval '${REFRESH_GRACE_SEC} seconds', true) AS "isInGrace",
  token.expires_at > now() AND ${SESSION_IS_LIVE} AS "isLive"
FROM token JOIN sessions s ON s.id = token.session_id JOIN users u ON u.id = s.user_id`;

export type Rotation = Readonly<{ sessionId: string; userId: string; refreshToken: string }>;

/**
 * Exchanges a refresh token for its successor, which is derived from it, so that a lost answer can be repeated within
 * the grace. Used again later, somebody holds a copy: the session ends for both parties (RFC 9700, 4.14.2).
 * @param isPassive the session isn't used by this; see findSession
 * @returns null when the token is unknown here, its session over, or it was used before
 */
export async function rotateRefreshToken(
  db: Database,
  secrets: AuthSecrets,
  audience: Audience,
  token: string,
  requestId: string | null,
  isPassive = false,
): Promise<Rotation | null> {
  return db.prisma.$transaction(async (tx) => {
    const [found] = await tx.$queryRawUnsafe<Found[]>(FIND, hashOf(token), audience);
    if (!found?.isLive) return null;
    const { sessionId, userId, role } = found;
    if (!found.isInGrace) {
      const wasOpen = await revokeSession(tx, sessionId, "refresh_reused");
      if (wasOpen) {
        await recordAuthEvent(tx, { action: "auth.refresh_reused", userId, role, sessionId, requestId });
        await tx.outboxEvent.create({
          data: { kind: "auth.session_reused", aggregateId: sessionId },
          select: { id: true },
        });
      }
      return null;
    }
    const successor = hmac(keyOf(secrets.access[audience], "refresh"), token);
    if (found.isFirstUse) {
      await store(tx, sessionId, successor);
      if (!isPassive)
        await tx.$executeRaw`UPDATE sessions SET last_used_at = now() WHERE id = ${sessionId}::uuid`;
    }
    return { sessionId, userId, refreshToken: successor };
  });
}

/** The session a refresh token belongs to, used or not, so that signing out works with an old one too. */
export async function sessionOfRefreshToken(
  tx: PrismaTransaction,
  audience: Audience,
  token: string,
): Promise<Readonly<{ sessionId: string; userId: string; role: Role }> | null> {
  const [found] = await tx.$queryRaw<{ sessionId: string; userId: string; role: Role }[]>`
    SELECT s.id AS "sessionId", s.user_id AS "userId", u.role
    FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
    WHERE t.token_hash = ${hashOf(token)} AND s.audience = ${audience}::"AppAudience"`;
  return found ?? null;
}
