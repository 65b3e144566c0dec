import { timingSafeEqual } from "node:crypto";
import { hmac, keyOf } from "./secrets";

export type VisitLinkPurpose = "CHANGE" | "CANCEL";

const signatureOf = (secret: string, purpose: VisitLinkPurpose, id: string) =>
  hmac(keyOf(secret, "links"), `visit:${purpose}:${id}`);

/**
 * The text of a link in a mail about a visit, made from its row's id and purpose alone. The signature is the proof, so
 * the database holds nothing that opens a visit. @param secret AuthSecrets.links
 */
export const visitLinkTokenOf = (secret: string, purpose: VisitLinkPurpose, id: string): string =>
  `${purpose.toLowerCase()}.${id}.${signatureOf(secret, purpose, id)}`;

const TOKEN = /^(change|cancel)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** Which link is it, if we made it? Whether it still works, its row says. @returns null for any other text */
export function readVisitLink(
  secret: string,
  token: string,
): Readonly<{ id: string; purpose: VisitLinkPurpose }> | null {
  const [, kind, id, signature] = TOKEN.exec(token) ?? [];
  if (!kind || !id || !signature) return null;
  const purpose = kind === "change" ? "CHANGE" : "CANCEL";
  const expected = Buffer.from(signatureOf(secret, purpose, id));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { id, purpose } : null;
}
