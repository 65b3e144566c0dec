import { openAccountKey } from "@amrutam/auth/account-key";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { localDay } from "@amrutam/domain/time/local-day";
import { decideBirthDate } from "@amrutam/domain/user/birth-date";
import { mayRename } from "@amrutam/domain/user/rename";
import type { UpdateProfileInput } from "@amrutam/domain/user/schema";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { sealProfile } from "./seal-profile";

/**
 * Changes what the caller names of the own profile, and nothing else: zone and language too change only when named.
 * @returns `user.birth_date_impossible`, `user.name_fixed`
 */
export async function updateProfile(
  ctx: ActorContext,
  input: UpdateProfileInput,
): Promise<Result<{ done: true }>> {
  const { deps, session } = ctx;
  const { userId } = session;
  if (
    input.fullName !== undefined &&
    input.fullName !== session.fullName &&
    !mayRename(session.doctor?.approval)
  )
    return refuse("user.name_fixed");
  if (input.dateOfBirth) {
    const today = localDay(fromEpochMs(deps.clock.now().getTime()), input.timezone ?? session.timezone);
    const born = decideBirthDate(input.dateOfBirth, today);
    if (!born.ok) return born;
  }
  await inTransaction(deps, async (tx) => {
    const cipher = await openAccountKey(tx, deps.keys, userId);
    const { fullName, gender, timezone, locale } = input;
    await tx.user.update({
      where: { id: userId },
      data: { fullName, gender, timezone, locale, ...sealProfile(cipher, deps.keys, userId, input) },
      select: { id: true },
    });
    const patientId = session.role === "PATIENT" ? { patientId: userId } : {};
    await audit(tx, ctx, { action: "user.update", entityId: userId, ...patientId });
  });
  return ok({ done: true });
}
