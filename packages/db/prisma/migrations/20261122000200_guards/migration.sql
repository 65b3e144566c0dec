-- What must never happen, made impossible. Rules in packages/domain say the same in words; these hold against any code path and any hand-typed SQL.

-- ── Time ────────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE slots
  ADD CONSTRAINT slots_interval CHECK (starts_at < ends_at AND ends_at - starts_at <= interval '8 hours'),
  ADD CONSTRAINT slots_seats CHECK (capacity >= 1 AND taken BETWEEN 0 AND capacity),
  ADD CONSTRAINT slots_modes CHECK (cardinality(modes) > 0 AND modes <@ ARRAY['VIDEO', 'AUDIO', 'CHAT']),
  ADD CONSTRAINT slots_no_overlap
    EXCLUDE USING gist (doctor_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'REMOVED');

ALTER TABLE consultations
  ADD CONSTRAINT consultations_interval CHECK (starts_at < ends_at),
  ADD CONSTRAINT consultations_patient_no_overlap
    EXCLUDE USING gist (patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status IN ('REQUESTED', 'CONFIRMED', 'IN_PROGRESS')),
  ADD CONSTRAINT consultations_hold CHECK (status <> 'REQUESTED' OR hold_expires_at IS NOT NULL),
  ADD CONSTRAINT consultations_seat CHECK (seat >= 1),
  ADD CONSTRAINT consultations_fee CHECK (fee_minor >= 0 AND fee_minor <= 9007199254740991),
  ADD CONSTRAINT consultations_cancelled_by CHECK ((status = 'CANCELLED') = (cancelled_by IS NOT NULL)),
  ADD CONSTRAINT consultations_missed_by CHECK ((status = 'NO_SHOW') = (missed_by IS NOT NULL)),
  ADD CONSTRAINT consultations_started CHECK (status NOT IN ('IN_PROGRESS', 'COMPLETED') OR started_at IS NOT NULL),
  ADD CONSTRAINT consultations_completed CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL));

CREATE UNIQUE INDEX consultations_active_seat ON consultations (slot_id, seat) WHERE status NOT IN ('CANCELLED', 'EXPIRED');
CREATE INDEX consultations_open_holds ON consultations (hold_expires_at) WHERE status = 'REQUESTED';
CREATE INDEX consultations_patient_holds ON consultations (patient_id) WHERE status = 'REQUESTED';
CREATE INDEX slots_open ON slots (doctor_id, starts_at) WHERE status = 'OPEN' AND taken < capacity;

ALTER TABLE weekly_hours
  ADD CONSTRAINT weekly_hours_window CHECK (weekday BETWEEN 1 AND 7 AND start_min >= 0 AND start_min < end_min AND end_min <= 1440),
  ADD CONSTRAINT weekly_hours_modes CHECK (cardinality(modes) > 0 AND modes <@ ARRAY['VIDEO', 'AUDIO', 'CHAT']),
  ADD CONSTRAINT weekly_hours_no_overlap
    EXCLUDE USING gist (doctor_id WITH =, weekday WITH =, int4range(start_min, end_min) WITH &&);

ALTER TABLE availability_exceptions
  ADD CONSTRAINT availability_exceptions_window CHECK (
    (kind = 'OFF' AND start_min IS NULL AND end_min IS NULL)
    OR (kind = 'OTHER_HOURS' AND start_min >= 0 AND start_min < end_min AND end_min <= 1440
        AND cardinality(modes) > 0 AND modes <@ ARRAY['VIDEO', 'AUDIO', 'CHAT'])),
  ADD CONSTRAINT availability_exceptions_no_overlap
    EXCLUDE USING gist (doctor_id WITH =, local_date WITH =, int4range(coalesce(start_min, 0), coalesce(end_min, 1440)) WITH &&);

-- ── People and money ────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE users
  ADD CONSTRAINT users_email CHECK (length(email::text) BETWEEN 3 AND 254 AND position('@' IN email::text) > 1),
  ADD CONSTRAINT users_name CHECK (length(full_name) BETWEEN 1 AND 120);
CREATE INDEX users_search ON users USING gin ((lower(full_name) || ' ' || lower(email::text)) gin_trgm_ops);

ALTER TABLE sessions ADD CONSTRAINT sessions_aal CHECK (aal IN (1, 2) AND (aal = 1 OR second_factor_at IS NOT NULL));

ALTER TABLE doctors
  ADD CONSTRAINT doctors_fee CHECK (fee_minor >= 0 AND fee_minor <= 9007199254740991),
  ADD CONSTRAINT doctors_modes CHECK (cardinality(modes) > 0 AND modes <@ ARRAY['VIDEO', 'AUDIO', 'CHAT']),
  ADD CONSTRAINT doctors_visit_length CHECK (visit_length_min BETWEEN 5 AND 240),
  ADD CONSTRAINT doctors_horizon CHECK (horizon_days BETWEEN 1 AND 365),
  ADD CONSTRAINT doctors_decision CHECK (approval = 'PENDING' OR decided_at IS NOT NULL),
  ADD CONSTRAINT doctors_rating CHECK (rating_count >= 0 AND rating_sum BETWEEN rating_count AND 5 * rating_count);

