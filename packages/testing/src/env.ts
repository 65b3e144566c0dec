import { LOGIN_ROLES } from "@amrutam/db/role-names";
import { z } from "zod";

/** What a test needs to know of the cluster and its template. */
const testCluster = z.object({
  port: z.int(),
  /** Of the database `postgres`. */
  superuserUrl: z.string(),
  passwords: z.record(z.enum(LOGIN_ROLES), z.string()),
  /** The migrated database that tests copy. */
  template: z.string(),
});

export type TestCluster = z.infer<typeof testCluster>;

const VARIABLE = "AMRUTAM_TEST_CLUSTER";

/** Hands the cluster from vitest's main process to its workers, which inherit the environment. */
export function publishTestCluster(cluster: TestCluster): void {
  process.env[VARIABLE] = JSON.stringify(cluster);
}

/** The cluster published by the global setup; undefined where none ran. */
export function publishedTestCluster(): TestCluster | undefined {
  const text = process.env[VARIABLE];
  return text ? testCluster.parse(JSON.parse(text)) : undefined;
}
