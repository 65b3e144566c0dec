import { registry } from "@amrutam/api/metrics";
import { Counter, Gauge, Histogram } from "prom-client";
import { EVENT_TASKS } from "./handlers/event-tasks";
import type { Stuck } from "./queue/stuck";
import { TIMED_TASKS } from "./queue/timed-tasks";

/** Names of ours; whatever else stands in the queue is counted together. */
const TASKS: ReadonlySet<string> = new Set([...Object.keys(EVENT_TASKS), ...Object.keys(TIMED_TASKS)]);

const sum = (counts: Readonly<Record<string, number>>, isCounted: (name: string) => boolean): number =>
  Object.entries(counts).reduce((total, [name, count]) => total + (isCounted(name) ? count : 0), 0);

const jobs = new Counter({
  name: "jobs_total",
  help: "Runs of jobs by task and result",
  labelNames: ["task", "result"] as const,
  registers: [registry],
});
const durations = new Histogram({
  name: "job_duration_seconds",
  help: "Time a run of a job took",
  labelNames: ["task"] as const,
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60],
  registers: [registry],
});
export const eventsRelayed = new Counter({
  name: "outbox_events_relayed_total",
  help: "Outbox events turned into jobs",
  registers: [registry],
});
export const holdsExpired = new Counter({
  name: "holds_expired_total",
  help: "Holds whose time ran out unpaid",
  registers: [registry],
});

/** Counts how a run ended and how long it took. @throws what `work` throws */
export async function measureJob(task: string, work: () => Promise<void>): Promise<void> {
  const end = durations.startTimer({ task });
  try {
    await work();
    jobs.inc({ task, result: "ok" });
  } catch (error) {
    jobs.inc({ task, result: "failed" });
    throw error;
  } finally {
    end();
  }
}

/** Milliseconds; who collects metrics doesn't wait for a database that is away. */
const READ_MS = 2_000;

/** What `read` says, or undefined when it fails or takes too long. */
async function inTime<T>(read: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), READ_MS);
  });
  const value = await Promise.race([read().catch(() => undefined), late]);
  clearTimeout(timer);
  return value;
}

/** Asks for the lag whenever the metrics are read. @param read seconds; a failure shows as NaN */
export function publishOutboxLag(read: () => Promise<number>): void {
  new Gauge({
    name: "outbox_lag_seconds",
    help: "Age of the oldest due outbox event that is not a job yet",
    registers: [registry],
    async collect() {
      this.set((await inTime(read)) ?? Number.NaN);
    },
  });
}

/** Asks for what is stuck whenever the metrics are read; NaN when it can't be told. */
export function publishStuck(read: () => Promise<Stuck>): void {
  let asking: Promise<Stuck | undefined> | undefined;
  // Both gauges are collected at once: one question for the two.
  const ask = () => {
    asking ??= inTime(read).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  new Gauge({
    name: "jobs_dead",
    help: "Jobs given up after their last attempt; somebody has to look at them",
    labelNames: ["task"],
    registers: [registry],
    async collect() {
      const stuck = await ask();
      for (const task of TASKS) this.set({ task }, stuck ? (stuck.deadJobs[task] ?? 0) : Number.NaN);
      this.set({ task: "other" }, stuck ? sum(stuck.deadJobs, (task) => !TASKS.has(task)) : Number.NaN);
    },
  });
  new Gauge({
    name: "outbox_events_unroutable",
    help: "Outbox events of a kind that this version doesn't know",
    registers: [registry],
    async collect() {
      this.set((await ask())?.unroutableEvents ?? Number.NaN);
    },
  });
}
