import type { Database } from "@amrutam/db/client";

const BATCH = 500;

/** Frees the slots of holds whose time is up, by the database's clock. Any number of workers may do so at once. */
export async function expireHolds({ query }: Pick<Database, "query">): Promise<number> {
  let total = 0;
  for (let count = BATCH; count === BATCH; total += count) {
    const [row] = await query<{ count: number }>("holds.expire", "SELECT expire_holds($1) AS count", [BATCH]);
    count = row?.count ?? 0;
  }
  return total;
}
