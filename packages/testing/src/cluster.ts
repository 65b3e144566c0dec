import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@amrutam/db/embedded/start";
import { loadOrCreateRolePasswords } from "@amrutam/db/role-passwords";
import { publishedTestCluster, type TestCluster } from "./env";
import { ensureTemplate } from "./template";

/** The tests' own cluster, away from the one that `npm start` uses. */
export const TEST_DATA_DIR = resolve(fileURLToPath(import.meta.url), "../../../../.data/test");

let server: Promise<EmbeddedPostgres> | undefined;
let cluster: Promise<TestCluster> | undefined;

/**
 * The test cluster with its template: the one vitest's global setup published, else joined by this process, which
 * then has to call {@link leaveTestCluster} at its end.
 */
export function testCluster(): Promise<TestCluster> {
  cluster ??= Promise.resolve(publishedTestCluster() ?? joinTestCluster());
  return cluster;
}

/** Joins the test cluster, starting it when nobody has, and sees to the template. */
export async function joinTestCluster(): Promise<TestCluster> {
  server ??= startEmbeddedPostgres({ dataDir: TEST_DATA_DIR, isDisposable: true });
  const { port, superuserUrl } = await server;
  const passwords = await loadOrCreateRolePasswords(resolve(TEST_DATA_DIR, "keys"));
  const address = { port, superuserUrl: superuserUrl(), passwords };
  const template = await ensureTemplate(address, resolve(TEST_DATA_DIR, "template.lock"));
  return { ...address, template };
}

/** Leaves the cluster; the last process to leave shuts it down. */
export async function leaveTestCluster(): Promise<void> {
  const joined = await server;
  server = undefined;
  cluster = undefined;
  await joined?.stop();
}
