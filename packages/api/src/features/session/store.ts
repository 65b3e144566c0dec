import { SESSION_IS_LIVE } from "@amrutam/auth/session-limits";
import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { Audience } from "../../deps";
import type { SessionScope } from "./scope";

export type SessionRow = Readonly<{
  id: string;
  userAgent: string | null;
  address: string | null;
  place: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
  isCurrent: boolean;
}>;

/** More open sign-ins than this nobody looks through; "everywhere else" ends them all the same. */
const MOST = 100;

const LIST = `
SELECT s.id, s.user_agent AS "userAgent", host(s.client_address) AS address, s.place, s.created_at AS "createdAt",
  s.last_used_at AS "lastUsedAt", s.expires_at AS "expiresAt", s.id = $2::uuid AS "isCurrent"
FROM sessions s JOIN users u ON u.id = s.user_id
WHERE s.user_id = $1::uuid AND s.audience = $3::"AppAudience" AND ${SESSION_IS_LIVE}
ORDER BY s.id = $2::uuid DESC, s.last_used_at DESC, s.id LIMIT ${MOST}`;

/** Open sign-ins: the caller's own first, then the last used. */
export const findSessions = (query: Query, scope: SessionScope, audience: Audience) =>
  query<SessionRow>("session.list", LIST, [scope.userId, scope.currentId, audience]);

/** @returns null when the caller has no such session, else whether it was open until now */
export async function endSession(
  tx: PrismaTransaction,
  scope: SessionScope,
  id: string,
): Promise<boolean | null> {
  const [found] = await tx.$queryRaw<{ wasOpen: boolean }[]>`
    WITH own AS (SELECT id, revoked_at IS NULL AS was_open FROM sessions
      WHERE id = ${id}::uuid AND user_id = ${scope.userId}::uuid FOR UPDATE),
    ended AS (UPDATE sessions s SET revoked_at = now(), revoked_reason = 'revoked'
      FROM own WHERE s.id = own.id AND own.was_open)
    SELECT was_open AS "wasOpen" FROM own`;
  return found?.wasOpen ?? null;
}

/** Ends all but the caller's own. @returns the ids of those that were open until now */
export async function endOtherSessions(tx: PrismaTransaction, scope: SessionScope): Promise<string[]> {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE sessions SET revoked_at = now(), revoked_reason = 'revoked'
    WHERE user_id = ${scope.userId}::uuid AND id <> ${scope.currentId}::uuid AND revoked_at IS NULL
    RETURNING id`;
  return ended.map(({ id }) => id);
}
