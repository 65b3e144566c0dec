import { joinTestCluster, leaveTestCluster } from "./cluster";
import { publishTestCluster } from "./env";
import { sweepLeftovers } from "./leftovers";

/** Vitest's global setup: the server and the migrated template stand before the first worker asks for a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await joinTestCluster();
  await sweepLeftovers(cluster.superuserUrl);
  publishTestCluster(cluster);
  return leaveTestCluster;
}
