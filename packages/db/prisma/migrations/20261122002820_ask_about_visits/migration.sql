-- Asked once, the day after, of whoever hasn't said anything yet. What a worker that was away for long has missed is let go: nobody
-- is asked late.
ALTER TABLE visit_reminders DROP CONSTRAINT visit_reminders_kind;
ALTER TABLE visit_reminders ADD CONSTRAINT visit_reminders_kind CHECK (kind IN ('REMINDER_DAY', 'REMINDER_HOUR', 'HOW_WAS_IT'));

CREATE FUNCTION ask_about_visits() RETURNS integer LANGUAGE sql AS $$
  WITH due AS (
    INSERT INTO visit_reminders (consultation_id, kind, starts_at)
    SELECT c.id, 'HOW_WAS_IT', c.starts_at FROM consultations c
    -- No visit is longer than some hours: the index of starts finds those that ended a day ago.
    WHERE c.starts_at > now() - interval '2 days' AND c.starts_at <= now() - interval '20 hours'
      AND c.status = 'COMPLETED' AND c.completed_at > now() - interval '32 hours' AND c.completed_at <= now() - interval '20 hours'
      AND NOT EXISTS (SELECT FROM ratings r WHERE r.consultation_id = c.id)
      AND NOT EXISTS (SELECT FROM visit_reminders v WHERE v.consultation_id = c.id AND v.kind = 'HOW_WAS_IT' AND v.starts_at = c.starts_at)
    ON CONFLICT DO NOTHING
    RETURNING id),
  told AS (
    INSERT INTO outbox_events (kind, aggregate_id) SELECT 'visit.how_was_it', id FROM due RETURNING 1)
  SELECT count(*)::int FROM told
$$;

REVOKE EXECUTE ON FUNCTION ask_about_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_about_visits() TO amrutam_worker;
-- Whether somebody has said something, not what.
GRANT SELECT (id, consultation_id) ON ratings TO amrutam_worker;
