import type { PrismaTransaction } from "@amrutam/db/client";
import type { Clock } from "@amrutam/ports/clock";
import { ACCESS_TOKEN_SEC, mintAccessToken } from "./access-token";
import { recordAuthEvent } from "./auth-event";
import { noticeNewDevice } from "./new-device";
import { createRefreshToken } from "./refresh";
import { hashOfDevice } from "./remembered-devices";
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

type Device = Readonly<{
  /** The one that the device holds from now on; see device-token. None for clients that keep no cookies. */
  deviceToken?: string | null;
  /** It gets that token with this sign-in. */
  isNewDevice?: boolean;
}>;

/**
 * Opens a session with its first pair of tokens, and says so in the audit log, and to its owner when nobody signed in
 * on this device before. All proofs have been shown by now.
 */
export async function signIn(
  tx: PrismaTransaction,
  means: Readonly<{ secrets: AuthSecrets; clock: Clock }>,
  session: Omit<NewSession, "deviceHash"> & Device,
  requestId: string | null,
): Promise<SignedIn> {
  const { userId, audience, role } = session;
  const deviceHash = hashOfDevice(means.secrets.access[audience], userId, session.deviceToken);
  const { id: sessionId, expiresAt } = await createSession(tx, { ...session, deviceHash });
  await noticeNewDevice(tx, sessionId, deviceHash !== null && !session.isNewDevice);
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
