-- Two rules about another time. On a day that is full, a visit may move within the day: it used to be refused, since every other
-- slot of the day is closed. And who moves a visit isn't offered, from a queue they wait in, the time they just gave up.

-- Moves a visit to another slot of its doctor, or returns the facts that spoke against it;
-- packages/domain/src/consultation/decide-reschedule.ts names the reason. The old seat is given up by the statement that
-- takes the new one, so either both happen or neither. p_owner is the patient's account or the doctor, as p_party says.
-- With a link, that link must still work once the visit is locked; moving the visit retires it.
-- outcome: moved | replay | reused | in_flight | missing | link_invalid | refused
CREATE OR REPLACE FUNCTION reschedule_consultation(
  p_id uuid, p_slot_id uuid, p_party "Party", p_owner uuid, p_actor_id uuid, p_scope text, p_procedure text, p_key text,
  p_input_hash bytea, p_request_id text, p_until_min integer, p_max_moves integer,
  p_link_id uuid DEFAULT NULL,
  OUT outcome text, OUT answer jsonb, OUT facts jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  visit consultations;
  slot slots;
  doctor doctors;
  at timestamptz;
  overlapping boolean;
  seat_no integer;
  stale uuid[];
BEGIN
  SELECT c.state, c.answer INTO outcome, answer FROM claim_idempotency(p_scope, p_procedure, p_key, p_input_hash) c;
  IF outcome <> 'new' THEN RETURN; END IF;

  SELECT * INTO visit FROM consultations
    WHERE id = p_id AND p_owner = CASE p_party WHEN 'PATIENT' THEN patient_id WHEN 'DOCTOR' THEN doctor_id END;
  IF NOT FOUND THEN outcome := 'missing'; RETURN; END IF;
  PERFORM lock_pair(visit.doctor_id, visit.patient_id);

  SELECT array_agg(id ORDER BY slot_id) INTO stale FROM consultations
    WHERE status = 'REQUESTED' AND hold_expires_at <= clock_timestamp() AND (slot_id = p_slot_id OR patient_id = visit.patient_id);
  IF stale IS NOT NULL THEN PERFORM expire_these(stale, p_request_id); END IF;

  SELECT * INTO visit FROM consultations WHERE id = p_id FOR UPDATE;
  IF p_link_id IS NOT NULL AND NOT EXISTS (SELECT FROM visit_links WHERE id = p_link_id AND consultation_id = p_id
    AND purpose = 'CHANGE' AND used_at IS NULL AND expires_at > clock_timestamp()) THEN
    outcome := 'link_invalid';
    RETURN;
  END IF;
  -- Both slots in one order, whichever is given up for which.
  PERFORM FROM slots WHERE id IN (visit.slot_id, p_slot_id) ORDER BY id FOR NO KEY UPDATE;
  SELECT * INTO slot FROM slots WHERE id = p_slot_id AND doctor_id = visit.doctor_id AND status <> 'REMOVED';
  SELECT * INTO doctor FROM doctors WHERE id = visit.doctor_id;
  -- A full day has room for the visit that is on it already: one place of it is given up for the other.
  IF slot.capped AND slot.taken = 0 AND EXISTS (SELECT FROM slots own WHERE own.id = visit.slot_id AND own.taken = 1
    AND (own.starts_at AT TIME ZONE doctor.timezone)::date = (slot.starts_at AT TIME ZONE doctor.timezone)::date) THEN
    slot.status := 'OPEN';
  END IF;
  at := clock_timestamp();
  overlapping := EXISTS (SELECT FROM consultations c WHERE c.patient_id = visit.patient_id AND c.id <> visit.id
    AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS') AND tstzrange(c.starts_at, c.ends_at) && tstzrange(slot.starts_at, slot.ends_at));

  IF visit.status <> 'CONFIRMED' OR visit.starts_at - make_interval(mins => p_until_min) <= at
     OR coalesce(visit.patient_moves >= p_max_moves, false)
     OR slot.id IS NULL OR slot.id = visit.slot_id OR slot.status <> 'OPEN'
     OR slot.starts_at <= at + make_interval(mins => CASE p_party WHEN 'PATIENT' THEN doctor.min_notice_min ELSE 0 END)
     OR slot.taken >= slot.capacity OR NOT (visit.mode::text = ANY (slot.modes)) OR overlapping
     OR doctor.approval <> 'APPROVED' OR NOT EXISTS (SELECT FROM users u WHERE u.id = doctor.user_id AND u.status = 'ACTIVE') THEN
    outcome := 'refused';
    facts := jsonb_build_object(
      'visit', jsonb_build_object('status', visit.status, 'startsAt', visit.starts_at, 'endsAt', visit.ends_at,
        'holdExpiresAt', visit.hold_expires_at, 'mode', visit.mode, 'patientMoves', visit.patient_moves),
      'slot', CASE WHEN slot.id IS NOT NULL THEN jsonb_build_object('startsAt', slot.starts_at, 'endsAt', slot.ends_at,
        'status', slot.status, 'capacity', slot.capacity, 'taken', slot.taken, 'modes', slot.modes) END,
      'isSameSlot', coalesce(slot.id = visit.slot_id, false),
      'doctor', jsonb_build_object('minNoticeMin', doctor.min_notice_min, 'bookable', doctor.approval = 'APPROVED'
        AND EXISTS (SELECT FROM users u WHERE u.id = doctor.user_id AND u.status = 'ACTIVE')),
      'overlapping', overlapping, 'now', at);
    RETURN;
  END IF;

  SELECT min(n) INTO seat_no FROM generate_series(1, slot.capacity) n
    WHERE NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = slot.id AND c.seat = n AND holds_seat(c.status));
  IF slot.capped THEN UPDATE slots SET status = 'OPEN' WHERE id = slot.id; END IF;
  UPDATE consultations SET slot_id = slot.id, seat = seat_no, starts_at = slot.starts_at, ends_at = slot.ends_at,
      moved_by = p_party, moved_at = at, moved_from = visit.starts_at, updated_at = at,
      patient_moves = patient_moves + CASE p_party WHEN 'PATIENT' THEN 1 ELSE 0 END
    WHERE id = visit.id;
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
    VALUES (p_actor_id, p_party::text, 'consultation.reschedule', 'consultation', visit.id, visit.patient_id, p_request_id);
  IF p_link_id IS NOT NULL THEN
    INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
      VALUES (p_actor_id, p_party::text, 'consultation.use_link', 'consultation', visit.id, visit.patient_id, p_request_id);
  END IF;
  INSERT INTO outbox_events (kind, aggregate_id) VALUES ('consultation.rescheduled', visit.id);

  outcome := 'moved';
  answer := jsonb_build_object('id', visit.id, 'status', visit.status, 'slotId', slot.id, 'startsAt', slot.starts_at, 'endsAt', slot.ends_at);
  INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
    VALUES (p_scope, p_procedure, p_key, p_input_hash, answer, visit.id, at + interval '24 hours');
END $$;

-- Who waits for this slot, the longest first. Nobody for one that isn't open, has no seat left or begins too soon to be
-- offered for five minutes. Nobody is offered the same slot twice, nor one of their own visits' that they gave up.
CREATE OR REPLACE FUNCTION waiting_for(p_slot_id uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT e.id
  FROM slots s
  JOIN doctors d ON d.id = s.doctor_id AND d.approval = 'APPROVED'
  JOIN users du ON du.id = d.user_id AND du.status = 'ACTIVE'
  JOIN waitlist_entries e ON e.status = 'WAITING' AND (e.doctor_id = d.id OR e.specialization = d.specialization)
    AND s.starts_at >= e.from_at AND s.starts_at < e.to_at AND e.mode::text = ANY (s.modes)
  JOIN users u ON u.id = e.patient_id AND u.status = 'ACTIVE' AND u.email_verified_at IS NOT NULL
  WHERE s.id = p_slot_id AND s.status = 'OPEN' AND s.taken < s.capacity
    AND s.starts_at > clock_timestamp() + make_interval(mins => d.min_notice_min + 5)
    AND NOT EXISTS (SELECT FROM waitlist_offers o WHERE o.entry_id = e.id AND (o.slot_id = s.id OR o.status = 'OPEN'))
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.patient_id = e.patient_id
      AND (c.slot_id = s.id OR (c.doctor_id = s.doctor_id AND c.moved_by = 'PATIENT' AND c.moved_from = s.starts_at)))
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.patient_id = e.patient_id
      AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS') AND tstzrange(c.starts_at, c.ends_at) && tstzrange(s.starts_at, s.ends_at))
  ORDER BY e.created_at, e.id
$$;
