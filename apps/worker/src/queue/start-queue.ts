import { EventEmitter } from "node:events";
import { errorFacts } from "@amrutam/api/http/process-log";
import { Logger as QueueLogger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { WorkerDeps } from "../deps";
import { EVENT_TASKS } from "../handlers/event-tasks";
import { measureJob } from "../metrics";
import { deliverNotice, deliveryJob } from "../notices/deliver-notice";
import { outboxEvent } from "../outbox/event";
import { showPresence } from "./presence";
import { AT_START, CRONTAB, TIMED_TASKS } from "./timed-tasks";

type Options = Readonly<{
  /** For the connection that shows this worker's presence. */
  url: string;
  concurrency: number;
  /** Milliseconds; new jobs are announced anyway, this is for those due later. */
  pollInterval?: number;
}>;
export type Queue = Readonly<{
  /** Ends when the queue does; rejects when it ended by a fault. */
  ended: Promise<void>;
  /** Lets the jobs under way end. */
  stop(): Promise<void>;
}>;

/** Every job is measured, and logged when it fails; the queue then tries it again. */
function taskList(deps: WorkerDeps): TaskList {
  const tasks: TaskList = {};
  const add = (name: string, work: (payload: unknown) => Promise<void>) => {
    tasks[name] = (payload, { job }) =>
      measureJob(name, () => work(payload)).catch((error: unknown) => {
        const isLast = job.attempts >= job.max_attempts;
        const line = { job: name, attempt: job.attempts, err: errorFacts(error) };
        deps.log.error(line, isLast ? "a job failed for the last time and is given up" : "a job failed");
        throw error;
      });
  };
  for (const [name, handle] of Object.entries(EVENT_TASKS))
    add(name, (payload) => handle(deps, outboxEvent.parse(payload)));
  add("deliver_notice", (payload) => deliverNotice(deps, deliveryJob.parse(payload)));
  for (const [name, work] of Object.entries(TIMED_TASKS)) add(name, () => work(deps));
  return tasks;
}

/** Its own lines quote what jobs threw; ours say it without. */
const quietLogger = new QueueLogger(() => () => undefined);

/** Brings the queue's schema up to date and takes jobs. @throws what the database throws */
export async function startQueue(deps: WorkerDeps, options: Options): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  const presence = new Promise<ReturnType<typeof showPresence>>((resolve) => {
    events.once("pool:create", ({ workerPool }) => resolve(showPresence(options.url, workerPool.id)));
  });
  const runner = await run({
    pgPool: deps.db.pool,
    taskList: taskList(deps),
    crontab: CRONTAB,
    concurrency: options.concurrency,
    pollInterval: options.pollInterval ?? 1_000,
    noHandleSignals: true,
    logger: quietLogger,
    events,
  });
  const stop = async () => {
    await runner.stop();
    await (await presence).leave();
  };
  try {
    await deps.db.pool.query(AT_START);
  } catch (error) {
    // Whoever tries again starts a queue of its own: this one must not go on beside it.
    runner.promise.catch(() => undefined);
    await stop().catch(() => undefined);
    throw error;
  }
  return { ended: runner.promise, stop };
}
