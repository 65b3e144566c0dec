-- How a doctor's hours become times: room between visits, a most a day, group sessions, a list of holidays.

ALTER TABLE doctors
  ADD COLUMN buffer_before_min SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN buffer_after_min SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN daily_cap SMALLINT,
  ADD COLUMN holiday_region TEXT,
  ADD CONSTRAINT doctors_buffers CHECK (buffer_before_min BETWEEN 0 AND 120 AND buffer_after_min BETWEEN 0 AND 120),
  ADD CONSTRAINT doctors_daily_cap CHECK (daily_cap BETWEEN 1 AND 200),
  ADD CONSTRAINT doctors_notice CHECK (min_notice_min BETWEEN 0 AND 43200);

ALTER TABLE weekly_hours
  ADD COLUMN capacity SMALLINT NOT NULL DEFAULT 1,
  ADD CONSTRAINT weekly_hours_capacity CHECK (capacity BETWEEN 1 AND 50);
ALTER TABLE availability_exceptions
  ADD COLUMN capacity SMALLINT NOT NULL DEFAULT 1,
  ADD CONSTRAINT availability_exceptions_capacity CHECK (capacity BETWEEN 1 AND 50);

-- BLOCKED because the doctor's day is full, not because the doctor said so: it opens by itself when a visit falls away.
ALTER TABLE slots ADD COLUMN capped BOOLEAN NOT NULL DEFAULT false;

CREATE FUNCTION forget_capped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.capped := false;
  RETURN NEW;
END $$;
CREATE TRIGGER slots_forget_capped BEFORE UPDATE OF status ON slots
  FOR EACH ROW WHEN (NEW.capped AND NEW.status <> 'BLOCKED') EXECUTE FUNCTION forget_capped();

-- ── The daily cap ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A day is the doctor's local date; its visits are the slots with a seat taken, a group session counting once. What is
-- closed is not open to anybody: search, the doctor's page and booking need not know of the cap.

-- The local dates between two instants on which a doctor has as many visits as they want.
CREATE FUNCTION full_days(p_doctor_id uuid, p_from timestamptz, p_to timestamptz) RETURNS SETOF date LANGUAGE sql STABLE AS $$
  SELECT (s.starts_at AT TIME ZONE d.timezone)::date
  FROM doctors d JOIN slots s ON s.doctor_id = d.id
  WHERE d.id = p_doctor_id AND s.taken > 0 AND s.status <> 'REMOVED' AND s.starts_at >= p_from AND s.starts_at < p_to
  GROUP BY 1, d.daily_cap
  HAVING count(*) >= d.daily_cap
$$;

CREATE FUNCTION close_full_days(p_doctor_id uuid, p_from timestamptz, p_to timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE slots s SET status = 'BLOCKED', capped = true
  FROM doctors d
  WHERE d.id = p_doctor_id AND s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken = 0
    AND s.starts_at > clock_timestamp() AND s.starts_at >= p_from AND s.starts_at < p_to
    AND (s.starts_at AT TIME ZONE d.timezone)::date IN (SELECT full_days(p_doctor_id, p_from, p_to))
$$;

CREATE FUNCTION reopen_days(p_doctor_id uuid, p_from timestamptz, p_to timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE slots s SET status = 'OPEN', capped = false
  FROM doctors d
  WHERE d.id = p_doctor_id AND s.doctor_id = d.id AND s.status = 'BLOCKED' AND s.capped
    AND s.starts_at > clock_timestamp() AND s.starts_at >= p_from AND s.starts_at < p_to
    AND (s.starts_at AT TIME ZONE d.timezone)::date NOT IN (SELECT full_days(p_doctor_id, p_from, p_to))
$$;

-- Taking a first seat may only close, giving up a last one may only open. Whoever takes holds the doctor's advisory lock,
-- and both lock the doctor's row before they count, so neither counts what the other is changing.
CREATE FUNCTION follow_daily_cap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  doctor doctors;
  day_from timestamptz;
  day_to timestamptz;
BEGIN
  PERFORM FROM doctors WHERE id = NEW.doctor_id AND daily_cap IS NOT NULL;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO doctor FROM doctors WHERE id = NEW.doctor_id FOR NO KEY UPDATE;
  day_from := (NEW.starts_at AT TIME ZONE doctor.timezone)::date::timestamp AT TIME ZONE doctor.timezone;
  day_to := ((NEW.starts_at AT TIME ZONE doctor.timezone)::date + 1)::timestamp AT TIME ZONE doctor.timezone;
  IF NEW.taken > 0 THEN PERFORM close_full_days(NEW.doctor_id, day_from, day_to);
  ELSE PERFORM reopen_days(NEW.doctor_id, day_from, day_to);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER slots_daily_cap AFTER UPDATE OF taken ON slots
  FOR EACH ROW WHEN ((OLD.taken = 0) <> (NEW.taken = 0)) EXECUTE FUNCTION follow_daily_cap();

REVOKE EXECUTE ON FUNCTION forget_capped(), full_days(uuid, timestamptz, timestamptz), close_full_days(uuid, timestamptz, timestamptz),
  reopen_days(uuid, timestamptz, timestamptz), follow_daily_cap() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_capped(), full_days(uuid, timestamptz, timestamptz), close_full_days(uuid, timestamptz, timestamptz),
  reopen_days(uuid, timestamptz, timestamptz), follow_daily_cap() TO amrutam_app, amrutam_worker;
