import { timingSafeEqual } from "node:crypto";
import { hmac, keyOf } from "./secrets";

const signatureOf = (secret: string, offerId: string) => hmac(keyOf(secret, "links"), `offer:${offerId}`);

/** The text of the link in an offer's mail, made from the offer's id alone. @param secret AuthSecrets.links */
export const offerTokenOf = (secret: string, offerId: string): string =>
  `offer.${offerId}.${signatureOf(secret, offerId)}`;

const TOKEN = /^offer\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Which offer is it, if we made the link? Whether it still stands, its row says. @returns null for any other text */
export function readOfferToken(secret: string, token: string): string | null {
  const [, id, signature] = TOKEN.exec(token) ?? [];
  if (!id || !signature) return null;
  const expected = Buffer.from(signatureOf(secret, id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}
