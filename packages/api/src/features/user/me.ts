import { ok, type Result } from "@amrutam/domain/result";
import type { meOutput } from "@amrutam/domain/user/schema";
import type * as z from "zod";
import type { ActorContext } from "../../context";

/** The caller's own account. Role and assurance are the session row's; nothing that is sealed is opened. */
export async function me({ deps, session }: ActorContext): Promise<Result<z.infer<typeof meOutput>>> {
  const { prisma } = deps.db;
  const { userId } = session;
  const account = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      gender: true,
      emailCodeAt: true,
      totpFactor: { select: { confirmedAt: true } },
      passkeys: { select: { id: true }, take: 1 },
    },
  });
  return ok({
    id: userId,
    email: session.email,
    fullName: session.fullName,
    role: session.role,
    emailVerified: session.emailVerified,
    gender: account.gender,
    locale: session.locale,
    timezone: session.timezone,
    aal: session.aal,
    secondFactor:
      account.totpFactor?.confirmedAt != null ||
      account.passkeys.length > 0 ||
      (session.role === "PATIENT" && account.emailCodeAt !== null),
    doctor: session.doctor,
  });
}
