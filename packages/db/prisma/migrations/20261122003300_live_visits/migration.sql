-- Word of a changed visit to its two sides, for as long as they look at a page.
-- Told when the relay hands the event on, not when it is written: a transaction that notifies waits at its commit for all
-- others that do, and no booking should (ADR 0006). Every change of a visit leaves an event, so no path is silent.

CREATE FUNCTION tell_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM publish_event('visit.changed', side.user_id, side.id) FROM (
    SELECT DISTINCT unnest(ARRAY[c.patient_id, d.user_id]) AS user_id, c.id
    FROM now_is n JOIN was o ON o.id = n.id
    LEFT JOIN visit_delays delay ON n.kind = 'visit.running_late' AND delay.id = n.aggregate_id
    JOIN consultations c ON c.id = coalesce(delay.consultation_id, n.aggregate_id)
    JOIN doctors d ON d.id = c.doctor_id
    WHERE o.dispatched_at IS NULL AND n.dispatched_at IS NOT NULL
      AND (n.kind LIKE 'consultation.%' OR n.kind = 'visit.running_late')) side;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_tell_visits AFTER UPDATE ON outbox_events REFERENCING OLD TABLE AS was NEW TABLE AS now_is
  FOR EACH STATEMENT EXECUTE FUNCTION tell_visits();

REVOKE EXECUTE ON FUNCTION tell_visits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_visits() TO amrutam_worker;
