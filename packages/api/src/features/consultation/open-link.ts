import { answerableFor, refundFor } from "@amrutam/domain/consultation/refund";
import type { LinkedVisit, visitLinkInput } from "@amrutam/domain/consultation/schema";
import { decideTransition } from "@amrutam/domain/consultation/transitions";
import type { Currency } from "@amrutam/domain/money/currencies";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { findFullDayTimes } from "./full-day-times";
import { doerOf, findVisitLink, isLinkOpen } from "./link-store";
import { lockVisit } from "./locked-visit";
import { movableUntil } from "./movable-until";
import { consultationsOfPatient } from "./scope";
import { visitFactsOf } from "./visit-facts";

/** What a link from the mail is about. Looking doesn't use it up. */
export async function openLink(
  { deps, requestId }: Context,
  { token }: z.infer<typeof visitLinkInput>,
): Promise<Result<LinkedVisit>> {
  const link = await findVisitLink(deps, token);
  if (!link) return refuse("consultation.link_invalid");
  const scope = consultationsOfPatient(link.patientId);
  const opened = await inTransaction(deps, async (tx): Promise<Result<Omit<LinkedVisit, "fullDayTimes">>> => {
    const visit = await lockVisit(tx, scope, link.consultationId);
    if (!visit || !(await isLinkOpen(tx, link))) return refuse("consultation.link_invalid");
    const { mode, patientMoves, doctor, payment } = await tx.consultation.findUniqueOrThrow({
      where: { id: visit.id },
      select: {
        mode: true,
        patientMoves: true,
        doctor: { select: { id: true, displayName: true, timezone: true } },
        payment: { select: { status: true, amountMinor: true, currency: true } },
      },
    });
    const facts = visitFactsOf(visit);
    const now = fromEpochMs(visit.now.getTime());
    const isPaid = payment?.status === "SUCCEEDED";
    const paid = {
      minor: isPaid ? Number(payment.amountMinor) : 0,
      currency: (payment?.currency ?? "INR") as Currency,
    };
    await audit(tx, doerOf(link, requestId), {
      action: "consultation.open_link",
      entityId: visit.id,
      patientId: visit.patient_id,
    });
    return ok({
      purpose: link.purpose,
      startsAt: iso(visit.starts_at),
      endsAt: iso(visit.ends_at),
      mode,
      doctor: { id: doctor.id, fullName: doctor.displayName, timezone: doctor.timezone },
      isPaid,
      refundIfCancelledNow: decideTransition(facts, "cancel", "PATIENT", now).ok
        ? refundFor(paid, facts.startsAt, answerableFor("PATIENT", visit.moved_by), now)
        : null,
      movableUntil: movableUntil({ ...facts, patientMoves }, "PATIENT", now),
    });
  });
  if (!opened.ok) return opened;
  const { purpose, movableUntil: until } = opened.value;
  const hasFullDay = purpose === "CHANGE" && until !== null;
  const fullDayTimes = hasFullDay ? await findFullDayTimes(deps, scope, link.consultationId) : [];
  return ok({ ...opened.value, fullDayTimes });
}
