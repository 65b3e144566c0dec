-- What patients thought of a visit: stars, and a comment that others read once it was looked at.

-- CreateEnum
CREATE TYPE "CommentState" AS ENUM ('PENDING', 'PUBLISHED', 'HIDDEN');

-- CreateEnum
CREATE TYPE "HideReason" AS ENUM ('PERSONAL_DATA', 'ABUSIVE', 'NOT_THE_VISIT', 'ADVERTISING');

-- CreateTable
CREATE TABLE "ratings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consultation_id" UUID NOT NULL,
    "doctor_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "stars" SMALLINT NOT NULL,
    "visited_month" DATE NOT NULL,
    "comment_sealed" BYTEA,
    "comment_state" "CommentState",
    "comment_public" TEXT,
    "commented_at" TIMESTAMPTZ(3),
    "hide_reason" "HideReason",
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ratings_consultation_id_key" ON "ratings"("consultation_id");

-- CreateIndex
CREATE INDEX "ratings_doctor_id_stars_idx" ON "ratings"("doctor_id", "stars");

-- CreateIndex
CREATE INDEX "ratings_patient_id_idx" ON "ratings"("patient_id");

-- CreateIndex
CREATE INDEX "ratings_comment_state_commented_at_id_idx" ON "ratings"("comment_state", "commented_at", "id");

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_doctor_id_fkey" FOREIGN KEY ("doctor_id") REFERENCES "doctors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The public list: newest month first, and within a month in an order that tells nothing.
CREATE INDEX ratings_public ON ratings (doctor_id, visited_month DESC, id DESC) WHERE comment_state = 'PUBLISHED';

ALTER TABLE ratings
  ADD CONSTRAINT ratings_stars CHECK (stars BETWEEN 1 AND 5),
  ADD CONSTRAINT ratings_comment CHECK (
    (comment_state IS NULL) = (comment_sealed IS NULL) AND (comment_state IS NULL) = (commented_at IS NULL)),
  ADD CONSTRAINT ratings_public_text CHECK (
    (comment_public IS NOT NULL) = (comment_state IS NOT DISTINCT FROM 'PUBLISHED') AND length(comment_public) BETWEEN 1 AND 1000),
  ADD CONSTRAINT ratings_hidden CHECK ((hide_reason IS NOT NULL) = (comment_state IS NOT DISTINCT FROM 'HIDDEN')),
  ADD CONSTRAINT ratings_decided CHECK (
    (decided_at IS NOT NULL) = coalesce(comment_state <> 'PENDING', false) AND (decided_by IS NULL OR decided_at IS NOT NULL));

-- ── A rating is of one finished visit, and of whom that visit was with ──────────────────────────────────────────────

CREATE FUNCTION guard_rating() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  visit record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- COMPLETED is final, so what holds now holds for good.
    SELECT c.status, c.doctor_id, c.patient_id, date_trunc('month', c.starts_at AT TIME ZONE d.timezone)::date AS month INTO visit
      FROM consultations c JOIN doctors d ON d.id = c.doctor_id WHERE c.id = NEW.consultation_id;
    IF visit.status IS DISTINCT FROM 'COMPLETED' THEN
      RAISE EXCEPTION 'only a completed visit can be rated' USING ERRCODE = 'check_violation', CONSTRAINT = 'ratings_completed';
    END IF;
    IF (NEW.doctor_id, NEW.patient_id) IS DISTINCT FROM (visit.doctor_id, visit.patient_id) THEN
      RAISE EXCEPTION 'a rating is by the patient and about the doctor of its visit'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ratings_parties';
    END IF;
    NEW.visited_month := visit.month;
    -- What was decided before can only be loaded by the owner of the tables (a migration or a seed).
    IF NEW.comment_state <> 'PENDING' AND NOT pg_has_role(current_user, 'amrutam_owner', 'MEMBER') THEN
      RAISE EXCEPTION 'a comment begins as PENDING' USING ERRCODE = 'check_violation', CONSTRAINT = 'ratings_begin';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.consultation_id, NEW.doctor_id, NEW.patient_id, NEW.visited_month, NEW.given_at)
     IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.doctor_id, OLD.patient_id, OLD.visited_month, OLD.given_at) THEN
    RAISE EXCEPTION 'visit, parties and time of a rating are fixed' USING ERRCODE = 'check_violation', CONSTRAINT = 'ratings_fixed';
  END IF;
  -- Other words were looked at by nobody yet, whoever writes them: nothing published stays published over a change.
  IF NEW.comment_sealed IS DISTINCT FROM OLD.comment_sealed THEN
    NEW.comment_state := CASE WHEN NEW.comment_sealed IS NOT NULL THEN 'PENDING'::"CommentState" END;
    NEW.commented_at := CASE WHEN NEW.comment_sealed IS NOT NULL THEN clock_timestamp() END;
    NEW.comment_public := NULL;
    NEW.hide_reason := NULL;
    NEW.decided_by := NULL;
    NEW.decided_at := NULL;
  END IF;
  -- A decision names the revision it read: see decide-rating in the console's procedures.
  IF (NEW.stars, NEW.comment_sealed) IS DISTINCT FROM (OLD.stars, OLD.comment_sealed) THEN
    NEW.revision := OLD.revision + 1;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ratings_guard BEFORE INSERT OR UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION guard_rating();

