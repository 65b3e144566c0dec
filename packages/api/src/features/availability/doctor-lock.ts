import type { PrismaTransaction } from "@amrutam/db/client";

/** Until the transaction ends nobody else changes this doctor's hours or slots, or books with them; `lock_pair` takes the same one. */
export const lockDoctor = (tx: PrismaTransaction, doctorId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('doctor:' || ${doctorId}::uuid, 0))`;
