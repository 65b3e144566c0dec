import type { Actor } from "@amrutam/domain/actor";
import type { listNotificationsInput, NotificationItem } from "@amrutam/domain/notification/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { keysetOf, pageOf } from "../../keyset";
import { iso } from "../../wire";
import { ownInbox } from "./scope";
import { type NotificationRow, readInbox } from "./store";

const itemOf = (row: NotificationRow): NotificationItem => ({
  id: row.id,
  kind: row.kind,
  createdAt: iso(row.createdAt),
  isRead: row.readAt !== null,
  visit:
    row.visitId && row.startsAt && row.status
      ? {
          id: row.visitId,
          startsAt: iso(row.startsAt),
          status: row.status,
          doctorName: row.doctorName,
          dependantName: row.dependantName,
          cancelledBy: row.cancelledBy,
          missedBy: row.missedBy,
        }
      : null,
  minutes: row.minutes,
});

/** The caller's inbox, newest first, with each visit as it stands now. */
export async function listNotifications(
  { deps, actor }: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  input: z.output<typeof listNotificationsInput>,
): Promise<Result<{ items: NotificationItem[]; nextCursor: string | null }>> {
  const after = keysetOf(input.cursor);
  if (!after.ok) return after;
  const found = await readInbox(deps.db.query, ownInbox(actor), after.value, input.limit + 1);
  const { rows, nextCursor } = pageOf(found, input.limit, (row) => row.createdAt);
  return ok({ items: rows.map(itemOf), nextCursor });
}