-- ── The doctor's sums follow the rows, and nothing else moves them ──────────────────────────────────────────────────
-- Every star of a finished visit counts, whatever became of its comment: moderation is no lever on an average. Who is withdrawn doesn't.

CREATE FUNCTION follow_ratings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE doctors d SET rating_sum = d.rating_sum + c.stars, rating_count = d.rating_count + c.n
      FROM (SELECT doctor_id, sum(stars)::int AS stars, count(*)::int AS n FROM added GROUP BY doctor_id) c WHERE d.id = c.doctor_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE doctors d SET rating_sum = d.rating_sum - c.stars, rating_count = d.rating_count - c.n
      FROM (SELECT doctor_id, sum(stars)::int AS stars, count(*)::int AS n FROM removed GROUP BY doctor_id) c WHERE d.id = c.doctor_id;
  ELSE
    UPDATE doctors d SET rating_sum = d.rating_sum + c.stars
      FROM (SELECT a.doctor_id, sum(a.stars - r.stars)::int AS stars FROM added a JOIN removed r USING (id) GROUP BY a.doctor_id) c
      WHERE d.id = c.doctor_id AND c.stars <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ratings_given AFTER INSERT ON ratings REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION follow_ratings();
CREATE TRIGGER ratings_changed AFTER UPDATE ON ratings REFERENCING NEW TABLE AS added OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION follow_ratings();
CREATE TRIGGER ratings_withdrawn AFTER DELETE ON ratings REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION follow_ratings();

CREATE FUNCTION guard_rating_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_has_role(current_user, 'amrutam_owner', 'MEMBER') THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND (NEW.rating_sum, NEW.rating_count) = (0, 0) THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.rating_sum, NEW.rating_count) = (OLD.rating_sum, OLD.rating_count) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the sums of ratings are kept by the database' USING ERRCODE = 'check_violation', CONSTRAINT = 'doctors_rating_kept';
END $$;
CREATE TRIGGER doctors_rating_kept BEFORE INSERT OR UPDATE OF rating_sum, rating_count ON doctors
  FOR EACH ROW EXECUTE FUNCTION guard_rating_sums();

-- Until now nobody could rate: sums that are there were made up with the demo doctors.
UPDATE doctors SET rating_sum = 0, rating_count = 0 WHERE rating_count <> 0;

-- ── "Best rated" goes by the average that is shown ──────────────────────────────────────────────────────────────────
-- Below three ratings there is none (domain/rating/shown-average.ts): one friend's five stars don't lead the list.

DROP INDEX doctors_by_rating;
CREATE INDEX doctors_by_rating ON doctors ((CASE WHEN rating_count >= 3 THEN -(rating_sum::float8 / rating_count) ELSE 0 END), id)
  WHERE approval = 'APPROVED';

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION guard_rating(), follow_ratings(), guard_rating_sums() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard_rating(), follow_ratings(), guard_rating_sums() TO amrutam_app, amrutam_worker;
GRANT SELECT, INSERT, DELETE ON ratings TO amrutam_app;
GRANT UPDATE (stars, comment_sealed, comment_state, comment_public, hide_reason, decided_by, decided_at, updated_at) ON ratings TO amrutam_app;
