-- Booking, settling and expiring: one round trip each, safe under any race.
-- Order of locks everywhere: idempotency key, doctor and patient (sorted), slot row, doctor row.

CREATE FUNCTION lock_pair(doctor uuid, patient uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE a bigint := hashtextextended('doctor:' || doctor, 0);
        b bigint := hashtextextended('patient:' || patient, 0);
BEGIN
  PERFORM pg_advisory_xact_lock(least(a, b));
  PERFORM pg_advisory_xact_lock(greatest(a, b));
END $$;

-- What an earlier call under this key answered: NULL answer and state 'new' when there was none.
CREATE FUNCTION claim_idempotency(p_scope text, p_procedure text, p_key text, p_hash bytea, OUT state text, OUT answer jsonb)
LANGUAGE plpgsql AS $$
DECLARE earlier idempotency_records;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('idempotency:' || p_scope || ':' || p_procedure || ':' || p_key, 0)) THEN
    state := 'in_flight';
    RETURN;
  END IF;
  SELECT * INTO earlier FROM idempotency_records r
    WHERE r.scope = p_scope AND r.procedure = p_procedure AND r.key = p_key AND r.expires_at > clock_timestamp();
  IF NOT FOUND THEN
    DELETE FROM idempotency_records r WHERE r.scope = p_scope AND r.procedure = p_procedure AND r.key = p_key;
    state := 'new';
  ELSIF earlier.input_hash = p_hash THEN
    state := 'replay';
    answer := earlier.answer;
  ELSE
    state := 'reused';
  END IF;
END $$;

-- Holds whose time is up, among the consultations named. Audited and told to the outbox like any other change of status.
CREATE FUNCTION expire_these(ids uuid[], p_request_id text) RETURNS integer LANGUAGE sql AS $$
  WITH gone AS (
    UPDATE consultations SET status = 'EXPIRED', ended_at = clock_timestamp(), updated_at = clock_timestamp()
    WHERE id = ANY (ids) AND status = 'REQUESTED' AND hold_expires_at <= clock_timestamp()
    RETURNING id, patient_id
  ), said AS (
    INSERT INTO audit_events (actor_role, action, entity_type, entity_id, patient_id, request_id)
    SELECT 'SYSTEM', 'consultation.expire', 'consultation', id, patient_id, p_request_id FROM gone
  ), told AS (
    INSERT INTO outbox_events (kind, aggregate_id) SELECT 'consultation.expired', id FROM gone
  )
  SELECT count(*)::integer FROM gone
$$;

CREATE FUNCTION expire_holds(p_limit integer) RETURNS integer LANGUAGE sql AS $$
  SELECT expire_these(ARRAY(
    SELECT id FROM consultations
    WHERE status = 'REQUESTED' AND hold_expires_at <= clock_timestamp()
    ORDER BY slot_id LIMIT p_limit FOR UPDATE SKIP LOCKED), 'worker')
$$;

