import { registry } from "@amrutam/api/metrics";
import { Counter, Gauge, Histogram } from "prom-client";

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

/** Asks for the lag whenever the metrics are read. @param read seconds; a failure shows as NaN */
export function publishOutboxLag(read: () => Promise<number>): void {
  new Gauge({
    name: "outbox_lag_seconds",
    help: "Age of the oldest due outbox event that is not a job yet",
    registers: [registry],
    async collect() {
      this.set(await read().catch(() => Number.NaN));
    },
  });
}
