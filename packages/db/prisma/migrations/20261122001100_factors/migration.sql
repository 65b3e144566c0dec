-- Passkeys, codes by e-mail, remembered devices, a fresh proof inside a session, and lost factors reset by two admins.

-- CreateEnum
CREATE TYPE "PasskeyPurpose" AS ENUM ('REGISTER', 'SIGN_IN', 'STEP_UP');

-- CreateEnum
CREATE TYPE "FactorResetDecision" AS ENUM ('APPROVED', 'REJECTED');

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN "step_up_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "sign_in_challenges" ADD COLUMN "session_id" UUID,
ADD COLUMN "email_codes" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sign_in_tickets" ADD COLUMN "is_complete" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "remembers_device" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "users" ADD COLUMN "email_code_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "sign_count" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "is_synced" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenges" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "purpose" "PasskeyPurpose" NOT NULL,
    "audience" "AppAudience" NOT NULL,
    "challenge" BYTEA NOT NULL,
    "user_id" UUID,
    "session_id" UUID,
    "sign_in_challenge_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remembered_devices" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "device_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remembered_devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_resets" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "FactorResetDecision",
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "factor_resets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");

-- CreateIndex
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenges_expires_at_idx" ON "passkey_challenges"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "remembered_devices_user_id_device_hash_key" ON "remembered_devices"("user_id", "device_hash");

-- CreateIndex
CREATE INDEX "factor_resets_user_id_requested_at_idx" ON "factor_resets"("user_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "factor_resets_requested_at_id_idx" ON "factor_resets"("requested_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "sign_in_challenges" ADD CONSTRAINT "sign_in_challenges_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_sign_in_challenge_id_fkey" FOREIGN KEY ("sign_in_challenge_id") REFERENCES "sign_in_challenges"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remembered_devices" ADD CONSTRAINT "remembered_devices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_resets" ADD CONSTRAINT "factor_resets_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What counted as fresh until now goes on counting.
UPDATE sessions SET step_up_at = second_factor_at;

ALTER TABLE sign_in_challenges ADD CONSTRAINT sign_in_challenges_email_codes CHECK (email_codes BETWEEN 0 AND 3);

ALTER TABLE passkeys
  ADD CONSTRAINT passkeys_name CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT passkeys_sign_count CHECK (sign_count BETWEEN 0 AND 4294967295),
  ADD CONSTRAINT passkeys_credential_id CHECK (octet_length(credential_id) BETWEEN 1 AND 1023);

-- A registration and a step-up happen inside a session of the person; a sign-in happens before there is one.
ALTER TABLE passkey_challenges
  ADD CONSTRAINT passkey_challenges_challenge CHECK (octet_length(challenge) = 32),
  ADD CONSTRAINT passkey_challenges_bound CHECK (
    CASE WHEN purpose = 'SIGN_IN' THEN session_id IS NULL AND (user_id IS NULL) = (sign_in_challenge_id IS NULL)
    ELSE session_id IS NOT NULL AND user_id IS NOT NULL AND sign_in_challenge_id IS NULL END);

-- Two admins, and neither is the person concerned. At most one request per person is open at a time.
ALTER TABLE factor_resets
  ADD CONSTRAINT factor_resets_reason CHECK (length(reason) BETWEEN 1 AND 500),
  ADD CONSTRAINT factor_resets_requester CHECK (requested_by <> user_id),
  ADD CONSTRAINT factor_resets_decider CHECK (decided_by <> user_id AND decided_by <> requested_by),
  ADD CONSTRAINT factor_resets_decided CHECK (
    (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT factor_resets_in_time CHECK (decided_at <= expires_at),
  ADD CONSTRAINT factor_resets_period CHECK (expires_at > requested_at),
  ADD CONSTRAINT factor_resets_one_open EXCLUDE USING gist (user_id WITH =, tstzrange(requested_at, expires_at) WITH &&)
    WHERE (decision IS NULL);
CREATE TRIGGER factor_resets_frozen BEFORE UPDATE ON factor_resets FOR EACH ROW WHEN (OLD.decision IS NOT NULL)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER factor_resets_kept BEFORE DELETE ON factor_resets FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT, UPDATE, DELETE ON passkeys, passkey_challenges, remembered_devices TO amrutam_app;
GRANT SELECT, INSERT, UPDATE ON factor_resets TO amrutam_app;
GRANT SELECT, DELETE ON passkey_challenges, remembered_devices TO amrutam_worker;
