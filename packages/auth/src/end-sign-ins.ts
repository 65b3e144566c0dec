import type { PrismaTransaction } from "@amrutam/db/client";
import { forgetDevices } from "./remembered-devices";
import { revokeSessionsOf } from "./sessions";

/**
 * Ends everything that was had for what is no longer so (an old password, address, role or factor): second steps
 * still open, tickets not yet redeemed, links in mails, devices remembered, sessions. In this order: whoever is turning one of them into
 * the next holds its row, so this waits and then finds what was made of it. The address of the private calendar goes
 * too, unless the owner made the change in a session of their own: whoever had the account may have it.
 * @param reason noted with the sessions @param exceptId the session in which the change was made
 */
export async function endSignIns(
  tx: PrismaTransaction,
  userId: string,
  reason: string,
  exceptId: string | null = null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_challenges SET used_at = now() WHERE user_id = ${userId}::uuid AND used_at IS NULL`;
  await tx.$executeRaw`
    UPDATE sign_in_tickets SET used_at = now() WHERE user_id = ${userId}::uuid AND used_at IS NULL`;
  await tx.$executeRaw`
    UPDATE link_tokens SET used_at = now()
    WHERE user_id = ${userId}::uuid AND used_at IS NULL AND purpose IN ('RESET_PASSWORD', 'CHANGE_EMAIL')`;
  await forgetDevices(tx, userId);
  await tx.$executeRaw`UPDATE users SET sign_ins_ended_at = now() WHERE id = ${userId}::uuid`;
  if (exceptId === null)
    await tx.$executeRaw`
      UPDATE calendar_feeds SET link_id = NULL, token_hash = NULL, linked_at = NULL, fetched_at = NULL
      WHERE user_id = ${userId}::uuid AND link_id IS NOT NULL`;
  await revokeSessionsOf(tx, userId, reason, exceptId);
}
