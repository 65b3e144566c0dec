-- Who is pending may still change the own name. Who decides about a changed registration must see that too, and must not decide on a
-- name that changed under the hand.

-- AlterTable
ALTER TABLE "past_registrations" ADD COLUMN     "full_name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "past_registrations" ALTER COLUMN "full_name" DROP DEFAULT;

CREATE OR REPLACE FUNCTION follow_registration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A suspension is about the person: it is lifted by who imposed it, never left by the way of the queue.
  IF OLD.approval = 'SUSPENDED' THEN
    RAISE EXCEPTION 'the registration of a suspended doctor stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'doctors_registration_fixed';
  END IF;
  INSERT INTO past_registrations (doctor_id, full_name, specialization, system_of_medicine, qualification, council, registration_number,
    approval, decided_at, decided_by)
  VALUES (OLD.id, OLD.display_name, OLD.specialization, OLD.system_of_medicine, OLD.qualification, OLD.council, OLD.registration_number,
    OLD.approval, OLD.decided_at, OLD.decided_by);
  NEW.approval := 'PENDING';
  NEW.approval_reason := NULL;
  NEW.decided_at := NULL;
  NEW.decided_by := NULL;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION follow_display_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE doctors SET display_name = NEW.full_name, revision = revision + 1 WHERE user_id = NEW.id AND display_name <> NEW.full_name;
  RETURN NULL;
END $$;
