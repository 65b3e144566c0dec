-- The worker tells a patient that a prescription was issued: it may know of it, not what stands in it.
GRANT SELECT (id, consultation_id, version, issued_at, issued_by) ON prescriptions TO amrutam_worker;
