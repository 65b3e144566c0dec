-- Who waits for a time, and freed times offered to them in order.

-- CreateEnum
CREATE TYPE "WaitlistStatus" AS ENUM ('WAITING', 'CLAIMED', 'LEFT', 'ENDED');

-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('OPEN', 'CLAIMED', 'DECLINED', 'EXPIRED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "waitlist_entries" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "dependant_id" UUID,
    "doctor_id" UUID,
    "specialization" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "mode" "ConsultationMode" NOT NULL,
    "reason_sealed" BYTEA NOT NULL,
    "status" "WaitlistStatus" NOT NULL DEFAULT 'WAITING',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waitlist_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waitlist_offers" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "entry_id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "status" "OfferStatus" NOT NULL DEFAULT 'OPEN',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "consultation_id" UUID,

    CONSTRAINT "waitlist_offers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "waitlist_entries_patient_id_created_at_idx" ON "waitlist_entries"("patient_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_offers_consultation_id_key" ON "waitlist_offers"("consultation_id");

-- CreateIndex
CREATE INDEX "waitlist_offers_slot_id_idx" ON "waitlist_offers"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_offers_entry_id_slot_id_key" ON "waitlist_offers"("entry_id", "slot_id");

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_dependant_id_patient_id_fkey" FOREIGN KEY ("dependant_id", "patient_id") REFERENCES "dependants"("id", "patient_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_offers" ADD CONSTRAINT "waitlist_offers_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "waitlist_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_offers" ADD CONSTRAINT "waitlist_offers_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_offers" ADD CONSTRAINT "waitlist_offers_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE waitlist_entries
  ADD CONSTRAINT waitlist_entries_for CHECK (num_nonnulls(doctor_id, specialization) = 1),
  ADD CONSTRAINT waitlist_entries_window CHECK (from_at < to_at AND to_at - from_at <= interval '92 days'),
  ADD CONSTRAINT waitlist_entries_ended CHECK ((status = 'WAITING') = (ended_at IS NULL));
ALTER TABLE waitlist_offers
  ADD CONSTRAINT waitlist_offers_ended CHECK ((status = 'OPEN') = (ended_at IS NULL)),
  ADD CONSTRAINT waitlist_offers_visit CHECK (consultation_id IS NULL OR status = 'CLAIMED');

-- One place in a queue, and one offer at a time, for each who waits.
CREATE UNIQUE INDEX waitlist_entries_once ON waitlist_entries (patient_id, coalesce(doctor_id::text, specialization), dependant_id)
  NULLS NOT DISTINCT WHERE status = 'WAITING';
CREATE UNIQUE INDEX waitlist_offers_one_open ON waitlist_offers (entry_id) WHERE status = 'OPEN';
CREATE INDEX waitlist_entries_doctor ON waitlist_entries (doctor_id, created_at) WHERE status = 'WAITING' AND doctor_id IS NOT NULL;
CREATE INDEX waitlist_entries_specialization ON waitlist_entries (specialization, created_at) WHERE status = 'WAITING' AND specialization IS NOT NULL;
CREATE INDEX waitlist_entries_window_end ON waitlist_entries (to_at) WHERE status = 'WAITING';
CREATE INDEX waitlist_offers_due ON waitlist_offers (expires_at) WHERE status = 'OPEN';

-- ── An open offer holds a seat ──────────────────────────────────────────────────────────────────────────────────────
-- slots.taken counts it like a visit, so whatever asks for free seats (search, booking, moving a visit, a late payment)
-- finds none, and slots_seats refuses what doesn't ask. Order of locks: doctor and patient, slot row, offer, entry.

CREATE FUNCTION hold_offered_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'OPEN' THEN
      RAISE EXCEPTION 'an offer begins as OPEN' USING ERRCODE = 'check_violation', CONSTRAINT = 'waitlist_offers_transition';
    END IF;
    UPDATE slots SET taken = taken + 1 WHERE id = NEW.slot_id;
  ELSE
    UPDATE slots SET taken = taken - 1 WHERE id = NEW.slot_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER waitlist_offers_seat_held AFTER INSERT ON waitlist_offers FOR EACH ROW EXECUTE FUNCTION hold_offered_seat();
CREATE TRIGGER waitlist_offers_seat_freed AFTER UPDATE OF status ON waitlist_offers FOR EACH ROW
  WHEN (OLD.status = 'OPEN' AND NEW.status <> 'OPEN') EXECUTE FUNCTION hold_offered_seat();

CREATE FUNCTION guard_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.entry_id <> OLD.entry_id OR NEW.slot_id <> OLD.slot_id OR NEW.expires_at <> OLD.expires_at
     OR (NEW.status <> OLD.status AND OLD.status <> 'OPEN') THEN
    RAISE EXCEPTION 'an offer that ended stays as it ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'waitlist_offers_transition';
  END IF;
  IF NEW.status = 'CLAIMED' AND OLD.status = 'OPEN' AND OLD.expires_at <= clock_timestamp() THEN
    RAISE EXCEPTION 'the offer ran out' USING ERRCODE = 'check_violation', CONSTRAINT = 'waitlist_offers_in_time';
  END IF;
  RETURN NEW;
END $$;
-- The owner may set clocks back in tests and repairs.
CREATE TRIGGER waitlist_offers_guard BEFORE UPDATE ON waitlist_offers FOR EACH ROW
  WHEN (NOT pg_has_role(current_user, 'amrutam_owner', 'MEMBER')) EXECUTE FUNCTION guard_offer();

-- ── Whose turn it is ────────────────────────────────────────────────────────────────────────────────────────────────

-- Who waits for this slot, the longest first. Nobody for one that isn't open, has no seat left or begins too soon to be
-- offered for five minutes. Nobody is offered the same slot twice, nor one of their own visits' that they gave up.
CREATE FUNCTION waiting_for(p_slot_id uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
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
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.patient_id = e.patient_id AND c.slot_id = s.id)
    AND NOT EXISTS (SELECT FROM consultations c WHERE c.patient_id = e.patient_id
      AND c.status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS') AND tstzrange(c.starts_at, c.ends_at) && tstzrange(s.starts_at, s.ends_at))
  ORDER BY e.created_at, e.id
$$;

-- Offers the free seats of one slot to who is next, for half an hour at most; who is being offered another one right now
-- is passed over. The caller holds the slot's row. Returns how many offers were made.
CREATE FUNCTION offer_slot(p_slot_id uuid) RETURNS integer LANGUAGE plpgsql AS $$
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
      RETURNING id INTO new_offer;
    INSERT INTO outbox_events (kind, aggregate_id) VALUES ('waitlist.offered', new_offer);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

-- At the end of the transaction that frees a seat or opens a slot, so that a day off, which cancels visits and then
-- withdraws their slots, offers none of them, and nobody else sees the slot free first. New slots are the worker's.
CREATE FUNCTION offer_freed_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT waiting_for(NEW.id)) THEN
    PERFORM FROM slots WHERE id = NEW.id FOR NO KEY UPDATE;
    PERFORM offer_slot(NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER slots_offer_freed AFTER UPDATE OF taken, status ON slots DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'OPEN' AND NEW.taken < NEW.capacity AND (OLD.taken > NEW.taken OR OLD.status <> 'OPEN'))
  EXECUTE FUNCTION offer_freed_slot();

-- A slot that is withdrawn, or whose day the doctor takes off, is offered no longer.
CREATE FUNCTION withdraw_offers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE waitlist_offers SET status = 'WITHDRAWN', ended_at = clock_timestamp() WHERE slot_id = NEW.id AND status = 'OPEN';
  RETURN NULL;
END $$;
CREATE TRIGGER slots_withdraw_offers AFTER UPDATE OF status ON slots FOR EACH ROW
  WHEN (NEW.status <> 'OPEN' AND OLD.status = 'OPEN' AND NEW.taken > 0) EXECUTE FUNCTION withdraw_offers();

CREATE FUNCTION withdraw_offered_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE offered uuid;
BEGIN
  FOR offered IN
    SELECT s.id FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id JOIN doctors d ON d.id = s.doctor_id
    WHERE o.status = 'OPEN' AND s.doctor_id = NEW.doctor_id AND s.status = 'OPEN'
      AND (s.starts_at AT TIME ZONE d.timezone)::date = NEW.local_date
    ORDER BY s.id
  LOOP
    UPDATE slots SET status = 'REMOVED' WHERE id = offered;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER availability_exceptions_withdraw_offers AFTER INSERT ON availability_exceptions FOR EACH ROW
  WHEN (NEW.kind = 'OFF') EXECUTE FUNCTION withdraw_offered_day();

-- ── The worker's part ───────────────────────────────────────────────────────────────────────────────────────────────

-- One step: ends an offer whose time is up, by the database's clock, which passes its slot on; or offers one open slot
-- that somebody waits for. Any number of workers may step at once. Returns 0 when there is nothing to do.
CREATE FUNCTION advance_waitlist() RETURNS integer LANGUAGE plpgsql AS $$
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
      AND EXISTS (SELECT waiting_for(s.id))
    ORDER BY e.created_at, e.id, s.starts_at LIMIT 1 FOR NO KEY UPDATE OF s SKIP LOCKED;
  IF NOT FOUND THEN RETURN 0; END IF;
  RETURN offer_slot(free);
END $$;

-- ── Claiming ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Gives up the offer's seat and books it for who waited, in one transaction: an ordinary booking, under its ordinary rules.
-- When those refuse, the offer stands as before. outcome: as book_consultation(), or missing | closed
CREATE FUNCTION claim_waitlist_offer(
  p_offer_id uuid, p_id uuid, p_payment_id uuid, p_reason_sealed bytea, p_consent_version text, p_consent_locale text,
  p_key text, p_input_hash bytea, p_request_id text, p_hold_min integer, p_max_holds integer, p_provider text,
  OUT outcome text, OUT answer jsonb, OUT facts jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  offer waitlist_offers;
  entry waitlist_entries;
  slot slots;
  known boolean;
BEGIN
  SELECT * INTO offer FROM waitlist_offers WHERE id = p_offer_id;
  IF NOT FOUND THEN outcome := 'missing'; RETURN; END IF;
  SELECT * INTO entry FROM waitlist_entries WHERE id = offer.entry_id;
  SELECT * INTO slot FROM slots WHERE id = offer.slot_id;
  PERFORM lock_pair(slot.doctor_id, entry.patient_id);
  PERFORM FROM slots WHERE id = offer.slot_id FOR NO KEY UPDATE;
  SELECT * INTO offer FROM waitlist_offers WHERE id = p_offer_id FOR UPDATE;
  SELECT * INTO entry FROM waitlist_entries WHERE id = offer.entry_id FOR UPDATE;

  known := EXISTS (SELECT FROM idempotency_records r WHERE r.scope = entry.patient_id::text AND r.procedure = 'consultation.book'
    AND r.key = p_key AND r.expires_at > clock_timestamp());
  IF NOT known AND (offer.status <> 'OPEN' OR offer.expires_at <= clock_timestamp()) THEN
    outcome := 'closed';
    RETURN;
  END IF;
  BEGIN
    IF NOT known THEN
      UPDATE waitlist_offers SET status = 'CLAIMED', ended_at = clock_timestamp() WHERE id = offer.id;
    END IF;
    SELECT b.outcome, b.answer, b.facts INTO outcome, answer, facts FROM book_consultation(p_id, p_payment_id, offer.slot_id,
      entry.patient_id, entry.mode, p_reason_sealed, p_consent_version, p_consent_locale, p_key, p_input_hash, p_request_id,
      p_hold_min, p_max_holds, p_provider, entry.dependant_id) b;
    IF outcome = 'booked' THEN
      UPDATE waitlist_offers SET consultation_id = p_id WHERE id = offer.id;
      UPDATE waitlist_entries SET status = 'CLAIMED', ended_at = clock_timestamp() WHERE id = entry.id AND status = 'WAITING';
      INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
        VALUES (entry.patient_id, 'PATIENT', 'waitlist.claim', 'waitlist_entry', entry.id, entry.patient_id, p_request_id);
    ELSIF NOT known THEN
      RAISE EXCEPTION USING ERRCODE = 'WL001', MESSAGE = 'the booking was refused';
    END IF;
  EXCEPTION WHEN SQLSTATE 'WL001' THEN
    NULL;
  END;
END $$;

-- Ends an open offer, and with `p_leave` the waiting itself. outcome: done | closed
CREATE FUNCTION give_up_waitlist(p_entry_id uuid, p_patient_id uuid, p_offer_id uuid, p_leave boolean, p_request_id text, OUT outcome text)
LANGUAGE plpgsql AS $$
DECLARE
  offer waitlist_offers;
BEGIN
  SELECT * INTO offer FROM waitlist_offers WHERE entry_id = p_entry_id AND status = 'OPEN' AND (p_offer_id IS NULL OR id = p_offer_id);
  IF FOUND THEN
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

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION hold_offered_seat(), guard_offer(), waiting_for(uuid), offer_slot(uuid), offer_freed_slot(), withdraw_offers(),
  withdraw_offered_day(), advance_waitlist(), give_up_waitlist(uuid, uuid, uuid, boolean, text),
  claim_waitlist_offer(uuid, uuid, uuid, bytea, text, text, text, bytea, text, integer, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_offered_seat(), guard_offer(), waiting_for(uuid), offer_slot(uuid), offer_freed_slot(), withdraw_offers(),
  withdraw_offered_day() TO amrutam_app, amrutam_worker;
GRANT EXECUTE ON FUNCTION give_up_waitlist(uuid, uuid, uuid, boolean, text),
  claim_waitlist_offer(uuid, uuid, uuid, bytea, text, text, text, bytea, text, integer, integer, text) TO amrutam_app;
GRANT EXECUTE ON FUNCTION advance_waitlist() TO amrutam_worker;
GRANT SELECT, INSERT, UPDATE ON waitlist_entries, waitlist_offers TO amrutam_app;
GRANT SELECT (id, patient_id, dependant_id, doctor_id, specialization, from_at, to_at, mode, status, created_at, ended_at), UPDATE, DELETE
  ON waitlist_entries TO amrutam_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON waitlist_offers TO amrutam_worker;
