import type { PrismaTransaction } from "@amrutam/db/client";

/**
 * Is this hash, which the typed password fitted a moment ago, still the account's? Holds it until the transaction ends:
 * a reset that comes meanwhile waits, and then ends what this sign-in has made.
 */
export async function holdPassword(tx: PrismaTransaction, userId: string, hash: string): Promise<boolean> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE id = ${userId}::uuid AND password_hash = ${hash} FOR SHARE`;
  return held.length > 0;
}
