import { setTimeout as delay } from "node:timers/promises";
import { errorFacts } from "@amrutam/api/http/process-log";
import type { WorkerDeps } from "./deps";
import { advanceWaitlist } from "./housekeeping/advance-waitlist";
import { every, type Loop } from "./housekeeping/every";
import { expireHolds } from "./housekeeping/expire-holds";
import { eventsRelayed, holdsExpired } from "./metrics";
import { remindOfVisits } from "./notices/remind";
import { relayOutbox } from "./outbox/relay";
import { releaseDeadWorkers } from "./queue/presence";
import { type Queue, startQueue } from "./queue/start-queue";

const RELAY_MS = 500;
const HOLDS_MS = 15_000;
const DEAD_MS = 5_000;
const WAITLIST_MS = 5_000;
const REMIND_MS = 15_000;
const RELAY_BATCH = 200;

type Options = Readonly<{
  url: string;
  concurrency: number;
  /** What makes going on senseless, e.g. the queue's end by a fault. */
  onFatal: (error: unknown) => void;
}>;
export type Worker = Readonly<{ isStarted(): boolean; stop(): Promise<void> }>;

/** Starts queue, relay and loops; while the database is away it waits for it. */
export function startWorker(deps: WorkerDeps, options: Options): Worker {
  const { db, log } = deps;
  let isStopping = false;
  let queue: Queue | undefined;
  const loops: Loop[] = [];

  const begin = async () => {
    while (!queue && !isStopping) {
      try {
        queue = await startQueue(deps, options);
      } catch (error) {
        log.warn({ err: errorFacts(error) }, "the queue can't start yet");
        await delay(1_000);
      }
    }
    if (!queue || isStopping) return;
    queue.ended.then(
      () => isStopping || options.onFatal(new Error("the queue ended by itself")),
      (error: unknown) => isStopping || options.onFatal(error),
    );
    loops.push(
      every("relay", RELAY_MS, log, async () => {
        const { taken, unknownKinds } = await relayOutbox(db, RELAY_BATCH);
        eventsRelayed.inc(taken);
        for (const event of unknownKinds) log.error({ event }, "no route for this kind of event");
        return taken === RELAY_BATCH;
      }),
      every("expire_holds", HOLDS_MS, log, async () => {
        holdsExpired.inc(await expireHolds(db));
        return false;
      }),
      every("advance_waitlist", WAITLIST_MS, log, async () => {
        await advanceWaitlist(db);
        return false;
      }),
      every("remind_of_visits", REMIND_MS, log, async () => {
        await remindOfVisits(db);
        return false;
      }),
      every("release_dead_workers", DEAD_MS, log, async () => {
        const count = await releaseDeadWorkers(db.pool);
        if (count > 0) log.warn({ count }, "jobs of dead workers are free again");
        return false;
      }),
    );
    log.info("jobs are taken");
  };
  const begun = begin();
  return {
    isStarted: () => loops.length > 0,
    async stop() {
      isStopping = true;
      await begun;
      await Promise.all(loops.map((loop) => loop.stop()));
      await queue?.stop();
    },
  };
}
