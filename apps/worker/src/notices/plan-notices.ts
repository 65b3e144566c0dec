import { AUDIENCES, type Audience, NOTICES, type NoticeKind } from "@amrutam/domain/notification/kinds";
import { sendableAt } from "@amrutam/domain/notification/quiet-hours";
import { channelsFor } from "@amrutam/domain/notification/wishes";
import { fromEpochMs, parseInstant, plusMin } from "@amrutam/domain/time/instant";
import type { WorkerDeps } from "../deps";
import { isToldOfCancelling } from "../handlers/visit-of";
import type { OutboxEvent } from "../outbox/event";
import { NOTICE_EVENTS } from "./notice-events";
import { type NoticeFacts, noticeFacts } from "./notice-facts";
import { wishesOf } from "./wishes-of";

/** Held back no longer than this before a visit: later it would be of no use. */
const USEFUL_BEFORE_MIN = 120;

/** What is asked afterwards is of use in the morning too. */
const isAhead = (kind: NoticeKind) => kind !== "HOW_WAS_IT";

// Inbox, deliveries and their jobs are one statement: whoever dies in its middle has done nothing, whoever does it again
// finds everything there.
const PLAN = `
WITH planned AS (
  SELECT * FROM json_to_recordset($1::json) AS p (event_id uuid, user_id uuid, channel "NoticeChannel", kind "NoticeKind",
    audience "Party", subject_id uuid, consultation_id uuid, due_at timestamptz)),
shown AS (
  INSERT INTO notifications (event_id, user_id, kind, subject_id, consultation_id)
  SELECT event_id, user_id, kind, subject_id, consultation_id FROM planned WHERE channel = 'IN_APP'
  ON CONFLICT DO NOTHING),
due AS (
  INSERT INTO deliveries (event_id, user_id, channel, kind, audience, subject_id, due_at)
  SELECT event_id, user_id, channel, kind, audience, subject_id, due_at FROM planned WHERE channel <> 'IN_APP'
  ON CONFLICT DO NOTHING
  RETURNING id, due_at)
SELECT graphile_worker.add_job('deliver_notice', json_build_object('deliveryId', id), run_at => due_at,
  job_key => 'deliver_notice:' || id, max_attempts => 12) FROM due`;

async function planFor(
  deps: WorkerDeps,
  kind: NoticeKind,
  audience: Audience,
  { about, visit }: NoticeFacts,
) {
  const rule = NOTICES[kind][audience];
  const isConcerned = kind !== "CANCELLED" || (visit !== null && isToldOfCancelling(visit, audience));
  if (!rule || !isConcerned) return { userId: "", channels: [], dueAt: "" };
  const reader = audience === "PATIENT" ? about.patient : about.doctor;
  const { quiet, wishes, nowMs } = await wishesOf(deps.db.query, reader.userId);
  const startsAt = parseInstant(about.startsAt);
  const useful = startsAt && isAhead(kind) ? plusMin(startsAt, -USEFUL_BEFORE_MIN) : null;
  const now = fromEpochMs(nowMs);
  const dueAt = rule.isUrgent ? now : sendableAt(now, quiet, reader.timezone, useful);
  return { userId: reader.userId, channels: channelsFor(kind, audience, wishes), dueAt: dueAt.toString() };
}

/** Decides who is told of an event, where and when: the inbox at once, the rest when quiet hours are over. */
export async function planNotices(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const kind = NOTICE_EVENTS[event.kind];
  if (!kind) throw new Error(`nobody is told of ${event.kind}`);
  const facts = await noticeFacts(deps.db.query, kind, event.aggregateId);
  if (!facts) return;
  const told = await Promise.all(
    AUDIENCES.map(async (audience) => {
      const { userId, channels, dueAt } = await planFor(deps, kind, audience, facts);
      return channels.map((channel) => ({
        event_id: event.eventId,
        user_id: userId,
        channel,
        kind,
        audience,
        subject_id: event.aggregateId,
        consultation_id: facts.visit?.id ?? null,
        due_at: dueAt,
      }));
    }),
  );
  await deps.db.query("notice.plan", PLAN, [JSON.stringify(told.flat())]);
}
