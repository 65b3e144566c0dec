import type { PrismaTransaction } from "@amrutam/db/client";

/** Takes everything from an account that it could show besides its password. The caller ends its sessions. */
export async function dropFactors(tx: PrismaTransaction, userId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { userId } });
  await tx.totpFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.rememberedDevice.deleteMany({ where: { userId } });
  await tx.$executeRaw`UPDATE users SET email_code_at = NULL, updated_at = now() WHERE id = ${userId}::uuid`;
}
