-- What calendars elsewhere are told of visits, and the private address from which one fetches them.

-- AlterTable
ALTER TABLE "consultations" ADD COLUMN     "calendar_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "calendar_sequence" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "user_id" UUID NOT NULL,
    "link_id" UUID,
    "token_hash" BYTEA,
    "linked_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),
    "has_names" BOOLEAN NOT NULL DEFAULT false,
    "names_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An address is there as a whole or not at all.
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_link
  CHECK ((link_id IS NULL) = (token_hash IS NULL) AND (link_id IS NULL) = (linked_at IS NULL));

-- RFC 5546, 2.1.4: the sequence rises with what a calendar shows, and a client throws away what has a lower one than it
-- knows. Counted here, whatever path changed the visit and whatever it says of the sequence itself. A hold was in nobody's
-- calendar, so what becomes of one counts for nothing.
CREATE FUNCTION count_calendar_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.calendar_sequence := OLD.calendar_sequence;
  NEW.calendar_changed_at := OLD.calendar_changed_at;
  IF OLD.status NOT IN ('REQUESTED', 'EXPIRED')
     AND ((NEW.starts_at, NEW.ends_at, NEW.mode) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.mode)
       OR (NEW.status = 'CANCELLED' AND OLD.status <> 'CANCELLED')) THEN
    NEW.calendar_sequence := OLD.calendar_sequence + 1;
    NEW.calendar_changed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consultations_calendar BEFORE UPDATE ON consultations FOR EACH ROW EXECUTE FUNCTION count_calendar_changes();

-- ── Grants ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION count_calendar_changes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_calendar_changes() TO amrutam_app, amrutam_worker;
GRANT SELECT, INSERT, UPDATE ON calendar_feeds TO amrutam_app;
-- A mail's attachment names whom its reader wants named; where somebody's feed is, is nothing to the worker.
GRANT SELECT (user_id, has_names, names_at) ON calendar_feeds TO amrutam_worker;
