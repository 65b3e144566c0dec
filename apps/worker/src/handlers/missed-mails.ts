import { money } from "@amrutam/domain/money/money";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post } from "./post";
import { freeInsteadOf } from "./visit-links";
import { timeFor } from "./visit-mails";
import { visitOf } from "./visit-of";

/** Somebody was reported as absent, and that still stands. */
const missed = async (deps: WorkerDeps, event: OutboxEvent) => {
  const visit = await visitOf(deps.db.query, event.aggregateId);
  return visit?.status === "NO_SHOW" && visit.missedBy ? { visit, by: visit.missedBy } : undefined;
};

export async function mailMissedToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await missed(deps, event);
  if (!found) return;
  const { visit, by } = found;
  await post(deps, event, visit.patient, "visit-missed", {
    ...timeFor(visit, visit.patient),
    whom: visit.dependantName,
    doctor: visit.doctor,
    by,
    refund: visit.refundedMinor === null ? null : money(visit.refundedMinor, visit.currency),
    alternatives: by === "PATIENT" ? [] : await freeInsteadOf(deps, visit.id),
    url: deps.links.findDoctor(),
  });
}

export async function mailMissedToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await missed(deps, event);
  if (!found) return;
  const { visit, by } = found;
  await post(deps, event, visit.doctor, "visit-missed-doctor", {
    ...timeFor(visit, visit.doctor),
    by,
    url: deps.links.doctorVisit(visit.id),
  });
}
