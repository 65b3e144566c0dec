-- Own profile, dependants and booking for them, and what a rotation of the master key needs to know.

-- CreateEnum
CREATE TYPE "Relationship" AS ENUM ('CHILD', 'PARENT', 'SPOUSE', 'SIBLING', 'OTHER');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "emergency_contact_sealed" BYTEA,
ADD COLUMN     "phone_index_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "consultations" ADD COLUMN     "dependant_id" UUID;

-- AlterTable
ALTER TABLE "master_key_checks" ADD COLUMN     "retired_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "dependants" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "relationship" "Relationship" NOT NULL,
    "gender" "Gender" NOT NULL DEFAULT 'UNKNOWN',
    "birth_date_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "dependants_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dependants_patient_id_created_at_idx" ON "dependants"("patient_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "dependants_id_patient_id_key" ON "dependants"("id", "patient_id");

-- AddForeignKey
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_dependant_id_patient_id_fkey" FOREIGN KEY ("dependant_id", "patient_id") REFERENCES "dependants"("id", "patient_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dependants" ADD CONSTRAINT "dependants_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE dependants ADD CONSTRAINT dependants_name CHECK (length(full_name) BETWEEN 1 AND 120);
-- A number that can be found but not read, or read but not found, would be out of step.
ALTER TABLE users ADD CONSTRAINT users_phone_index CHECK ((phone_sealed IS NULL) = (phone_index IS NULL));
CREATE INDEX consultations_dependant ON consultations (dependant_id) WHERE dependant_id IS NOT NULL;

-- ── Who is treated is fixed, like who booked ────────────────────────────────────────────────────────────────────────

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
     OR NEW.dependant_id IS DISTINCT FROM OLD.dependant_id THEN
    RAISE EXCEPTION 'patient, dependant and fee of a consultation are fixed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_fixed';
  END IF;
  RETURN NEW;
END $$;

-- ── Booking, now also for a dependant ───────────────────────────────────────────────────────────────────────────────

-- The new parameter comes last and has a default: processes of the version before call it with fourteen arguments.
DROP FUNCTION book_consultation(uuid, uuid, uuid, uuid, "ConsultationMode", bytea, text, text, text, bytea, text, integer, integer, text);

-- Books a slot, or returns the facts that spoke against it; packages/domain/src/booking/decide-booking.ts names the reason.
-- outcome: booked | replay | reused | in_flight | refused
CREATE FUNCTION book_consultation(
  p_id uuid, p_payment_id uuid, p_slot_id uuid, p_patient_id uuid, p_mode "ConsultationMode", p_reason_sealed bytea,
  p_consent_version text, p_consent_locale text, p_key text, p_input_hash bytea, p_request_id text,
  p_hold_min integer, p_max_holds integer, p_provider text, p_dependant_id uuid DEFAULT NULL,
  OUT outcome text, OUT answer jsonb, OUT facts jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  slot slots;
  doctor doctors;
  at timestamptz;
  verified boolean;
  known boolean;
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
  known := p_dependant_id IS NULL
    OR EXISTS (SELECT FROM dependants WHERE id = p_dependant_id AND patient_id = p_patient_id AND archived_at IS NULL);
  SELECT * INTO slot FROM slots WHERE id = p_slot_id;
  IF NOT FOUND THEN
    outcome := 'refused';
    facts := jsonb_build_object('slot', NULL, 'doctor', NULL, 'now', clock_timestamp(), 'patient', jsonb_build_object(
      'emailVerified', coalesce(verified, false), 'dependantKnown', known, 'overlapping', false, 'openHolds', 0));
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
     OR NOT coalesce(verified, false) OR NOT known OR overlapping OR (NOT free AND holds >= p_max_holds) THEN
    outcome := 'refused';
    facts := jsonb_build_object(
      'slot', CASE WHEN slot.id IS NULL OR slot.status = 'REMOVED' THEN NULL ELSE jsonb_build_object('startsAt', slot.starts_at, 'endsAt', slot.ends_at,
        'status', slot.status, 'capacity', slot.capacity, 'taken', slot.taken, 'modes', slot.modes) END,
      'doctor', jsonb_build_object('bookable', doctor.approval = 'APPROVED', 'minNoticeMin', doctor.min_notice_min, 'isFree', free),
      'patient', jsonb_build_object(
        'emailVerified', coalesce(verified, false), 'dependantKnown', known, 'overlapping', overlapping, 'openHolds', holds),
      'now', at);
    RETURN;
  END IF;

  hold_until := CASE WHEN free THEN NULL ELSE least(at + make_interval(mins => p_hold_min), slot.starts_at) END;
  SELECT min(n) INTO seat_no FROM generate_series(1, slot.capacity) n
    WHERE NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = p_slot_id AND c.seat = n AND holds_seat(c.status));

  INSERT INTO consultations (id, slot_id, seat, doctor_id, patient_id, dependant_id, starts_at, ends_at, status, mode, reason_sealed, fee_minor,
      currency, hold_expires_at, consent_version, consent_locale, consent_at, booked_at, confirmed_at, updated_at)
    VALUES (p_id, slot.id, seat_no, slot.doctor_id, p_patient_id, p_dependant_id, slot.starts_at, slot.ends_at,
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

-- ── A retired master key wraps nothing again ────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_retired_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.wrapped_key IS NOT NULL
     AND EXISTS (SELECT FROM master_key_checks WHERE version = NEW.master_version AND retired_at IS NOT NULL) THEN
    RAISE EXCEPTION 'master key version % is retired', NEW.master_version
      USING ERRCODE = 'check_violation', CONSTRAINT = 'data_keys_retired_version';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER data_keys_retired_version BEFORE INSERT OR UPDATE OF wrapped_key, master_version ON data_keys
  FOR EACH ROW EXECUTE FUNCTION refuse_retired_key();

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION refuse_retired_key(),
  book_consultation(uuid, uuid, uuid, uuid, "ConsultationMode", bytea, text, text, text, bytea, text, integer, integer, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refuse_retired_key(),
  book_consultation(uuid, uuid, uuid, uuid, "ConsultationMode", bytea, text, text, text, bytea, text, integer, integer, text, uuid)
  TO amrutam_app, amrutam_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON dependants TO amrutam_app;
GRANT SELECT (id, patient_id, full_name, relationship, archived_at) ON dependants TO amrutam_worker;
GRANT UPDATE (retired_at) ON master_key_checks TO amrutam_app;
