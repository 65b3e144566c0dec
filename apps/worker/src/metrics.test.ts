import { registry } from "@amrutam/api/metrics";
import { expect, it } from "vitest";
import { publishOutboxLag, publishStuck } from "./metrics";
import type { Stuck } from "./queue/stuck";

it("tells what is stuck, by names of ours, and says so when it can't be told", async () => {
  let stuck: () => Promise<Stuck> = async () => ({
    deadJobs: { settle_refunds: 2, a_task_of_another_version: 1 },
    unroutableEvents: 3,
  });
  publishOutboxLag(() => Promise.reject(new Error("the database is away")));
  publishStuck(() => stuck());
  const text = await registry.metrics();
  expect(text).toContain('jobs_dead{task="settle_refunds"} 2');
  expect(text).toContain('jobs_dead{task="mail_verify_email"} 0');
  expect(text).toContain('jobs_dead{task="other"} 1');
  expect(text).not.toContain("another_version");
  expect(text).toContain("outbox_events_unroutable 3");
  expect(text).toContain("outbox_lag_seconds Nan");

  stuck = () => new Promise(() => undefined);
  const late = await registry.metrics();
  expect(late).toContain('jobs_dead{task="settle_refunds"} Nan');
  expect(late).toContain("outbox_events_unroutable Nan");
});
