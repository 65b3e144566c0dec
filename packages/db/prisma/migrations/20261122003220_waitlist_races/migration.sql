-- As before, but: who was offered another time since this look at the queue is passed over. The look and the lock of an entry
-- are one statement with one snapshot, so the unique index of open offers may know better; it used to fail whoever freed the
-- time, their cancellation with it.
CREATE OR REPLACE FUNCTION offer_slot(p_slot_id uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  next_entry uuid;
  made integer := 0;
  new_offer uuid;
BEGIN
  LOOP
    SELECT e.id INTO next_entry FROM waitlist_entries e
      WHERE e.status = 'WAITING' AND e.id IN (SELECT waiting_for(p_slot_id))
      ORDER BY e.created_at, e.id LIMIT 1 FOR UPDATE SKIP LOCKED;
    EXIT WHEN next_entry IS NULL;
    INSERT INTO waitlist_offers (entry_id, slot_id, expires_at)
      SELECT next_entry, s.id, least(clock_timestamp() + interval '30 minutes', s.starts_at - make_interval(mins => d.min_notice_min))
      FROM slots s JOIN doctors d ON d.id = s.doctor_id WHERE s.id = p_slot_id
      ON CONFLICT DO NOTHING
      RETURNING id INTO new_offer;
    -- The next look sees the other offer.
    CONTINUE WHEN new_offer IS NULL;
    INSERT INTO outbox_events (kind, aggregate_id) VALUES ('waitlist.offered', new_offer);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

-- Places that were waited in for a dependant go with the dependant.
GRANT DELETE ON waitlist_entries TO amrutam_app;
