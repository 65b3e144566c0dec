import { money } from "@amrutam/domain/money/money";
import type { Audience } from "@amrutam/domain/notification/kinds";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { postVisit } from "./post-visit";
import { changeLinksOf, freeInsteadOf } from "./visit-links";
import { isToldOfCancelling, type Visit, visitOf } from "./visit-of";

/** On the clock of whoever reads it. */
export const timeFor = (visit: Visit, reader: Visit["patient"]) => ({
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

const cancelled = async (deps: WorkerDeps, event: OutboxEvent, audience: Audience) => {
  const visit = await visitOf(deps.db.query, event.aggregateId);
  return visit?.cancelledBy && isToldOfCancelling(visit, audience)
    ? { visit, by: visit.cancelledBy }
    : undefined;
};

export async function mailConfirmedToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const visit = await standing(deps, event);
  if (!visit) return;
  await postVisit(deps, event, [visit, "PATIENT"], "booking-confirmed", {
    ...timeFor(visit, visit.patient),
    whom: visit.dependantName,
    doctor: visit.doctor,
    mode: visit.mode,
    fee: money(visit.feeMinor, visit.currency),
    url: deps.links.visit(visit.id),
    ...(await changeLinksOf(deps, visit.id)),
  });
}

export async function mailConfirmedToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const visit = await standing(deps, event);
  if (!visit) return;
  await postVisit(deps, event, [visit, "DOCTOR"], "booking-confirmed-doctor", {
    ...timeFor(visit, visit.doctor),
    mode: visit.mode,
    url: deps.links.doctorVisit(visit.id),
  });
}

/** Moved again, or ended, in the meantime: the later event tells of what is true then. */
const moved = async (deps: WorkerDeps, event: OutboxEvent) => {
  const visit = await standing(deps, event);
  return visit?.movedBy && visit.movedFrom
    ? { visit, by: visit.movedBy, before: visit.movedFrom }
    : undefined;
};

export async function mailMovedToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await moved(deps, event);
  if (!found) return;
  const { visit, by, before } = found;
  await postVisit(deps, event, [visit, "PATIENT"], "booking-moved", {
    ...timeFor(visit, visit.patient),
    whom: visit.dependantName,
    doctor: visit.doctor,
    mode: visit.mode,
    by,
    before,
    url: deps.links.visit(visit.id),
    ...(await changeLinksOf(deps, visit.id)),
  });
}

export async function mailMovedToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await moved(deps, event);
  if (!found) return;
  const { visit, by, before } = found;
  await postVisit(deps, event, [visit, "DOCTOR"], "booking-moved-doctor", {
    ...timeFor(visit, visit.doctor),
    mode: visit.mode,
    by,
    before,
    url: deps.links.doctorVisit(visit.id),
  });
}

export async function mailCancelledToPatient(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await cancelled(deps, event, "PATIENT");
  if (!found) return;
  const { visit, by } = found;
  await postVisit(deps, event, [visit, "PATIENT"], "booking-cancelled", {
    ...timeFor(visit, visit.patient),
    whom: visit.dependantName,
    doctor: visit.doctor,
    by,
    refund: visit.refundedMinor === null ? null : money(visit.refundedMinor, visit.currency),
    reason: visit.cancelReason,
    // Whoever cancelled on their own looks for another time when they want one.
    alternatives: by === "PATIENT" ? [] : await freeInsteadOf(deps, visit.id),
    url: deps.links.findDoctor(),
  });
}

export async function mailCancelledToDoctor(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const found = await cancelled(deps, event, "DOCTOR");
  if (!found) return;
  const { visit, by } = found;
  await postVisit(deps, event, [visit, "DOCTOR"], "booking-cancelled-doctor", {
    ...timeFor(visit, visit.doctor),
    by,
    url: deps.links.doctorDay(),
  });
}
