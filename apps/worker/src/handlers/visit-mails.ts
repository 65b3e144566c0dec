import { money } from "@amrutam/domain/money/money";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post } from "./post";
import { type Visit, visitOf } from "./visit-of";

/** On the clock of whoever reads it. */
const timeFor = (visit: Visit, reader: Visit["patient"]) => ({
  name: reader.fullName,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  zone: reader.timezone,
});

/** Cancelled in the meantime: nobody is told of a visit that won't be. */
const standing = async (deps: WorkerDeps, event: OutboxEvent) => {
  const visit = await visitOf(deps.db.query, event.aggregateId);
  return visit && ["CONFIRMED", "IN_PROGRESS"].includes(visit.status) ? visit : undefined;
};

/** Only visits that were told of need a cancellation: an unpaid hold that its patient dropped was nobody's business. */
const cancelled = async (deps: WorkerDeps, event: OutboxEvent) => {
  const visit = await visitOf(deps.db.query, event.aggregateId);
  return visit?.wasConfirmed && visit.cancelledBy ? { visit, by: visit.cancelledBy } : undefined;
};

export async function mailConfirmedToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const visit = await standing(deps, event);
  if (!visit) return;
  await post(deps, event, visit.patient, "booking-confirmed", {
    ...timeFor(visit, visit.patient),
    doctor: visit.doctor,
    mode: visit.mode,
    fee: money(visit.feeMinor, visit.currency),
    url: deps.links.visit(visit.id),
  });
}

export async function mailConfirmedToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const visit = await standing(deps, event);
  if (!visit) return;
  await post(deps, event, visit.doctor, "booking-confirmed-doctor", {
    ...timeFor(visit, visit.doctor),
    mode: visit.mode,
    url: deps.links.doctorVisit(visit.id),
  });
}

export async function mailCancelledToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await cancelled(deps, event);
  if (!found) return;
  const { visit, by } = found;
  await post(deps, event, visit.patient, "booking-cancelled", {
    ...timeFor(visit, visit.patient),
    doctor: visit.doctor,
    by,
    refund: visit.refundedMinor === null ? null : money(visit.refundedMinor, visit.currency),
    url: deps.links.findDoctor(),
  });
}

export async function mailCancelledToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await cancelled(deps, event);
  if (!found) return;
  const { visit, by } = found;
  await post(deps, event, visit.doctor, "booking-cancelled-doctor", {
    ...timeFor(visit, visit.doctor),
    by,
    url: deps.links.doctorDay(),
  });
}
