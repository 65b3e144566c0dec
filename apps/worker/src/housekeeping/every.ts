import { errorFacts } from "@amrutam/api/http/process-log";
import type { Logger } from "pino";

export type Loop = Readonly<{
  /** Lets the round under way end, and starts no other. */ stop(): Promise<void>;
}>;

/**
 * Runs `work` again and again, each round `pauseMs` after the last one's end. A round that fails is logged; the next
 * one comes all the same, after a pause that grows to half a minute while failures go on.
 * @param work returns true when there is more to do at once
 */
export function every(name: string, pauseMs: number, log: Logger, work: () => Promise<boolean>): Loop {
  let isStopped = false;
  let wake = () => {};
  let failures = 0;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const round = async () => {
    try {
      const hasMore = await work();
      failures = 0;
      return hasMore ? 0 : pauseMs;
    } catch (error) {
      failures += 1;
      log.error({ job: name, attempt: failures, err: errorFacts(error) }, "a round failed");
      return Math.min(pauseMs * 2 ** Math.min(failures, 10), 30_000);
    }
  };
  const running = (async () => {
    while (!isStopped) {
      const ms = await round();
      if (!isStopped) await pause(ms);
    }
  })();
  return {
    async stop() {
      isStopped = true;
      wake();
      await running;
    },
  };
}
