-- What the worker does, and what is declined or left by a link, takes the doctor's lock first, like everything else. It went by the
-- slot's row alone, and met whoever changed many slots of the doctor at once in a ring.

CREATE FUNCTION lock_doctor(doctor uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('doctor:' || doctor, 0))
$$;

-- A batch is of many doctors, so it waits for none of them: whose lock is held right now has their turn in the next round.
CREATE OR REPLACE FUNCTION expire_holds(p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE due uuid[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('expire_holds', 0)) THEN RETURN 0; END IF;
  SELECT array_agg(stale.id) INTO due FROM (
    SELECT id, doctor_id FROM consultations
    WHERE status = 'REQUESTED' AND hold_expires_at <= clock_timestamp()
    ORDER BY hold_expires_at LIMIT p_limit OFFSET 0) stale
  WHERE pg_try_advisory_xact_lock(hashtextextended('doctor:' || stale.doctor_id, 0));
  IF due IS NULL THEN RETURN 0; END IF;
  RETURN expire_these(due, 'worker');
END $$;

-- As before: one step, which ends an offer whose time is up or offers one open slot. What was found is looked at again under
-- the doctor's lock.
CREATE OR REPLACE FUNCTION advance_waitlist() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  due record;
  free record;
BEGIN
  SELECT o.id, o.slot_id, s.doctor_id INTO due FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id
    WHERE o.status = 'OPEN' AND o.expires_at <= clock_timestamp()
    ORDER BY o.expires_at LIMIT 1;
  IF FOUND THEN
    PERFORM lock_doctor(due.doctor_id);
    PERFORM FROM slots WHERE id = due.slot_id FOR NO KEY UPDATE;
    UPDATE waitlist_offers SET status = 'EXPIRED', ended_at = clock_timestamp()
      WHERE id = due.id AND status = 'OPEN' AND expires_at <= clock_timestamp();
    RETURN 1;
  END IF;
  UPDATE waitlist_entries e SET status = 'ENDED', ended_at = clock_timestamp()
    WHERE e.status = 'WAITING' AND e.to_at <= clock_timestamp()
      AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.entry_id = e.id AND o.status = 'OPEN');
  SELECT s.id, s.doctor_id INTO free FROM waitlist_entries e
    JOIN doctors d ON d.id = e.doctor_id OR d.specialization = e.specialization
    JOIN slots s ON s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity
      AND s.starts_at >= e.from_at AND s.starts_at < e.to_at AND s.starts_at > clock_timestamp()
    WHERE e.status = 'WAITING'
      AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.entry_id = e.id AND (o.status = 'OPEN' OR o.slot_id = s.id))
      AND EXISTS (SELECT FROM waiting_for(s.id))
    ORDER BY e.created_at, e.id, s.starts_at LIMIT 1;
  IF NOT FOUND THEN RETURN 0; END IF;
  PERFORM lock_doctor(free.doctor_id);
  PERFORM FROM slots WHERE id = free.id FOR NO KEY UPDATE;
  RETURN offer_slot(free.id);
END $$;

-- As before.
CREATE OR REPLACE FUNCTION give_up_waitlist(p_entry_id uuid, p_patient_id uuid, p_offer_id uuid, p_leave boolean, p_request_id text, OUT outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  offer waitlist_offers;
BEGIN
  SELECT * INTO offer FROM waitlist_offers WHERE entry_id = p_entry_id AND status = 'OPEN' AND (p_offer_id IS NULL OR id = p_offer_id);
  IF FOUND THEN
    PERFORM lock_doctor(doctor_id) FROM slots WHERE id = offer.slot_id;
    PERFORM FROM slots WHERE id = offer.slot_id FOR NO KEY UPDATE;
    SELECT * INTO offer FROM waitlist_offers WHERE id = offer.id FOR UPDATE;
  END IF;
  IF p_leave THEN
    UPDATE waitlist_entries SET status = 'LEFT', ended_at = clock_timestamp()
      WHERE id = p_entry_id AND patient_id = p_patient_id AND status = 'WAITING';
    IF NOT FOUND THEN outcome := 'closed'; RETURN; END IF;
    -- Also one that was made a moment ago, after the look above.
    UPDATE waitlist_offers SET status = 'WITHDRAWN', ended_at = clock_timestamp() WHERE entry_id = p_entry_id AND status = 'OPEN';
  ELSE
    IF offer.id IS NULL OR offer.status <> 'OPEN' OR offer.expires_at <= clock_timestamp() THEN outcome := 'closed'; RETURN; END IF;
    UPDATE waitlist_offers SET status = 'DECLINED', ended_at = clock_timestamp() WHERE id = offer.id;
  END IF;
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
    VALUES (p_patient_id, 'PATIENT', CASE WHEN p_leave THEN 'waitlist.leave' ELSE 'waitlist.decline' END,
      'waitlist_entry', p_entry_id, p_patient_id, p_request_id);
  outcome := 'done';
END $$;

REVOKE EXECUTE ON FUNCTION lock_doctor(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_doctor(uuid) TO amrutam_app, amrutam_worker;
