-- The life of a booking after it is made: another time, a longer hold, links in the mail, and who ended it why.

-- CreateEnum
CREATE TYPE "VisitLinkPurpose" AS ENUM ('CHANGE', 'CANCEL');

-- AlterTable
ALTER TABLE "consultations" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "hold_extended_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_at" TIMESTAMPTZ(3),
ADD COLUMN     "moved_by" "Party",
ADD COLUMN     "moved_from" TIMESTAMPTZ(3),
ADD COLUMN     "patient_moves" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "visit_links" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "consultation_id" UUID NOT NULL,
    "purpose" "VisitLinkPurpose" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visit_links_consultation_id_idx" ON "visit_links"("consultation_id");

-- CreateIndex
CREATE INDEX "visit_links_expires_at_idx" ON "visit_links"("expires_at");

-- AddForeignKey
ALTER TABLE "visit_links" ADD CONSTRAINT "visit_links_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE consultations
  ADD CONSTRAINT consultations_moved CHECK ((moved_by IS NULL) = (moved_at IS NULL) AND (moved_by IS NULL) = (moved_from IS NULL)),
  ADD CONSTRAINT consultations_patient_moves CHECK (patient_moves BETWEEN 0 AND 100),
  ADD CONSTRAINT consultations_cancel_reason CHECK (cancel_reason IS NULL OR (status = 'CANCELLED' AND length(cancel_reason) BETWEEN 1 AND 500));

-- One link of a kind works at a time. Its text is signed, not stored: who reads this table can't open a visit.
CREATE UNIQUE INDEX visit_links_open ON visit_links (consultation_id, purpose) WHERE used_at IS NULL;

-- ── Links end with what they were made for ──────────────────────────────────────────────────────────────────────────

CREATE FUNCTION retire_visit_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE visit_links SET used_at = clock_timestamp() WHERE consultation_id = NEW.id AND used_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consultations_links AFTER UPDATE OF status, slot_id ON consultations FOR EACH ROW
  WHEN (OLD.status = 'CONFIRMED' AND (NEW.status <> OLD.status OR NEW.slot_id <> OLD.slot_id))
  EXECUTE FUNCTION retire_visit_links();

-- The links of a visit that is still to come, made when its first mail is written; of two workers, both get the same.
-- The shared lock makes a change of the visit wait, and then retire what was made here.
CREATE FUNCTION open_visit_links(p_consultation_id uuid, OUT change_id uuid, OUT cancel_id uuid) LANGUAGE plpgsql AS $$
DECLARE begins timestamptz;
BEGIN
  SELECT starts_at INTO begins FROM consultations
    WHERE id = p_consultation_id AND status = 'CONFIRMED' AND starts_at > clock_timestamp() FOR SHARE;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO visit_links (consultation_id, purpose, expires_at)
    VALUES (p_consultation_id, 'CHANGE', begins), (p_consultation_id, 'CANCEL', begins)
    ON CONFLICT DO NOTHING;
  SELECT id INTO change_id FROM visit_links WHERE consultation_id = p_consultation_id AND purpose = 'CHANGE' AND used_at IS NULL;
  SELECT id INTO cancel_id FROM visit_links WHERE consultation_id = p_consultation_id AND purpose = 'CANCEL' AND used_at IS NULL;
END $$;

-- ── What may change of a visit ──────────────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE FUNCTION guard_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- History can only be loaded by the owner of the tables (a migration or a seed).
    IF NEW.status NOT IN ('REQUESTED', 'CONFIRMED') AND NOT pg_has_role(current_user, 'amrutam_owner', 'MEMBER') THEN
      RAISE EXCEPTION 'a consultation begins as REQUESTED or CONFIRMED, not %', NEW.status
        USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_transition';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status <> OLD.status AND NOT consultation_transition_allowed(OLD.status, NEW.status) THEN
    RAISE EXCEPTION 'a consultation cannot go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_transition';
  END IF;
  IF NEW.patient_id <> OLD.patient_id OR NEW.fee_minor <> OLD.fee_minor OR NEW.currency <> OLD.currency
     OR NEW.doctor_id <> OLD.doctor_id OR NEW.dependant_id IS DISTINCT FROM OLD.dependant_id THEN
    RAISE EXCEPTION 'patient, dependant, doctor and fee of a consultation are fixed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_fixed';
  END IF;
  IF NEW.slot_id <> OLD.slot_id AND (OLD.status <> 'CONFIRMED' OR NEW.status <> 'CONFIRMED') THEN
    RAISE EXCEPTION 'only a confirmed consultation moves to another slot'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_move';
  END IF;
  -- A hold grows once, by ten minutes at most (decide-extension.ts); tests and repairs by the owner may do as they need.
  IF NEW.status = 'REQUESTED' AND NEW.hold_expires_at > OLD.hold_expires_at
     AND (OLD.hold_extended_at IS NOT NULL OR NEW.hold_extended_at IS NULL
       OR NEW.hold_expires_at > OLD.hold_expires_at + interval '10 minutes')
     AND NOT pg_has_role(current_user, 'amrutam_owner', 'MEMBER') THEN
    RAISE EXCEPTION 'a hold is made longer once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_hold_extended';
  END IF;
  RETURN NEW;
END $$;

-- Neither a status nor a time changes unless the same transaction says so in the audit log.
CREATE OR REPLACE FUNCTION require_consultation_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status AND NEW.slot_id = OLD.slot_id THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM audit_events WHERE entity_id = NEW.id AND txid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'consultation % changed its status or time without an audit event', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_audited';
  END IF;
  RETURN NULL;
END $$;

-- ── Another time ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Moves a visit to another slot of its doctor, or returns the facts that spoke against it;
-- packages/domain/src/consultation/decide-reschedule.ts names the reason. The old seat is given up by the statement that
-- takes the new one, so either both happen or neither. p_owner is the patient's account or the doctor, as p_party says.
-- With a link, that link must still work once the visit is locked; moving the visit retires it.
-- outcome: moved | replay | reused | in_flight | missing | link_invalid | refused
CREATE FUNCTION reschedule_consultation(
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

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION retire_visit_links(), open_visit_links(uuid),
  reschedule_consultation(uuid, uuid, "Party", uuid, uuid, text, text, text, bytea, text, integer, integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retire_visit_links(), open_visit_links(uuid),
  reschedule_consultation(uuid, uuid, "Party", uuid, uuid, text, text, text, bytea, text, integer, integer, uuid)
  TO amrutam_app, amrutam_worker;
GRANT SELECT, UPDATE ON visit_links TO amrutam_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON visit_links TO amrutam_worker;
