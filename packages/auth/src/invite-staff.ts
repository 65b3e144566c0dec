import type { PrismaTransaction } from "@amrutam/db/client";
import { newDataKey } from "@amrutam/db/phi/vault";
import type { Role } from "@amrutam/domain/actor";
import type { Ids } from "@amrutam/ports/ids";
import type { Keys } from "@amrutam/ports/keys";
import { createLinkToken, retireLinkTokens } from "./link-tokens";

type Invitation = Readonly<{ email: string; fullName: string; role: Extract<Role, "ADMIN" | "SUPPORT"> }>;

/** The address already has an account that an invitation must not take over. */
export class AddressTaken extends Error {
  override name = "AddressTaken";
}

/**
 * Opens a console account without a password. Invited again before it was accepted, the earlier link stops working.
 * @returns the link's id and token: one-time, 72 hours
 * @throws AddressTaken when the account has another role, or has a password already
 */
export async function inviteStaff(
  tx: PrismaTransaction,
  { keys, ids, linkSecret }: Readonly<{ keys: Keys; ids: Ids; linkSecret: string }>,
  { email, fullName, role }: Invitation,
): Promise<Readonly<{ userId: string; linkId: string; token: string }>> {
  const id = ids.uuid();
  const made = await tx.user.createMany({ skipDuplicates: true, data: { id, email, fullName, role } });
  if (made.count > 0)
    await tx.dataKey.create({ data: newDataKey(keys, id, "ACCOUNT"), select: { id: true } });
  const account = await tx.user.findUniqueOrThrow({
    where: { email },
    select: { id: true, role: true, status: true, passwordHash: true },
  });
  if (account.role !== role || account.status !== "ACTIVE" || account.passwordHash !== null)
    throw new AddressTaken(email);
  await retireLinkTokens(tx, account.id, "ENROL_STAFF");
  const linkId = ids.uuid();
  const link = { id: linkId, userId: account.id, purpose: "ENROL_STAFF" } as const;
  return { userId: account.id, linkId, token: await createLinkToken(tx, linkSecret, link) };
}
