import type { PrismaTransaction } from "@amrutam/db/client";
import type { Aal } from "@amrutam/domain/actor";
import type { Audience } from "./audience";
import { hashOf, newOpaqueToken } from "./opaque-token";

const TICKET_SEC = 60;

/** What a sign-in has shown, carried to where its session begins. */
export type Grant = Readonly<{
  userId: string;
  aal: Aal;
  /** Everything the account has was shown; not when a remembered device stood in for the second factor. */
  isComplete: boolean;
  /** The browser that redeems it won't be asked for the second factor for some weeks. */
  remembersDevice: boolean;
}>;

/** What the cookie endpoint takes in place of a password: good for a minute and for one use. */
export async function createTicket(
  tx: PrismaTransaction,
  grant: Pick<Grant, "userId" | "aal"> & Partial<Grant> & Readonly<{ audience: Audience }>,
): Promise<string> {
  const ticket = newOpaqueToken();
  await tx.$executeRaw`
    INSERT INTO sign_in_tickets (user_id, audience, aal, is_complete, remembers_device, ticket_hash, expires_at)
    VALUES (${grant.userId}::uuid, ${grant.audience}::"AppAudience", ${grant.aal}::smallint,
      ${grant.isComplete ?? true}, ${grant.remembersDevice ?? false}, ${hashOf(ticket)},
      now() + make_interval(secs => ${TICKET_SEC}::int))`;
  return ticket;
}

/** @returns what it grants; null when unknown here, used or over */
export async function redeemTicket(
  tx: PrismaTransaction,
  audience: Audience,
  ticket: string,
): Promise<Grant | null> {
  const [grant] = await tx.$queryRaw<Grant[]>`
    UPDATE sign_in_tickets SET used_at = now()
    WHERE ticket_hash = ${hashOf(ticket)} AND audience = ${audience}::"AppAudience"
      AND used_at IS NULL AND expires_at > now()
    RETURNING user_id AS "userId", aal, is_complete AS "isComplete", remembers_device AS "remembersDevice"`;
  return grant ?? null;
}
