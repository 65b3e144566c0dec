import type { Query } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";
import type { Audience } from "./audience";
import { SESSION_IS_LIVE } from "./session-limits";

const LIVE = `
SELECT s.id, u.role FROM sessions s JOIN users u ON u.id = s.user_id
WHERE s.id = ANY($1::uuid[]) AND s.audience = $2::"AppAudience" AND ${SESSION_IS_LIVE}`;

/** Which of these sessions are still open in this app, and whose role they have now. Looking doesn't use them. */
export async function liveSessions(
  query: Query,
  audience: Audience,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Role>> {
  const rows = await query<{ id: string; role: Role }>("session.live", LIVE, [sessionIds, audience]);
  return new Map(rows.map(({ id, role }) => [id, role]));
}
