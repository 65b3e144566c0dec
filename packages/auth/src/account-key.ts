import type { PrismaTransaction } from "@amrutam/db/client";
import { type FieldCipher, openKey } from "@amrutam/db/phi/vault";
import type { Keys } from "@amrutam/ports/keys";

/**
 * Opens a user's ACCOUNT data key, made at sign-up.
 * @throws Error when the account has none; KeyDestroyed after an erasure
 */
export async function openAccountKey(
  tx: PrismaTransaction,
  keys: Keys,
  userId: string,
): Promise<FieldCipher> {
  const wrapped = await tx.dataKey.findUniqueOrThrow({
    where: { userId_retentionClass: { userId, retentionClass: "ACCOUNT" } },
    select: { wrappedKey: true, masterVersion: true },
  });
  return openKey(keys, wrapped);
}
