import type { IncomingHttpHeaders } from "node:http";
import type { Database } from "@amrutam/db/client";
import type { Clock } from "@amrutam/ports/clock";
import { ACCESS_TOKEN_SEC, mintAccessToken, verifyAccessToken } from "./access-token";
import type { Audience } from "./audience";
import { cookieWriter, parseCookies } from "./cookies";
import { rotateRefreshToken } from "./refresh";
import type { AuthSecrets } from "./secrets";
import { findSession, type SessionFacts } from "./sessions";

/** What one app's server needs to know who is calling. */
export type AuthMeans = Readonly<{
  db: Database;
  secrets: AuthSecrets;
  clock: Clock;
  audience: Audience;
  /** Is the app's public origin https? Cookies are then `__Host-` and Secure. */
  isSecure: boolean;
}>;

export type ResolvedRequest = Readonly<{
  session: SessionFacts | null;
  /** The token that names the session: given, or fresh after a rotation. */
  accessToken: string | null;
  /** Set-Cookie values that must reach the browser with this answer. */
  setCookie: readonly string[];
  /** Proof that somebody signed in on this device before; see device-token. */
  deviceToken: string | null;
  /** When the access token ends, milliseconds since the epoch; null for an anonymous caller. */
  tokenEndsMs: number | null;
}>;

const nobody = { session: null, accessToken: null, setCookie: [], tokenEndsMs: null } as const;

/** @returns the token of `Authorization: Bearer …`; null without the header, "" when it is something else */
function bearerOf(authorization: string | undefined): string | null {
  if (authorization === undefined) return null;
  return /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1] ?? "";
}

/**
 * Who is calling? A bearer token counts alone; otherwise the cookies do, and an expired access cookie beside a good
 * refresh cookie is renewed here, because pages rendered later can't set cookies.
 * @param isPassive the session isn't used by this; see findSession
 * @throws whatever the database throws: an unknown caller and an unreachable database are different answers
 */
export async function resolveRequest(
  means: AuthMeans,
  headers: Pick<IncomingHttpHeaders, "authorization" | "cookie">,
  requestId: string | null = null,
  isPassive = false,
): Promise<ResolvedRequest> {
  const { db, secrets, clock, audience, isSecure } = means;
  const bearer = bearerOf(headers.authorization);
  const cookies = bearer === null ? parseCookies(headers.cookie) : null;
  const writer = cookieWriter(audience, isSecure);
  const deviceToken = cookies?.get(writer.names.device) ?? null;
  const presented = bearer ?? cookies?.get(writer.names.session) ?? "";
  const refresh = cookies?.get(writer.names.refresh);
  if (!presented && !refresh) return { ...nobody, deviceToken };

  const nowMs = clock.now().getTime();
  const claims = verifyAccessToken(secrets.access[audience], audience, presented, nowMs);
  if (claims) {
    const session = await findSession(db.query, audience, claims.sessionId, isPassive);
    const tokenEndsMs = claims.expiresAtSec * 1000;
    if (session?.userId === claims.userId)
      return { session, accessToken: presented, setCookie: [], deviceToken, tokenEndsMs };
    // The row is final: a refresh token of the same session would fare no better.
    return { ...nobody, setCookie: cookies ? writer.signedOut() : [], deviceToken };
  }
  if (!cookies) return { ...nobody, deviceToken };
  const rotation = refresh
    ? await rotateRefreshToken(db, secrets, audience, refresh, requestId, isPassive)
    : null;
  const session = rotation && (await findSession(db.query, audience, rotation.sessionId, isPassive));
  if (!rotation || !session) return { ...nobody, setCookie: writer.signedOut(), deviceToken };
  const accessToken = mintAccessToken(secrets.access[audience], audience, rotation, nowMs);
  const refreshSec = (session.expiresAt.getTime() - nowMs) / 1000;
  const setCookie = writer.signedIn(accessToken, rotation.refreshToken, refreshSec);
  const tokenEndsMs = nowMs + ACCESS_TOKEN_SEC * 1000;
  return { session, accessToken, setCookie, deviceToken, tokenEndsMs };
}
