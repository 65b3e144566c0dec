-- Who is told what, on which channel and when: inbox, deliveries, wishes, reminders, delays.

-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('BOOKED', 'RESCHEDULED', 'CANCELLED', 'REMINDER_DAY', 'REMINDER_HOUR', 'RUNNING_LATE', 'WAITLIST_OFFER');

-- CreateEnum
CREATE TYPE "NoticeChannel" AS ENUM ('IN_APP', 'EMAIL', 'SMS', 'WHATSAPP');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('QUEUED', 'SENT', 'SKIPPED');

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "consultation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "audience" "Party" NOT NULL,
    "subject_id" UUID NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'QUEUED',
    "reason" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "provider_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_preferences" (
    "user_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "channel" "NoticeChannel" NOT NULL,
    "is_on" BOOLEAN NOT NULL,

    CONSTRAINT "notice_preferences_pkey" PRIMARY KEY ("user_id","kind","channel")
);

-- CreateTable
CREATE TABLE "quiet_hours" (
    "user_id" UUID NOT NULL,
    "from_min" SMALLINT NOT NULL,
    "to_min" SMALLINT NOT NULL,

    CONSTRAINT "quiet_hours_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "visit_reminders" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consultation_id" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_reminders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_delays" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consultation_id" UUID NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_delays_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_id_idx" ON "notifications"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notifications_consultation_id_idx" ON "notifications"("consultation_id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_event_id_user_id_kind_key" ON "notifications"("event_id", "user_id", "kind");

-- CreateIndex
CREATE INDEX "deliveries_user_id_created_at_idx" ON "deliveries"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_event_id_user_id_channel_kind_key" ON "deliveries"("event_id", "user_id", "channel", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "visit_reminders_consultation_id_kind_starts_at_key" ON "visit_reminders"("consultation_id", "kind", "starts_at");

-- CreateIndex
CREATE INDEX "visit_delays_consultation_id_created_at_idx" ON "visit_delays"("consultation_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_reminders" ADD CONSTRAINT "visit_reminders_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_delays" ADD CONSTRAINT "visit_delays_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE quiet_hours ADD CONSTRAINT quiet_hours_span CHECK (from_min BETWEEN 0 AND 1439 AND to_min BETWEEN 0 AND 1439 AND from_min <> to_min);
ALTER TABLE visit_delays ADD CONSTRAINT visit_delays_minutes CHECK (minutes BETWEEN 5 AND 120);
ALTER TABLE visit_reminders ADD CONSTRAINT visit_reminders_kind CHECK (kind IN ('REMINDER_DAY', 'REMINDER_HOUR'));
ALTER TABLE deliveries ADD CONSTRAINT deliveries_settled CHECK ((status = 'QUEUED') = (settled_at IS NULL));
-- The inbox's own rows are its deliveries.
ALTER TABLE deliveries ADD CONSTRAINT deliveries_outside CHECK (channel <> 'IN_APP');

CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;

-- ── The inbox is live ───────────────────────────────────────────────────────────────────────────────────────────────
-- Once for each person and statement: reading a full inbox is one word, not fifty.

CREATE FUNCTION tell_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM publish_event('notification.changed', owner.user_id, owner.user_id) FROM (SELECT DISTINCT user_id FROM changed) owner;
  RETURN NULL;
END $$;
CREATE TRIGGER notifications_tell_new AFTER INSERT ON notifications REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_notifications();
CREATE TRIGGER notifications_tell_read AFTER UPDATE ON notifications REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_notifications();

-- ── Reminders ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Nothing is scheduled that would have to be taken back: what stands at this moment decides, by the database's clock.
-- A visit that was confirmed, or moved here, when the time for a reminder was already past gets none of that kind.

CREATE FUNCTION remind_of_visits() RETURNS integer LANGUAGE sql AS $$
  WITH due AS (
    INSERT INTO visit_reminders (consultation_id, kind, starts_at)
    SELECT c.id, k.kind, c.starts_at
    FROM (VALUES ('REMINDER_DAY'::"NoticeKind", interval '24 hours', interval '2 hours'),
                 ('REMINDER_HOUR'::"NoticeKind", interval '1 hour', interval '5 minutes')) AS k (kind, before, at_least)
    JOIN consultations c ON c.starts_at > now() + k.at_least AND c.starts_at <= now() + k.before
    WHERE c.status = 'CONFIRMED' AND greatest(c.confirmed_at, c.moved_at) <= c.starts_at - k.before
      AND NOT EXISTS (SELECT FROM visit_reminders r
        WHERE r.consultation_id = c.id AND r.kind = k.kind AND r.starts_at = c.starts_at)
    ON CONFLICT DO NOTHING
    RETURNING id, kind),
  told AS (
    INSERT INTO outbox_events (kind, aggregate_id)
    SELECT CASE kind WHEN 'REMINDER_DAY' THEN 'visit.reminder_day' ELSE 'visit.reminder_hour' END, id FROM due
    RETURNING 1)
  SELECT count(*)::int FROM told
$$;

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION tell_notifications(), remind_of_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_notifications() TO amrutam_app, amrutam_worker;
GRANT EXECUTE ON FUNCTION remind_of_visits() TO amrutam_worker;
GRANT SELECT, UPDATE (read_at) ON notifications TO amrutam_app;
GRANT SELECT, INSERT, DELETE ON notifications TO amrutam_worker;
GRANT SELECT ON deliveries TO amrutam_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON deliveries TO amrutam_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_preferences, quiet_hours TO amrutam_app;
GRANT SELECT ON notice_preferences, quiet_hours TO amrutam_worker;
GRANT SELECT, INSERT ON visit_delays TO amrutam_app;
GRANT SELECT, DELETE ON visit_delays TO amrutam_worker;
GRANT SELECT, INSERT, DELETE ON visit_reminders TO amrutam_worker;
