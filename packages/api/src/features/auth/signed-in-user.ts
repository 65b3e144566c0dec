import type { PrismaTransaction } from "@amrutam/db/client";
import type { signedInUser } from "@amrutam/domain/auth/schema";
import { locale } from "@amrutam/domain/wire";
import type * as z from "zod";

export type SignedInUser = z.infer<typeof signedInUser>;

/** An account that is signing in: what screens are told, and whether it still may. */
export async function findAccount(
  tx: PrismaTransaction,
  userId: string,
): Promise<Readonly<{ user: SignedInUser; isActive: boolean }>> {
  const row = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  return {
    isActive: row.status === "ACTIVE",
    user: {
      id: row.id,
      email: row.email,
      fullName: row.fullName,
      role: row.role,
      emailVerified: row.emailVerifiedAt !== null,
      locale: locale.catch("en").parse(row.locale),
      timezone: row.timezone,
    },
  };
}
