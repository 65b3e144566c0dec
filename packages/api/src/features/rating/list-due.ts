import type { Actor } from "@amrutam/domain/actor";
import type { DueRatings } from "@amrutam/domain/rating/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { iso } from "../../wire";
import { findDue } from "./own-store";
import { ownRatings } from "./scope";

/** Visits the caller might say something about. */
export async function listDue(ctx: ActorContext<Actor<"PATIENT">>): Promise<Result<DueRatings>> {
  const rows = await findDue(ctx.deps.db.query, ownRatings(ctx.actor));
  const items = rows.map((row) => ({
    consultationId: row.consultationId,
    doctor: { id: row.doctorId, fullName: row.doctorName },
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    givableUntil: iso(row.givableUntil),
  }));
  return ok({ items });
}
