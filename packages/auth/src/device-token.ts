import { timingSafeEqual } from "node:crypto";
import { newOpaqueToken } from "./opaque-token";
import { hmac, keyOf } from "./secrets";

const macOf = (secret: string, userId: string, nonce: string) =>
  hmac(keyOf(secret, "device"), `${userId}.${nonce}`);

/**
 * Remembers that somebody signed in to this account on this device. It opens nothing: its failed tries are only
 * counted apart from those of strangers, so that strangers can't lock the owner out.
 */
export function newDeviceToken(secret: string, userId: string): string {
  const nonce = newOpaqueToken();
  return `${nonce}.${macOf(secret, userId, nonce)}`;
}

/** @returns a name for the device, stable for its token; "unknown" unless the token was given out for this account */
export function deviceNameOf(
  secret: string,
  userId: string | null,
  token: string | null | undefined,
): string {
  const [nonce, mac] = token?.split(".") ?? [];
  if (!userId || !nonce || !mac) return "unknown";
  const given = Buffer.from(mac);
  const expected = Buffer.from(macOf(secret, userId, nonce));
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : "unknown";
}
