import type { PrismaTransaction } from "@amrutam/db/client";
import type { Aal } from "@amrutam/domain/actor";
import type { Audience } from "./audience";
import { hashOf, newOpaqueToken } from "./opaque-token";

const TICKET_SEC = 60;

/** What the cookie endpoint takes in place of a password: good for a minute and for one use. */
export async function createTicket(
  tx: PrismaTransaction,
  grant: Readonly<{ userId: string; audience: Audience; aal: Aal }>,
): Promise<string> {
  const ticket = newOpaqueToken();
  await tx.$executeRaw`
    INSERT INTO sign_in_tickets (user_id, audience, aal, ticket_hash, expires_at)
    VALUES (${grant.userId}::uuid, ${grant.audience}::"AppAudience", ${grant.aal}::smallint, ${hashOf(ticket)},
      now() + make_interval(secs => ${TICKET_SEC}::int))`;
  return ticket;
}

/** @returns what it grants; null when unknown here, used or over */
export async function redeemTicket(
  tx: PrismaTransaction,
  audience: Audience,
  ticket: string,
): Promise<Readonly<{ userId: string; aal: Aal }> | null> {
  const [grant] = await tx.$queryRaw<{ userId: string; aal: Aal }[]>`
    UPDATE sign_in_tickets SET used_at = now()
    WHERE ticket_hash = ${hashOf(ticket)} AND audience = ${audience}::"AppAudience"
      AND used_at IS NULL AND expires_at > now()
    RETURNING user_id AS "userId", aal`;
  return grant ?? null;
}
