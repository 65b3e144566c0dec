import type { Database } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";
import type { Audience } from "./audience";
import { recordAuthEvent } from "./auth-event";
import { sessionOfRefreshToken } from "./refresh";
import { revokeSession } from "./sessions";

type Owned = Readonly<{ sessionId: string; userId: string; role: Role }>;

/**
 * Ends the session that is named by what was proven (`session`) or by a refresh token of any age. Ending what is over,
 * or what never was, is no error and says nothing.
 */
export async function signOut(
  db: Database,
  audience: Audience,
  proof: Readonly<{ session: Owned | null; refreshToken: string | null }>,
  requestId: string | null,
): Promise<void> {
  await db.prisma.$transaction(async (tx) => {
    const named = proof.refreshToken ? await sessionOfRefreshToken(tx, audience, proof.refreshToken) : null;
    for (const { sessionId, userId, role } of new Map(
      [proof.session, named].filter((one): one is Owned => one !== null).map((one) => [one.sessionId, one]),
    ).values()) {
      if (await revokeSession(tx, sessionId, "signed_out"))
        await recordAuthEvent(tx, { action: "auth.logout", userId, role, sessionId, requestId });
    }
  });
}
