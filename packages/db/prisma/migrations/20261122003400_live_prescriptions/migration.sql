-- An issued prescription changes the visit it belongs to, and a page of it that is open shows so at once; the event names
-- the prescription, not the visit.

CREATE OR REPLACE FUNCTION tell_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM publish_event('visit.changed', side.user_id, side.id) FROM (
    SELECT DISTINCT unnest(ARRAY[c.patient_id, d.user_id]) AS user_id, c.id
    FROM now_is n JOIN was o ON o.id = n.id
    LEFT JOIN visit_delays delay ON n.kind = 'visit.running_late' AND delay.id = n.aggregate_id
    LEFT JOIN prescriptions issued ON n.kind = 'prescription.issued' AND issued.id = n.aggregate_id
    JOIN consultations c ON c.id = coalesce(delay.consultation_id, issued.consultation_id, n.aggregate_id)
    JOIN doctors d ON d.id = c.doctor_id
    WHERE o.dispatched_at IS NULL AND n.dispatched_at IS NOT NULL
      AND (n.kind LIKE 'consultation.%' OR n.kind IN ('visit.running_late', 'prescription.issued'))) side;
  RETURN NULL;
END $$;
