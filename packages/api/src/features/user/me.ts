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
      totpFactor: { select: { confirmedAt: true } },
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
    secondFactor: account.totpFactor?.confirmedAt != null,
    doctor: session.doctor,
  });
}
