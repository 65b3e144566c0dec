import type { LoginRole } from "@amrutam/db/role-names";
import type { TestCluster } from "./env";

/** The same connection to another database of the server. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Connection string of one of the platform's roles on the test cluster. */
export function roleUrl(
  cluster: Pick<TestCluster, "port" | "passwords">,
  role: LoginRole,
  database: string,
): string {
  return `postgresql://${role}:${cluster.passwords[role]}@127.0.0.1:${cluster.port}/${database}`;
}
