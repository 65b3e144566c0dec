import type { PrismaTransaction } from "@amrutam/db/client";
import type { Deps } from "./deps";
import { sqlState } from "./errors";

const RETRYABLE = new Set(["40001", "40P01"]);
const ATTEMPTS = 3;

/** Serialization failures and deadlocks are the database asking for a second try; at most three in all. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? "")) throw error;
    }
  }
}

/** An interactive transaction, for what isn't hot. `run` may be called again and must not have effects elsewhere. */
export const inTransaction = <T>(
  deps: Pick<Deps, "db">,
  run: (tx: PrismaTransaction) => Promise<T>,
): Promise<T> => retrying(() => deps.db.prisma.$transaction(run, { maxWait: 3_000, timeout: 5_000 }));