ALTER TABLE payments
  ADD CONSTRAINT payments_amount CHECK (amount_minor >= 0 AND amount_minor <= 9007199254740991),
  ADD CONSTRAINT payments_refunded CHECK (refunded_minor BETWEEN 0 AND CASE WHEN status = 'SUCCEEDED' THEN amount_minor ELSE 0 END),
  ADD CONSTRAINT payments_captured CHECK ((status = 'SUCCEEDED') = (captured_at IS NOT NULL));
ALTER TABLE refunds ADD CONSTRAINT refunds_amount CHECK (amount_minor > 0);

CREATE INDEX outbox_events_waiting ON outbox_events (available_at, id) WHERE dispatched_at IS NULL;

-- ── Life of a consultation ──────────────────────────────────────────────────────────────────────────────────────────

-- The same table as packages/domain/src/consultation/transitions.ts; a test holds the two against each other.
CREATE FUNCTION consultation_transition_allowed(from_status "ConsultationStatus", to_status "ConsultationStatus") RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (from_status, to_status) IN (
    ('REQUESTED', 'CONFIRMED'), ('REQUESTED', 'EXPIRED'), ('REQUESTED', 'CANCELLED'),
    ('CONFIRMED', 'IN_PROGRESS'), ('CONFIRMED', 'CANCELLED'), ('CONFIRMED', 'NO_SHOW'),
    ('IN_PROGRESS', 'COMPLETED'),
    ('EXPIRED', 'CONFIRMED'))
$$;

CREATE FUNCTION guard_consultation() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF NEW.patient_id <> OLD.patient_id OR NEW.fee_minor <> OLD.fee_minor OR NEW.currency <> OLD.currency THEN
    RAISE EXCEPTION 'patient and fee of a consultation are fixed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consultations_guard BEFORE INSERT OR UPDATE ON consultations FOR EACH ROW EXECUTE FUNCTION guard_consultation();

-- A status can't change unless the same transaction says so in the audit log.
CREATE FUNCTION require_consultation_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT FROM audit_events WHERE entity_id = NEW.id AND txid = pg_current_xact_id()) THEN
    RAISE EXCEPTION 'the status of consultation % changed without an audit event', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consultations_audited';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER consultations_audited AFTER INSERT OR UPDATE ON consultations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_consultation_audit();

-- ── Seats and the soonest open slot ─────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION holds_seat(status "ConsultationStatus") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT status NOT IN ('CANCELLED', 'EXPIRED')
$$;

CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF holds_seat(NEW.status) THEN UPDATE slots SET taken = taken + 1 WHERE id = NEW.slot_id; END IF;
  ELSIF NEW.slot_id = OLD.slot_id THEN
    IF holds_seat(NEW.status) AND NOT holds_seat(OLD.status) THEN UPDATE slots SET taken = taken + 1 WHERE id = NEW.slot_id;
    ELSIF holds_seat(OLD.status) AND NOT holds_seat(NEW.status) THEN UPDATE slots SET taken = taken - 1 WHERE id = NEW.slot_id;
    END IF;
  ELSE
    IF holds_seat(OLD.status) THEN UPDATE slots SET taken = taken - 1 WHERE id = OLD.slot_id; END IF;
    IF holds_seat(NEW.status) THEN UPDATE slots SET taken = taken + 1 WHERE id = NEW.slot_id; END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consultations_seats AFTER INSERT OR UPDATE OF status, slot_id ON consultations
  FOR EACH ROW EXECUTE FUNCTION count_seats();

CREATE FUNCTION refresh_next_open(doctor_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE doctors d SET next_open_at = soonest.at
  FROM (
    SELECT ids.id, coalesce(
      (SELECT min(s.starts_at) FROM slots s
        WHERE s.doctor_id = ids.id AND s.status = 'OPEN' AND s.taken < s.capacity AND s.starts_at > clock_timestamp()),
      '9999-12-31 00:00:00+00') AS at
    FROM unnest(doctor_ids) AS ids(id)
  ) soonest
  WHERE d.id = soonest.id AND d.next_open_at IS DISTINCT FROM soonest.at
$$;

CREATE FUNCTION follow_next_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_next_open(ARRAY(SELECT DISTINCT doctor_id FROM touched ORDER BY doctor_id));
  RETURN NULL;
END $$;
CREATE TRIGGER slots_inserted AFTER INSERT ON slots REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_next_open();
CREATE TRIGGER slots_updated AFTER UPDATE ON slots REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_next_open();
CREATE TRIGGER slots_deleted AFTER DELETE ON slots REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION follow_next_open();

-- ── Doctor's shown name ─────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION follow_display_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE doctors SET display_name = NEW.full_name WHERE user_id = NEW.id AND display_name <> NEW.full_name;
  RETURN NULL;
END $$;
CREATE TRIGGER users_display_name AFTER UPDATE OF full_name ON users FOR EACH ROW EXECUTE FUNCTION follow_display_name();

-- unaccent() is only STABLE because its dictionary could be swapped; ours is not, so an index may rely on it.
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;
CREATE INDEX doctors_name_trgm ON doctors USING gin (fold_text(display_name) gin_trgm_ops);

-- ── Frozen records ──────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', CONSTRAINT = TG_TABLE_NAME || '_frozen';
END $$;
CREATE TRIGGER prescriptions_frozen BEFORE UPDATE OR DELETE ON prescriptions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_frozen BEFORE UPDATE OR DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_kept BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
