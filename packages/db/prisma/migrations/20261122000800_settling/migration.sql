-- CreateIndex
CREATE INDEX "doctors_created_at_id_idx" ON "doctors"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "users_created_at_id_idx" ON "users"("created_at" DESC, "id" DESC);

-- Nobody gets a visit with a doctor whose account is disabled, though the approval still stands: search hides them, and a
-- slot's address may be older than that. What was booked before stays. History can only be loaded by the owner.
CREATE FUNCTION require_active_doctor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM doctors d JOIN users u ON u.id = d.user_id WHERE d.id = NEW.doctor_id AND u.status <> 'ACTIVE')
     AND NOT pg_has_role(current_user, 'amrutam_owner', 'MEMBER') THEN
    RAISE EXCEPTION 'the doctor''s account is disabled'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_doctor_active';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consultations_doctor_active BEFORE INSERT ON consultations FOR EACH ROW EXECUTE FUNCTION require_active_doctor();
REVOKE EXECUTE ON FUNCTION require_active_doctor() FROM PUBLIC;

-- One worker at a time: two that expire holds of the same doctors in different orders would wait for each other in a ring.
-- Who comes second has nothing to do, the first does it.
CREATE OR REPLACE FUNCTION expire_holds(p_limit integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('expire_holds', 0)) THEN RETURN 0; END IF;
  RETURN expire_these(ARRAY(
    SELECT id FROM consultations
    WHERE status = 'REQUESTED' AND hold_expires_at <= clock_timestamp()
    ORDER BY slot_id LIMIT p_limit FOR UPDATE SKIP LOCKED), 'worker');
END $$;

-- As before, but: rows are locked in the order in which cancelling and expiring lock them (visit, payment, slot), or money that
-- arrives while a worker expires the hold would meet it in a deadlock; and an expired visit comes back only with a doctor who still takes patients.
CREATE OR REPLACE FUNCTION settle_payment(p_payment_id uuid, p_provider_ref text, p_actor_id uuid, p_actor_role text, p_request_id text, OUT outcome text)
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
  SELECT * INTO visit FROM consultations WHERE id = pay.consultation_id FOR UPDATE;
  SELECT * INTO pay FROM payments WHERE id = p_payment_id FOR UPDATE;
  SELECT * INTO slot FROM slots WHERE id = visit.slot_id FOR NO KEY UPDATE;
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
    AND EXISTS (SELECT FROM doctors d JOIN users u ON u.id = d.user_id
      WHERE d.id = visit.doctor_id AND d.approval = 'APPROVED' AND u.status = 'ACTIVE')
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
