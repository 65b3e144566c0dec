import type { Actor } from "@amrutam/domain/actor";
import type { ConsultationItem, listConsultationsInput } from "@amrutam/domain/consultation/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { keysetOf, pageOf } from "../../keyset";
import { consultationItemOf } from "./consultation-item";
import { listItems } from "./list-store";
import { ownConsultations } from "./scope";

type Page = { items: ConsultationItem[]; nextCursor: string | null };

/** Own visits by start. Holds nothing clinical, so reading it is not an access to a record. */
export async function listConsultations(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  input: z.infer<typeof listConsultationsInput>,
): Promise<Result<Page>> {
  const after = keysetOf(input.cursor);
  if (!after.ok) return after;
  const found = await listItems(ctx.deps, {
    scope: ownConsultations(ctx.actor),
    order: input.order,
    status: input.status,
    from: input.from,
    to: input.to,
    after: after.value,
    take: input.limit + 1,
  });
  const { rows, nextCursor } = pageOf(found, input.limit, (row) => row.starts_at);
  return ok({ items: rows.map(consultationItemOf), nextCursor });
}
