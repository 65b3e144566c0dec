import type { PrismaTransaction } from "@amrutam/db/client";
import { hashOf } from "./opaque-token";
import { hmac, keyOf } from "./secrets";

export type LinkPurpose = "VERIFY_EMAIL" | "RESET_PASSWORD" | "ENROL_STAFF" | "CHANGE_EMAIL";

/** Minutes each kind of link is good for. */
export const LINK_MIN: Readonly<Record<LinkPurpose, number>> = {
  VERIFY_EMAIL: 24 * 60,
  RESET_PASSWORD: 30,
  ENROL_STAFF: 72 * 60,
  CHANGE_EMAIL: 60,
};

/**
 * The text of a link, made from its row's id alone: the outbox carries ids, and the worker that writes the mail makes
 * the same text. The database keeps only its hash.
 * @param secret AuthSecrets.links
 */
export const linkTokenOf = (secret: string, id: string): string =>
  `${id}.${hmac(keyOf(secret, "links"), id)}`;

/** @param id a fresh UUID; @returns the token */
export async function createLinkToken(
  tx: PrismaTransaction,
  secret: string,
  link: Readonly<{ id: string; userId: string; purpose: LinkPurpose }>,
): Promise<string> {
  const token = linkTokenOf(secret, link.id);
  await tx.$executeRaw`
    INSERT INTO link_tokens (id, user_id, purpose, token_hash, expires_at)
    VALUES (${link.id}::uuid, ${link.userId}::uuid, ${link.purpose}::"LinkPurpose", ${hashOf(token)},
      now() + make_interval(mins => ${LINK_MIN[link.purpose]}::int))`;
  return token;
}

/** Whose link is it, if it still works? Looking doesn't use it up. */
export async function peekLinkToken(
  tx: PrismaTransaction,
  purpose: LinkPurpose,
  token: string,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM link_tokens
    WHERE token_hash = ${hashOf(token)} AND purpose = ${purpose}::"LinkPurpose"
      AND used_at IS NULL AND expires_at > now()`;
  return found?.userId ?? null;
}

/** Uses a link up. Of two at once, one succeeds. @returns its id and whose it was, or null */
export async function spendLink(
  tx: PrismaTransaction,
  purpose: LinkPurpose,
  token: string,
): Promise<Readonly<{ id: string; userId: string }> | null> {
  const [spent] = await tx.$queryRaw<{ id: string; userId: string }[]>`
    UPDATE link_tokens SET used_at = now()
    WHERE token_hash = ${hashOf(token)} AND purpose = ${purpose}::"LinkPurpose"
      AND used_at IS NULL AND expires_at > now()
    RETURNING id, user_id AS "userId"`;
  return spent ?? null;
}

/** {@link spendLink} where only the person matters. @returns whose it was, or null */
export const spendLinkToken = async (tx: PrismaTransaction, purpose: LinkPurpose, token: string) =>
  (await spendLink(tx, purpose, token))?.userId ?? null;

/** Makes earlier unused links of a kind worthless, when a newer one replaces them. */
export const retireLinkTokens = (tx: PrismaTransaction, userId: string, purpose: LinkPurpose) =>
  tx.$executeRaw`
    UPDATE link_tokens SET used_at = now()
    WHERE user_id = ${userId}::uuid AND purpose = ${purpose}::"LinkPurpose" AND used_at IS NULL`;
