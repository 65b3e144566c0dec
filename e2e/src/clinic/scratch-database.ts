import { leaveTestCluster } from "@amrutam/testing/cluster";
import { testDatabase } from "@amrutam/testing/database";
import pg from "pg";

/** Runs work on a migrated database that nobody else uses, and removes it. */
export async function withScratchDatabase(
  work: (pool: pg.Pool, url: string) => Promise<void>,
): Promise<void> {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.superuserUrl, max: 40 });
  try {
    await work(pool, database.superuserUrl);
  } finally {
    await pool.end();
    await database.drop();
    await leaveTestCluster();
  }
}
