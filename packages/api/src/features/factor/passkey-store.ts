import type { PrismaTransaction } from "@amrutam/db/client";
import type { passkey } from "@amrutam/domain/factor/schema";
import type * as z from "zod";
import { iso, isoOrNull } from "../../wire";

export type Passkey = z.output<typeof passkey>;
const COLUMNS = { id: true, name: true, isSynced: true, createdAt: true, lastUsedAt: true } as const;
type Row = Omit<Passkey, "createdAt" | "lastUsedAt"> & { createdAt: Date; lastUsedAt: Date | null };

const toPasskey = (row: Row): Passkey => ({
  ...row,
  createdAt: iso(row.createdAt),
  lastUsedAt: isoOrNull(row.lastUsedAt),
});

/** The account's passkeys, the oldest first. */
export async function findPasskeys(tx: PrismaTransaction, userId: string): Promise<Passkey[]> {
  const rows = await tx.passkey.findMany({ where: { userId }, select: COLUMNS, orderBy: { id: "asc" } });
  return rows.map(toPasskey);
}

/** One of the account's own, or null. */
export async function findPasskey(
  tx: PrismaTransaction,
  userId: string,
  id: string,
): Promise<Passkey | null> {
  const row = await tx.passkey.findFirst({ where: { userId, id }, select: COLUMNS });
  return row && toPasskey(row);
}
