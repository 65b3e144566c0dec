import { createLinkToken } from "@amrutam/auth/link-tokens";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { Deps } from "../../deps";

/**
 * Makes a link and asks the outbox to mail it. The event holds the link's id; the worker makes the token from it.
 * @param userId null where nobody waits for one: the event is written all the same, and leads to no mail
 */
export async function sendVerification(
  tx: PrismaTransaction,
  deps: Deps,
  userId: string | null,
): Promise<void> {
  const id = deps.ids.uuid();
  if (userId) await createLinkToken(tx, deps.secrets.links, { id, userId, purpose: "VERIFY_EMAIL" });
  await tx.outboxEvent.create({ data: { kind: "auth.verify_email", aggregateId: id }, select: { id: true } });
}
