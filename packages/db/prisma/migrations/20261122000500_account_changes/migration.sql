-- CreateTable
CREATE TABLE "account_changes" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "changed_by" UUID NOT NULL,
    "from_role" "Role" NOT NULL,
    "to_role" "Role" NOT NULL,
    "from_status" "UserStatus" NOT NULL,
    "to_status" "UserStatus" NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_changes_user_id_changed_at_idx" ON "account_changes"("user_id", "changed_at" DESC);

-- AddForeignKey
ALTER TABLE "account_changes" ADD CONSTRAINT "account_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE account_changes
  ADD CONSTRAINT account_changes_change CHECK (from_role <> to_role OR from_status <> to_status),
  ADD CONSTRAINT account_changes_reason CHECK (length(reason) BETWEEN 1 AND 500);
CREATE TRIGGER account_changes_frozen BEFORE UPDATE OR DELETE ON account_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON account_changes TO amrutam_app;
GRANT SELECT ON account_changes TO amrutam_worker;
