import type { Actor } from "@amrutam/domain/actor";
import type { ConsultationItem, listConsultationsInput } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { decodeCursor, encodeCursor, iso } from "../../wire";
import { consultationItemOf } from "./consultation-item";
import { listItems } from "./list-store";
import { ownConsultations } from "./scope";

type Page = { items: ConsultationItem[]; nextCursor: string | null };

const isInstant = (value: unknown): value is string =>
  typeof value === "string" && !Number.isNaN(Date.parse(value));
const isUuid = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f-]{36}$/i.test(value);

/** Own visits by start. Holds nothing clinical, so reading it is not an access to a record. */
export async function listConsultations(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  input: z.infer<typeof listConsultationsInput>,
): Promise<Result<Page>> {
  const cursor = input.cursor === undefined ? undefined : decodeCursor(input.cursor, 2);
  if (cursor === null) return refuse("input.invalid");
  const [startsAt, id] = cursor ?? [];
  if (cursor && !(isInstant(startsAt) && isUuid(id))) return refuse("input.invalid");
  const rows = await listItems(ctx.deps, {
    scope: ownConsultations(ctx.actor),
    order: input.order,
    status: input.status,
    from: input.from,
    to: input.to,
    after: isInstant(startsAt) && isUuid(id) ? [startsAt, id] : undefined,
    take: input.limit + 1,
  });
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > input.limit && last ? encodeCursor([iso(last.starts_at), last.id]) : null;
  return ok({ items: shown.map(consultationItemOf), nextCursor });
}
