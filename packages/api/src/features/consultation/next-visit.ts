import type { Actor } from "@amrutam/domain/actor";
import type { NextVisit } from "@amrutam/domain/consultation/schema";
import { ok, type Result } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { ActorContext } from "../../context";
import { consultationItemOf } from "./consultation-item";
import { movableUntil } from "./movable-until";
import { findNext } from "./next-store";
import { refundNow } from "./refund-now";
import { ownConsultations } from "./scope";
import { visitFactsOf } from "./visit-facts";

/** The visit a patient waits for, with what can be done about it. Holds nothing clinical, so it is no access to a record. */
export async function nextVisit({
  deps,
  actor,
}: ActorContext<Actor<"PATIENT">>): Promise<Result<{ visit: NextVisit | null }>> {
  const row = await findNext(deps, ownConsultations(actor));
  if (!row) return ok({ visit: null });
  const facts = { ...visitFactsOf(row), patientMoves: row.patient_moves };
  return ok({
    visit: {
      ...consultationItemOf(row),
      isPaid: row.payment_status === "SUCCEEDED",
      refundIfCancelledNow: refundNow(row, actor.role),
      movableUntil: movableUntil(facts, actor.role, fromEpochMs(row.now.getTime())),
    },
  });
}
