import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { Party } from "@amrutam/domain/consultation/transitions";
import type { NoticeKind } from "@amrutam/domain/notification/kinds";
import type { QuietHours } from "@amrutam/domain/notification/quiet-hours";
import type { Wish } from "@amrutam/domain/notification/wishes";
import type { Keyset } from "../../keyset";
import type { InboxScope } from "./scope";

export type NotificationRow = Readonly<{
  id: string;
  kind: NoticeKind;
  createdAt: Date;
  readAt: Date | null;
  visitId: string | null;
  startsAt: Date | null;
  status: string | null;
  doctorName: string | null;
  dependantName: string | null;
  cancelledBy: Party | null;
  missedBy: Party | null;
  minutes: number | null;
}>;

/** A doctor's inbox names nobody: who is behind a visit is read, and noted, where the visit is opened. */
const LIST = `
SELECT n.id, n.kind, n.created_at AS "createdAt", n.read_at AS "readAt", c.id AS "visitId", c.starts_at AS "startsAt", c.status,
  CASE WHEN c.patient_id = n.user_id THEN du.full_name END AS "doctorName",
  CASE WHEN c.patient_id = n.user_id THEN dep.full_name END AS "dependantName",
  c.cancelled_by AS "cancelledBy", c.missed_by AS "missedBy", late.minutes
FROM notifications n
LEFT JOIN consultations c ON c.id = n.consultation_id
LEFT JOIN doctors d ON d.id = c.doctor_id
LEFT JOIN users du ON du.id = d.user_id
LEFT JOIN dependants dep ON dep.id = c.dependant_id
LEFT JOIN visit_delays late ON n.kind = 'RUNNING_LATE' AND late.id = n.subject_id
WHERE n.user_id = $1 AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2::timestamptz, $3::uuid))
ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;

export const readInbox = (query: Query, scope: InboxScope, after: Keyset | undefined, take: number) =>
  query<NotificationRow>("notification.list", LIST, [
    scope.userId,
    after?.[0] ?? null,
    after?.[1] ?? null,
    take,
  ]);

export async function countUnread(query: Query, scope: InboxScope): Promise<number> {
  const [row] = await query<{ count: number }>(
    "notification.unread",
    "SELECT count(*)::int AS count FROM notifications WHERE user_id = $1 AND read_at IS NULL",
    [scope.userId],
  );
  return row?.count ?? 0;
}

const MARK = `
WITH seen AS (
  UPDATE notifications SET read_at = now()
  WHERE user_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY ($2)) RETURNING 1)
SELECT count(*)::int AS count FROM seen`;

/** @param ids null: all @returns how many were unread until now */
export async function markSeen(
  query: Query,
  scope: InboxScope,
  ids: readonly string[] | null,
): Promise<number> {
  const [row] = await query<{ count: number }>("notification.mark", MARK, [scope.userId, ids]);
  return row?.count ?? 0;
}

export type SettingsRow = Readonly<{ quiet: QuietHours | null; wishes: readonly Wish[]; hasPhone: boolean }>;

const SETTINGS = `
SELECT (SELECT json_build_object('fromMin', q.from_min, 'toMin', q.to_min) FROM quiet_hours q WHERE q.user_id = u.id) AS quiet,
  (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'channel', p.channel, 'isOn', p.is_on)), '[]')
   FROM notice_preferences p WHERE p.user_id = u.id) AS wishes,
  u.phone_sealed IS NOT NULL AS "hasPhone"
FROM users u WHERE u.id = $1`;

export async function readSettings(query: Query, scope: InboxScope): Promise<SettingsRow> {
  const [row] = await query<SettingsRow>("notification.settings", SETTINGS, [scope.userId]);
  if (!row) throw new Error("the caller's own account is gone");
  return row;
}

/** @param quiet null: none */
export const keepQuietHours = (tx: PrismaTransaction, { userId }: InboxScope, quiet: QuietHours | null) =>
  quiet
    ? tx.quietHours.upsert({ where: { userId }, create: { userId, ...quiet }, update: quiet })
    : tx.quietHours.deleteMany({ where: { userId } });

export async function keepWishes(tx: PrismaTransaction, { userId }: InboxScope, wishes: readonly Wish[]) {
  for (const { kind, channel, isOn } of wishes)
    await tx.noticePreference.upsert({
      where: { userId_kind_channel: { userId, kind, channel } },
      create: { userId, kind, channel, isOn },
      update: { isOn },
    });
}
