-- A booked slot that the doctor keeps though the hours no longer hold it is for its visits alone: closed to everybody else, and
-- withdrawn once the last of them falls away. It used to stand open then, on a day the doctor doesn't work.

ALTER TABLE slots
  ADD COLUMN outside_hours BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT slots_outside_hours CHECK (NOT outside_hours OR status = 'BLOCKED');

CREATE FUNCTION withdraw_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.status := 'REMOVED';
  NEW.outside_hours := false;
  RETURN NEW;
END $$;
CREATE TRIGGER slots_withdraw_emptied BEFORE UPDATE OF taken ON slots FOR EACH ROW
  WHEN (OLD.outside_hours AND OLD.taken > 0 AND NEW.taken = 0) EXECUTE FUNCTION withdraw_emptied();

-- As before, but a slot with visits in it isn't taken from under them: its offers end, the visits keep it.
CREATE OR REPLACE FUNCTION withdraw_offered_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE offered uuid;
BEGIN
  FOR offered IN
    SELECT s.id FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id JOIN doctors d ON d.id = s.doctor_id
    WHERE o.status = 'OPEN' AND s.doctor_id = NEW.doctor_id AND s.status = 'OPEN'
      AND (s.starts_at AT TIME ZONE d.timezone)::date = NEW.local_date
    ORDER BY s.id
  LOOP
    UPDATE slots SET status = 'BLOCKED', outside_hours = true WHERE id = offered;
  END LOOP;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION withdraw_emptied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION withdraw_emptied() TO amrutam_app, amrutam_worker;
