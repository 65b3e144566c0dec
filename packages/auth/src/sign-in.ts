import type { PrismaTransaction } from "@amrutam/db/client";
import type { Clock } from "@amrutam/ports/clock";
import { ACCESS_TOKEN_SEC, mintAccessToken } from "./access-token";
import { recordAuthEvent } from "./auth-event";
import { deviceNameOf } from "./device-token";
import { noticeNewDevice } from "./new-device";
import { createRefreshToken } from "./refresh";
import type { AuthSecrets } from "./secrets";
import { createSession, type NewSession } from "./sessions";

export type SignedIn = Readonly<{
  sessionId: string;
  userId: string;
  accessToken: string;
  refreshToken: string;
  /** Seconds until the access token ends. */
  expiresInSec: number;
  sessionEndsAt: Date;
}>;

/**
 * Opens a session with its first pair of tokens, and says so in the audit log, and to its owner when nobody signed in
 * on this device before. All proofs have been shown by now.
 */
export async function signIn(
  tx: PrismaTransaction,
  means: Readonly<{ secrets: AuthSecrets; clock: Clock }>,
  session: NewSession & Readonly<{ /** see device-token */ deviceToken?: string | null }>,
  requestId: string | null,
): Promise<SignedIn> {
  const { id: sessionId, expiresAt } = await createSession(tx, session);
  const { userId, audience, role } = session;
  if (deviceNameOf(means.secrets.access[audience], userId, session.deviceToken) === "unknown")
    await noticeNewDevice(tx, userId, sessionId);
  const refreshToken = await createRefreshToken(tx, sessionId);
  await recordAuthEvent(tx, { action: "auth.login", userId, role, sessionId, requestId });
  const nowMs = means.clock.now().getTime();
  const accessToken = mintAccessToken(means.secrets.access[audience], audience, { sessionId, userId }, nowMs);
  return {
    sessionId,
    userId,
    accessToken,
    refreshToken,
    expiresInSec: ACCESS_TOKEN_SEC,
    sessionEndsAt: expiresAt,
  };
}
