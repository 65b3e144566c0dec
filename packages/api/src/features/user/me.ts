import { openKey } from "@amrutam/db/phi/vault";
import { ok, type Result } from "@amrutam/domain/result";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";
import type { ActorContext } from "../../context";

/** The caller's own account. Role and assurance are the session row's; the phone is opened for its owner only. */
export async function me({ deps, session }: ActorContext): Promise<Result<z.infer<typeof meOutput>>> {
  const { prisma } = deps.db;
  const { userId } = session;
  const account = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      gender: true,
      phoneSealed: true,
      totpFactor: { select: { confirmedAt: true } },
      dataKeys: { where: { retentionClass: "ACCOUNT" }, select: { wrappedKey: true, masterVersion: true } },
    },
  });
  const [key] = account.dataKeys;
  const phone =
    key && account.phoneSealed
      ? openKey(deps.keys, key).unseal("users.phone_sealed", userId, account.phoneSealed)
      : null;
  return ok({
    id: userId,
    email: session.email,
    fullName: session.fullName,
    role: session.role,
    emailVerified: session.emailVerified,
    gender: account.gender,
    phone,
    locale: session.locale,
    timezone: session.timezone,
    aal: session.aal,
    secondFactor: account.totpFactor?.confirmedAt != null,
    doctor: session.doctor,
  });
}
