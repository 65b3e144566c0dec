-- The doctor first, then the patient, always: a day off holds its doctor and then takes patient after patient, sorted. Sorted by
-- their hashes alone, half of the patients who acted at that moment held themselves and waited for the doctor, in a ring.
CREATE OR REPLACE FUNCTION lock_pair(doctor uuid, patient uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('doctor:' || doctor, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('patient:' || patient, 0));
END $$;