-- Books a slot, or returns the facts that spoke against it; packages/domain/src/booking/decide-booking.ts names the reason.
-- outcome: booked | replay | reused | in_flight | refused
CREATE FUNCTION book_consultation(
  p_id uuid, p_payment_id uuid, p_slot_id uuid, p_patient_id uuid, p_mode "ConsultationMode", p_reason_sealed bytea,
  p_consent_version text, p_consent_locale text, p_key text, p_input_hash bytea, p_request_id text,
  p_hold_min integer, p_max_holds integer, p_provider text,
  OUT outcome text, OUT answer jsonb, OUT facts jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  slot slots;
  doctor doctors;
  at timestamptz;
  verified boolean;
  overlapping boolean;
  holds integer;
  free boolean;
  hold_until timestamptz;
  seat_no integer;
  stale uuid[];
BEGIN
  SELECT c.state, c.answer INTO outcome, answer FROM claim_idempotency(p_patient_id::text, 'consultation.book', p_key, p_input_hash) c;
  IF outcome <> 'new' THEN RETURN; END IF;

  SELECT email_verified_at IS NOT NULL AND status = 'ACTIVE' INTO verified FROM users WHERE id = p_patient_id;
  SELECT * INTO slot FROM slots WHERE id = p_slot_id;
  IF NOT FOUND THEN
    outcome := 'refused';
    facts := jsonb_build_object('slot', NULL, 'doctor', NULL, 'now', clock_timestamp(),
      'patient', jsonb_build_object('emailVerified', coalesce(verified, false), 'overlapping', false, 'openHolds', 0));
    RETURN;
  END IF;
  PERFORM lock_pair(slot.doctor_id, p_patient_id);

  -- Predicates of exclusion can't ask the time, so holds that ran out are cleared from the way first.
  SELECT array_agg(id ORDER BY slot_id) INTO stale FROM consultations
    WHERE status = 'REQUESTED' AND hold_expires_at <= clock_timestamp() AND (slot_id = p_slot_id OR patient_id = p_patient_id);
  IF stale IS NOT NULL THEN PERFORM expire_these(stale, p_request_id); END IF;

  SELECT * INTO slot FROM slots WHERE id = p_slot_id FOR NO KEY UPDATE;
  SELECT * INTO doctor FROM doctors WHERE id = slot.doctor_id;
  at := clock_timestamp();
  overlapping := EXISTS (SELECT FROM consultations c WHERE c.patient_id = p_patient_id
    AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS') AND tstzrange(c.starts_at, c.ends_at) && tstzrange(slot.starts_at, slot.ends_at));
  SELECT count(*) INTO holds FROM consultations c WHERE c.patient_id = p_patient_id AND c.status = 'REQUESTED';
  free := doctor.fee_minor = 0;

  IF slot.status IS DISTINCT FROM 'OPEN' OR slot.starts_at <= at + make_interval(mins => doctor.min_notice_min)
     OR slot.taken >= slot.capacity OR NOT (p_mode::text = ANY (slot.modes)) OR doctor.approval <> 'APPROVED'
     OR NOT coalesce(verified, false) OR overlapping OR (NOT free AND holds >= p_max_holds) THEN
    outcome := 'refused';
    facts := jsonb_build_object(
      'slot', CASE WHEN slot.id IS NULL OR slot.status = 'REMOVED' THEN NULL ELSE jsonb_build_object('startsAt', slot.starts_at, 'endsAt', slot.ends_at,
        'status', slot.status, 'capacity', slot.capacity, 'taken', slot.taken, 'modes', slot.modes) END,
      'doctor', jsonb_build_object('bookable', doctor.approval = 'APPROVED', 'minNoticeMin', doctor.min_notice_min, 'isFree', free),
      'patient', jsonb_build_object('emailVerified', coalesce(verified, false), 'overlapping', overlapping, 'openHolds', holds),
      'now', at);
    RETURN;
  END IF;

  hold_until := CASE WHEN free THEN NULL ELSE least(at + make_interval(mins => p_hold_min), slot.starts_at) END;
  SELECT min(n) INTO seat_no FROM generate_series(1, slot.capacity) n
    WHERE NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = p_slot_id AND c.seat = n AND holds_seat(c.status));

  INSERT INTO consultations (id, slot_id, seat, doctor_id, patient_id, starts_at, ends_at, status, mode, reason_sealed, fee_minor,
      currency, hold_expires_at, consent_version, consent_locale, consent_at, booked_at, confirmed_at, updated_at)
    VALUES (p_id, slot.id, seat_no, slot.doctor_id, p_patient_id, slot.starts_at, slot.ends_at,
      CASE WHEN free THEN 'CONFIRMED' ELSE 'REQUESTED' END::"ConsultationStatus", p_mode, p_reason_sealed, doctor.fee_minor,
      doctor.currency, hold_until, p_consent_version, p_consent_locale, at, at, CASE WHEN free THEN at END, at);
  IF NOT free THEN
    INSERT INTO payments (id, consultation_id, provider, amount_minor, currency) VALUES (p_payment_id, p_id, p_provider, doctor.fee_minor, doctor.currency);
  END IF;
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
    VALUES (p_patient_id, 'PATIENT', 'consultation.book', 'consultation', p_id, p_patient_id, p_request_id);
  INSERT INTO outbox_events (kind, aggregate_id) VALUES (CASE WHEN free THEN 'consultation.confirmed' ELSE 'consultation.requested' END, p_id);

  outcome := 'booked';
  answer := jsonb_build_object('id', p_id, 'status', CASE WHEN free THEN 'CONFIRMED' ELSE 'REQUESTED' END, 'slotId', slot.id,
    'doctorId', slot.doctor_id, 'startsAt', slot.starts_at, 'endsAt', slot.ends_at, 'mode', p_mode,
    'holdExpiresAt', hold_until, 'feeMinor', doctor.fee_minor, 'currency', doctor.currency);
  INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
    VALUES (p_patient_id::text, 'consultation.book', p_key, p_input_hash, answer, p_id, at + interval '24 hours');
END $$;

-- Money has arrived for a payment: confirms its consultation, brings an expired one back if the seat is still free, or asks for a full refund.
-- Repeating it changes nothing. outcome: confirmed | revived | refunding | already
CREATE FUNCTION settle_payment(p_payment_id uuid, p_provider_ref text, p_actor_id uuid, p_actor_role text, p_request_id text, OUT outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  pay payments;
  visit consultations;
  slot slots;
  at timestamptz;
  seat_no integer;
BEGIN
  SELECT * INTO pay FROM payments WHERE id = p_payment_id;
  IF NOT FOUND THEN outcome := 'missing'; RETURN; END IF;
  SELECT * INTO visit FROM consultations WHERE id = pay.consultation_id;
  PERFORM lock_pair(visit.doctor_id, visit.patient_id);
  SELECT * INTO slot FROM slots WHERE id = visit.slot_id FOR NO KEY UPDATE;
  SELECT * INTO pay FROM payments WHERE id = p_payment_id FOR UPDATE;
  SELECT * INTO visit FROM consultations WHERE id = pay.consultation_id FOR UPDATE;
  IF pay.status = 'SUCCEEDED' THEN outcome := 'already'; RETURN; END IF;
  at := clock_timestamp();

  IF visit.status = 'REQUESTED' AND visit.hold_expires_at <= at THEN
    PERFORM expire_these(ARRAY[visit.id], p_request_id);
    SELECT * INTO visit FROM consultations WHERE id = visit.id;
    SELECT * INTO slot FROM slots WHERE id = visit.slot_id;
  END IF;

  UPDATE payments SET status = 'SUCCEEDED', provider_ref = p_provider_ref, captured_at = at, updated_at = at WHERE id = pay.id;
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
    VALUES (p_actor_id, p_actor_role, 'payment.settle', 'payment', pay.id, visit.patient_id, p_request_id);

  IF visit.status = 'REQUESTED' THEN
    UPDATE consultations SET status = 'CONFIRMED', confirmed_at = at, hold_expires_at = NULL, updated_at = at WHERE id = visit.id;
    outcome := 'confirmed';
  ELSIF visit.status = 'EXPIRED' AND slot.status = 'OPEN' AND slot.taken < slot.capacity AND slot.starts_at > at
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.patient_id = visit.patient_id AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS')
      AND tstzrange(c.starts_at, c.ends_at) && tstzrange(visit.starts_at, visit.ends_at)) THEN
    SELECT min(n) INTO seat_no FROM generate_series(1, slot.capacity) n
      WHERE NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = slot.id AND c.seat = n AND holds_seat(c.status));
    UPDATE consultations SET status = 'CONFIRMED', seat = seat_no, confirmed_at = at, hold_expires_at = NULL, ended_at = NULL, updated_at = at
      WHERE id = visit.id;
    outcome := 'revived';
  ELSE
    INSERT INTO refunds (payment_id, amount_minor, currency, reason) VALUES (pay.id, pay.amount_minor, pay.currency, 'slot_gone');
    UPDATE payments SET refunded_minor = amount_minor WHERE id = pay.id;
    INSERT INTO outbox_events (kind, aggregate_id) VALUES ('payment.refund_due', pay.id);
    outcome := 'refunding';
    RETURN;
  END IF;
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
    VALUES (p_actor_id, p_actor_role, CASE outcome WHEN 'revived' THEN 'consultation.revive' ELSE 'consultation.confirm' END,
      'consultation', visit.id, visit.patient_id, p_request_id);
  INSERT INTO outbox_events (kind, aggregate_id) VALUES ('consultation.confirmed', visit.id);
END $$;
