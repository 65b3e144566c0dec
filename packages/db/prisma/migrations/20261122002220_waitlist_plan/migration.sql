-- In FROM, waiting_for() becomes part of the plan; in the list of columns it was planned anew for each slot.
CREATE OR REPLACE FUNCTION advance_waitlist() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  due record;
  free uuid;
BEGIN
  SELECT o.id, o.slot_id INTO due FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id
    WHERE o.status = 'OPEN' AND o.expires_at <= clock_timestamp()
    ORDER BY o.expires_at LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED;
  IF FOUND THEN
    UPDATE waitlist_offers SET status = 'EXPIRED', ended_at = clock_timestamp()
      WHERE id = due.id AND status = 'OPEN' AND expires_at <= clock_timestamp();
    RETURN 1;
  END IF;
  UPDATE waitlist_entries e SET status = 'ENDED', ended_at = clock_timestamp()
    WHERE e.status = 'WAITING' AND e.to_at <= clock_timestamp()
      AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.entry_id = e.id AND o.status = 'OPEN');
  SELECT s.id INTO free FROM waitlist_entries e
    JOIN doctors d ON d.id = e.doctor_id OR d.specialization = e.specialization
    JOIN slots s ON s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity
      AND s.starts_at >= e.from_at AND s.starts_at < e.to_at AND s.starts_at > clock_timestamp()
    WHERE e.status = 'WAITING'
      AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.entry_id = e.id AND (o.status = 'OPEN' OR o.slot_id = s.id))
      AND EXISTS (SELECT FROM waiting_for(s.id))
    ORDER BY e.created_at, e.id, s.starts_at LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  RETURN offer_slot(free);
END $$;
