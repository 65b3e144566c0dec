import type { PrismaTransaction } from "@amrutam/db/client";

/**
 * Has the owner told that somebody signed in where nobody did before. The very first session of an account is no news:
 * whoever opened the account opened it.
 */
export const noticeNewDevice = (tx: PrismaTransaction, userId: string, sessionId: string) =>
  tx.$executeRaw`
    INSERT INTO outbox_events (kind, aggregate_id)
    SELECT 'auth.new_device', ${sessionId}::uuid
    WHERE EXISTS (SELECT FROM sessions WHERE user_id = ${userId}::uuid AND id <> ${sessionId}::uuid)`;
