-- Changing the address one signs in with: the link goes to the new one, word of it to the one before.

-- AlterEnum
ALTER TYPE "LinkPurpose" ADD VALUE 'CHANGE_EMAIL';

-- CreateTable
CREATE TABLE "email_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "from_email" CITEXT NOT NULL,
    "to_email" CITEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "email_changes_user_id_requested_at_idx" ON "email_changes"("user_id", "requested_at" DESC);

-- AddForeignKey
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE email_changes ADD CONSTRAINT email_changes_differ CHECK (from_email <> to_email);

-- Only that it was confirmed can be added to what was asked for, and only once.
CREATE FUNCTION guard_email_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NOT NULL OR (NEW.id, NEW.user_id, NEW.from_email, NEW.to_email, NEW.requested_at)
     IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.from_email, OLD.to_email, OLD.requested_at) THEN
    RAISE EXCEPTION 'a change of address stays as it was asked for'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'email_changes_fixed';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION guard_email_change() FROM PUBLIC;
CREATE TRIGGER email_changes_guarded BEFORE UPDATE ON email_changes FOR EACH ROW EXECUTE FUNCTION guard_email_change();

GRANT SELECT, INSERT, UPDATE ON email_changes TO amrutam_app;
GRANT SELECT, DELETE ON email_changes TO amrutam_worker;
