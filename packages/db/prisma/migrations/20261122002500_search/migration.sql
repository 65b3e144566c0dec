-- A search walks the index of its order until the page is full. "Soonest first" had one; these are the other orders'. Only what the
-- public may find is in them.
CREATE INDEX doctors_by_fee ON doctors (fee_minor, id) WHERE approval = 'APPROVED';
CREATE INDEX doctors_by_rating ON doctors ((-(rating_sum::float8 / greatest(rating_count, 1))), id) WHERE approval = 'APPROVED';
CREATE INDEX doctors_by_experience ON doctors (practising_since, id) WHERE approval = 'APPROVED';
