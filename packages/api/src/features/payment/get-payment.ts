import type { Actor } from "@amrutam/domain/actor";
import type { getPaymentInput, paymentDetail } from "@amrutam/domain/payment/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { isoOrNull } from "../../wire";
import { ownConsultations } from "../consultation/public";
import { findPayment } from "./store";

/** What became of the money of an own visit; `not_found` for a free one. */
export async function getPayment(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { consultationId }: z.infer<typeof getPaymentInput>,
): Promise<Result<z.infer<typeof paymentDetail>>> {
  const row = await findPayment(ctx.deps, ownConsultations(ctx.actor), consultationId);
  if (!row) return refuse("not_found");
  return ok({
    id: row.id,
    consultationId: row.consultation_id,
    status: row.status,
    provider: row.provider,
    amount: { minor: row.amount_minor, currency: row.currency },
    refunded: { minor: row.refunded_minor, currency: row.currency },
    capturedAt: isoOrNull(row.captured_at),
  });
}
