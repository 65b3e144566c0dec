import { createHmac, timingSafeEqual } from "node:crypto";
import type { Audience } from "./audience";
import { keyOf } from "./secrets";

/** Seconds an access token lives. */
export const ACCESS_TOKEN_SEC = 15 * 60;

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The only header there is. It is compared, never interpreted: no other algorithm can be asked for (RFC 8725, 3.1). */
const HEADER = encode({ alg: "HS256", typ: "at+jwt" });
const audienceName = (audience: Audience) => `amrutam:${audience.toLowerCase()}`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST = 1_000;

/** What a token says: which session. Role, status and assurance are the session row's business. */
export type AccessClaims = Readonly<{
  sessionId: string;
  userId: string;
  /** Seconds since the epoch. */
  expiresAtSec: number;
}>;

const signatureOf = (secret: string, text: string) =>
  createHmac("sha256", keyOf(secret, "access")).update(text).digest();

/** @param secret of this app @param nowMs milliseconds since the epoch */
export function mintAccessToken(
  secret: string,
  audience: Audience,
  subject: Readonly<{ sessionId: string; userId: string }>,
  nowMs: number,
): string {
  const iat = Math.floor(nowMs / 1000);
  const claims = { typ: "access", aud: audienceName(audience), sub: subject.userId, sid: subject.sessionId };
  const text = `${HEADER}.${encode({ ...claims, iat, exp: iat + ACCESS_TOKEN_SEC })}`;
  return `${text}.${signatureOf(secret, text).toString("base64url")}`;
}

/**
 * Checks header, signature, type, audience and expiry. Runs on every request.
 * @returns null for anything but a token this app minted that still lives; never throws
 */
export function verifyAccessToken(
  secret: string,
  audience: Audience,
  token: string,
  nowMs: number,
): AccessClaims | null {
  if (token.length > LONGEST || !token.startsWith(`${HEADER}.`)) return null;
  const dot = token.lastIndexOf(".");
  if (dot <= HEADER.length) return null;
  const signature = Buffer.from(token.slice(dot + 1), "base64url");
  const expected = signatureOf(secret, token.slice(0, dot));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  const claims = claimsOf(token.slice(HEADER.length + 1, dot));
  if (claims?.typ !== "access" || claims.aud !== audienceName(audience)) return null;
  const { sid, sub, exp } = claims;
  if (typeof sid !== "string" || !UUID.test(sid) || typeof sub !== "string" || !UUID.test(sub)) return null;
  if (typeof exp !== "number" || exp * 1000 <= nowMs) return null;
  return { sessionId: sid, userId: sub, expiresAtSec: exp };
}

function claimsOf(segment: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
