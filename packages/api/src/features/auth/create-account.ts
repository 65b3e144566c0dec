import type { PrismaTransaction } from "@amrutam/db/client";
import { newDataKey, openKey } from "@amrutam/db/phi/vault";
import type { signupInput } from "@amrutam/domain/auth/schema";
import type { Keys } from "@amrutam/ports/keys";
import type * as z from "zod";
import { sealPhone } from "../user/public";

type Input = z.infer<typeof signupInput>;

/** Hours for which what was typed before there was an account is kept: as long as the mail's link works. */
const DRAFT_HOURS = 24;

/**
 * Writes the account, its data keys and what is sealed with them.
 * @param id of the new user; ciphertexts are bound to it
 * @returns false when the address has an account already: nothing was written then
 */
export async function createAccount(
  tx: PrismaTransaction,
  keys: Keys,
  id: string,
  input: Omit<Input, "password"> & { passwordHash: string },
): Promise<boolean> {
  const accountKey = newDataKey(keys, id, "ACCOUNT");
  const account = openKey(keys, accountKey);
  const { count } = await tx.user.createMany({
    skipDuplicates: true,
    data: {
      id,
      email: input.email,
      passwordHash: input.passwordHash,
      role: input.role,
      fullName: input.fullName,
      gender: input.gender,
      locale: input.locale,
      timezone: input.timezone,
      ...(input.phone ? sealPhone(account, keys, id, input.phone) : {}),
    },
  });
  if (count === 0) return false;
  const isPatient = input.role === "PATIENT";
  const clinicalKey = newDataKey(keys, id, "CLINICAL");
  await tx.dataKey.createMany({ data: isPatient ? [accountKey, clinicalKey] : [accountKey] });
  if (isPatient && input.draft) {
    const { slotId, mode, reason } = input.draft;
    const reasonSealed = openKey(keys, clinicalKey).seal("booking_drafts.reason_sealed", id, reason);
    await tx.$executeRaw`
      INSERT INTO booking_drafts (user_id, slot_id, mode, reason_sealed, expires_at)
      VALUES (${id}::uuid, ${slotId}::uuid, ${mode}::"ConsultationMode", ${reasonSealed},
        now() + make_interval(hours => ${DRAFT_HOURS}::int))`;
  }
  return true;
}
