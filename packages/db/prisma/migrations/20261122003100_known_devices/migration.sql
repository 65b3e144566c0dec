-- On which device a session was opened, and since when older sessions say nothing of who it is: both for telling an owner
-- of a sign-in where nobody signed in before, and for forgetting one device alone.

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device_hash" BYTEA;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "sign_ins_ended_at" TIMESTAMPTZ(3);

ALTER TABLE sessions ADD CONSTRAINT sessions_device_hash CHECK (octet_length(device_hash) = 32);
