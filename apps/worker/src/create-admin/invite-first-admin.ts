import { inviteStaff } from "@amrutam/auth/invite-staff";
import type { Database } from "@amrutam/db/client";
import type { Ids } from "@amrutam/ports/ids";
import type { Keys } from "@amrutam/ports/keys";

type Means = Readonly<{ db: Database; keys: Keys; ids: Ids; linkSecret: string; adminOrigin: URL }>;

/**
 * Opens an admin's account, or finds the one that still waits, and makes the link by which its owner chooses a password.
 * @param email in lower case
 * @returns a one-time address on the console's origin, good for 72 hours; earlier ones stop working
 * @throws AddressTaken when the account is somebody else's, or in use already
 */
export async function inviteFirstAdmin(
  { db, keys, ids, linkSecret, adminOrigin }: Means,
  email: string,
): Promise<URL> {
  const { token } = await db.prisma.$transaction(async (tx) => {
    const invitation = { email, fullName: email.split("@")[0] ?? email, role: "ADMIN" } as const;
    const made = await inviteStaff(tx, { keys, ids, linkSecret }, invitation);
    const event = { actorRole: "SYSTEM", action: "user.invite", entityType: "user", entityId: made.userId };
    await tx.auditEvent.create({ data: event, select: { id: true } });
    return made;
  });
  const link = new URL("/enrol", adminOrigin);
  // Behind the hash it stays with its reader: no server or proxy on the way logs it.
  link.hash = `token=${token}`;
  return link;
}
