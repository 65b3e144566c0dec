import { refreshStaleNextOpen, rollHorizon } from "@amrutam/api/features/availability/public";
import type { WorkerDeps } from "../deps";
import { purgeExpired } from "../housekeeping/purge";

/** What happens by the clock rather than after an event. */
export const TIMED_TASKS = {
  refresh_next_open: ({ db }: WorkerDeps) => refreshStaleNextOpen(db),
  roll_horizon: async (deps: WorkerDeps) => {
    const { doctors, added, failed } = await rollHorizon(deps, 100, (soFar) =>
      deps.log.info({ job: "roll_horizon", count: soFar.doctors }, "doctors rolled so far"),
    );
    deps.log.info({ job: "roll_horizon", count: added }, "slots reach to the horizon");
    if (failed.length > 0) throw new Error(`${failed.length} of ${doctors + failed.length} doctors failed`);
  },
  purge_expired: async (deps: WorkerDeps) => {
    const deleted = await purgeExpired(deps.db);
    const count = [...deleted.values()].reduce((sum, rows) => sum + rows, 0);
    deps.log.info({ job: "purge_expired", count }, "expired rows are gone");
  },
} as const satisfies Record<string, (deps: WorkerDeps) => Promise<void>>;

/** UTC. Of several workers one adds each job; `fill` makes up for the time none was there. */
export const CRONTAB = `
* * * * * refresh_next_open ?max=3
7 * * * * purge_expired ?fill=1h&max=5&queue=housekeeping
40 18 * * * roll_horizon ?fill=1d&max=5&queue=housekeeping
`;

/** Once at start: a platform that was off for days has slots again at once. */
export const AT_START =
  "SELECT graphile_worker.add_job('roll_horizon', '{}', queue_name => 'housekeeping', job_key => 'roll_horizon:start')";
