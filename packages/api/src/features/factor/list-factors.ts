import { isStaff } from "@amrutam/domain/actor";
import type { factors } from "@amrutam/domain/factor/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { isoOrNull } from "../../wire";
import { findPasskeys } from "./passkey-store";

type Held = Readonly<{ totpSince: Date | null; emailSince: Date | null; codes: number; devices: number }>;

/** What the caller's own account can show besides the password. */
export async function listFactors({ deps, actor }: ActorContext): Promise<Result<z.output<typeof factors>>> {
  const { userId } = actor;
  return inTransaction(deps, async (tx) => {
    const [held] = await tx.$queryRaw<Held[]>`
      SELECT (SELECT confirmed_at FROM totp_factors WHERE user_id = u.id) AS "totpSince",
        CASE WHEN u.role = 'PATIENT' THEN u.email_code_at END AS "emailSince",
        (SELECT count(*)::int FROM recovery_codes WHERE user_id = u.id AND used_at IS NULL) AS codes,
        (SELECT count(*)::int FROM remembered_devices WHERE user_id = u.id AND expires_at > now()) AS devices
      FROM users u WHERE u.id = ${userId}::uuid`;
    return ok({
      passkeys: await findPasskeys(tx, userId),
      totpSince: isoOrNull(held?.totpSince ?? null),
      emailCodeSince: isoOrNull(held?.emailSince ?? null),
      recoveryCodesLeft: held?.codes ?? 0,
      rememberedDevices: held?.devices ?? 0,
      mustKeepOne: isStaff(actor),
    });
  });
}
