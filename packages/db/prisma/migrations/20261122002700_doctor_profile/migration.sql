-- A doctor changes the own profile. What an admin checked against the register goes back to be checked again when it changes, whoever
-- changes it and by whatever road; what stood before is kept, so that who decides sees what is new.

-- AlterTable
ALTER TABLE "doctors" ADD COLUMN     "photo" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "past_registrations" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "doctor_id" UUID NOT NULL,
    "specialization" TEXT NOT NULL,
    "system_of_medicine" "SystemOfMedicine" NOT NULL,
    "qualification" TEXT NOT NULL,
    "council" TEXT NOT NULL,
    "registration_number" CITEXT NOT NULL,
    "approval" "Approval" NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "past_registrations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "past_registrations_doctor_id_id_idx" ON "past_registrations"("doctor_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "past_registrations" ADD CONSTRAINT "past_registrations_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A random name, never what the sender called the file: no path can be made of it.
ALTER TABLE doctors ADD CONSTRAINT doctors_photo CHECK (photo ~ '^[A-Za-z0-9_-]{22}$');

CREATE FUNCTION follow_registration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A suspension is about the person: it is lifted by who imposed it, never left by the way of the queue.
  IF OLD.approval = 'SUSPENDED' THEN
    RAISE EXCEPTION 'the registration of a suspended doctor stays as it is'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'doctors_registration_fixed';
  END IF;
  INSERT INTO past_registrations (doctor_id, specialization, system_of_medicine, qualification, council, registration_number, approval,
    decided_at, decided_by)
  VALUES (OLD.id, OLD.specialization, OLD.system_of_medicine, OLD.qualification, OLD.council, OLD.registration_number, OLD.approval,
    OLD.decided_at, OLD.decided_by);
  NEW.approval := 'PENDING';
  NEW.approval_reason := NULL;
  NEW.decided_at := NULL;
  NEW.decided_by := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER doctors_registration BEFORE UPDATE OF specialization, system_of_medicine, qualification, council, registration_number ON doctors
  FOR EACH ROW WHEN ((OLD.specialization, OLD.system_of_medicine, OLD.qualification, OLD.council, OLD.registration_number::text)
    IS DISTINCT FROM (NEW.specialization, NEW.system_of_medicine, NEW.qualification, NEW.council, NEW.registration_number::text))
  EXECUTE FUNCTION follow_registration();

CREATE TRIGGER past_registrations_frozen BEFORE UPDATE OR DELETE ON past_registrations FOR EACH ROW EXECUTE FUNCTION refuse_change();

REVOKE EXECUTE ON FUNCTION follow_registration() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_registration() TO amrutam_app, amrutam_worker;
GRANT SELECT, INSERT ON past_registrations TO amrutam_app;
GRANT SELECT ON past_registrations TO amrutam_worker;
-- Also by name, should the table's own grant ever be narrowed to columns.
GRANT UPDATE (photo, revision) ON doctors TO amrutam_app;
