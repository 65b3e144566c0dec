import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result } from "@amrutam/domain/result";
import type { WaitlistItem } from "@amrutam/domain/waitlist/schema";
import type { ActorContext } from "../../context";
import { iso } from "../../wire";
import { ownWaiting } from "./scope";
import { readWaiting, type WaitingRow } from "./store";

const offerOf = (row: WaitingRow, secret: string): WaitlistItem["offer"] =>
  row.offerId && row.startsAt && row.expiresAt
    ? {
        startsAt: iso(row.startsAt),
        expiresAt: iso(row.expiresAt),
        doctorName: row.offeredBy ?? "",
        path: `/waitlist-offer#token=${offerTokenOf(secret, row.offerId)}`,
      }
    : null;

/** The queues the caller waits in, those with an open offer first. */
export async function listWaiting({
  deps,
  actor,
  requestId,
}: ActorContext<Actor<"PATIENT">>): Promise<Result<{ items: WaitlistItem[] }>> {
  const rows = await readWaiting(deps.db.query, ownWaiting(actor), requestId);
  const items = rows.map((row) => ({
    id: row.id,
    doctor: row.doctorId && row.doctorName ? { id: row.doctorId, fullName: row.doctorName } : null,
    specialization: row.specialization,
    dependantName: row.dependantName,
    from: iso(row.from),
    to: iso(row.to),
    mode: row.mode,
    offer: offerOf(row, deps.secrets.links),
  }));
  return ok({ items });
}
