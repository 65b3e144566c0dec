-- Doctors are decided on in the order in which they began to wait: a registration that was changed after years waits since the change,
-- not since the account was made. Who corrects what is waiting already keeps the place.

-- AlterTable
ALTER TABLE "doctors" ADD COLUMN     "pending_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE doctors d SET pending_since = coalesce((SELECT max(p.replaced_at) FROM past_registrations p
  WHERE p.doctor_id = d.id AND p.approval <> 'PENDING'), d.created_at);

CREATE FUNCTION wait_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.pending_since := now();
  RETURN NEW;
END $$;
-- Named to come after doctors_registration, which may be what sends the doctor back to wait.
CREATE TRIGGER doctors_wait_anew BEFORE UPDATE ON doctors
  FOR EACH ROW WHEN (OLD.approval <> 'PENDING' AND NEW.approval = 'PENDING') EXECUTE FUNCTION wait_anew();

-- The queue alone: few wait, and the others' rows are written often.
CREATE INDEX doctors_waiting ON doctors (pending_since, id) WHERE approval = 'PENDING';

REVOKE EXECUTE ON FUNCTION wait_anew() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wait_anew() TO amrutam_app, amrutam_worker;
