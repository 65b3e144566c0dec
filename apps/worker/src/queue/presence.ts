import pg from "pg";

/** A lock of this process's session, named by its pool of jobs: as long as it is held, the process is alive. */
const LOCK_KEY = "hashtextextended('graphile_worker pool ' || $1::text, 0)";

export type Presence = Readonly<{ leave(): Promise<void> }>;

/**
 * Shows the other workers that this one lives. Its connection is its own and closes with the process, however that
 * ends; when the connection breaks first, another takes its place.
 */
export function showPresence(url: string, poolId: string): Presence {
  let isLeaving = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const hold = async () => {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "amrutam-worker-presence",
      keepAlive: true,
    });
    client = mine;
    let isLost = false;
    const lost = () => {
      if (isLost) return;
      isLost = true;
      void mine.end().catch(() => undefined);
      if (!isLeaving) retry = setTimeout(() => void hold(), 1_000);
    };
    mine.on("error", lost);
    mine.on("end", lost);
    try {
      await mine.connect();
      await mine.query(`SELECT pg_advisory_lock(${LOCK_KEY})`, [poolId]);
    } catch {
      lost();
    }
  };
  const first = hold();
  return {
    async leave() {
      isLeaving = true;
      clearTimeout(retry);
      await first;
      await client?.end().catch(() => undefined);
    },
  };
}

/** A pool that took its first job shows its presence within this many seconds. */
const GRACE_S = 10;

const RELEASE = `
WITH dead AS MATERIALIZED (
  SELECT locked_by FROM (
    SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_at < now() - make_interval(secs => $1)
  ) held
  WHERE pg_try_advisory_xact_lock(${LOCK_KEY.replace("$1::text", "locked_by")}))
SELECT count(*)::int AS count, graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`;

/**
 * Frees the jobs of workers that died: graphile-worker alone would leave them locked for four hours.
 * @returns dead workers found
 */
export async function releaseDeadWorkers(pool: pg.Pool, graceS = GRACE_S): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(RELEASE, [graceS]);
  return rows[0]?.count ?? 0;
}
