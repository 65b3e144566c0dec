-- "Dermatologists, soonest first" walked past everybody else in the order of all doctors, two thousand of them for a hundred. The
-- account comes along because each listed doctor is held against those that are disabled.
CREATE INDEX doctors_by_specialization ON doctors (specialization, next_open_at, id) INCLUDE (user_id) WHERE approval = 'APPROVED';
