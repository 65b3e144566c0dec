-- Search leaves out doctors whose account is disabled. They are few: with this index that costs nothing per doctor.
CREATE INDEX users_disabled ON users (id) WHERE status <> 'ACTIVE';

-- The next statement names a setting of pg_trgm, which this session only knows once the library is loaded.
SELECT word_similarity('a', 'a');

-- Doctors whose name holds something like these words, accents and case aside. A threshold belongs to the session, and an index can
-- only be asked through the operator that reads it, hence a function with a setting of its own. 0.5 finds "sharna" for Sharma.
CREATE FUNCTION doctors_named(words text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 50
SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT id FROM doctors WHERE fold_text(display_name) %> fold_text(words)
$$;
REVOKE EXECUTE ON FUNCTION doctors_named(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION doctors_named(text) TO amrutam_app, amrutam_worker;
