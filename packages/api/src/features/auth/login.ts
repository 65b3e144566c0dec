import { admits } from "@amrutam/auth/audience";
import { createChallenge } from "@amrutam/auth/challenges";
import { holdPassword } from "@amrutam/auth/hold-password";
import { verifyPassword } from "@amrutam/auth/passwords";
import { isDeviceRemembered } from "@amrutam/auth/remembered-devices";
import { secondFactorsOf } from "@amrutam/auth/second-factor";
import type { loginInput, loginOutput } from "@amrutam/domain/auth/schema";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { deliverSignIn } from "./deliver-sign-in";
import { findAccount } from "./signed-in-user";
import { takeTry } from "./throttle";

type Input = z.infer<typeof loginInput>;
type Output = z.infer<typeof loginOutput>;

async function refuseSignIn(ctx: Context, code: RefusalCode, userId: string | undefined) {
  await inTransaction(ctx.deps, (tx) =>
    audit(tx, ctx, { action: "auth.login_failed", entityId: userId, outcome: "refused" }),
  );
  return refuse(code);
}

/**
 * Judges address and password. Only who knows the password learns that the account is disabled, or belongs to the
 * other app; for everybody else there is one answer and one amount of work, account or not.
 */
export async function login(ctx: Context, input: Input): Promise<Result<Output>> {
  const { deps } = ctx;
  const found = await deps.db.prisma.user.findUnique({
    where: { email: input.email },
    select: { id: true, role: true, status: true, passwordHash: true },
  });
  const forgive = await takeTry(ctx, "auth.password", input.email, found?.id ?? null);
  const isRight = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found?.passwordHash || !isRight) return refuseSignIn(ctx, "auth.invalid_credentials", found?.id);
  const { passwordHash } = found;
  await forgive();
  if (found.status !== "ACTIVE") return refuseSignIn(ctx, "auth.account_disabled", found.id);
  if (!admits(deps.audience, found.role)) return refuseSignIn(ctx, "auth.wrong_app", found.id);

  return inTransaction(deps, async (tx): Promise<Result<Output>> => {
    if (!(await holdPassword(tx, found.id, passwordHash))) return refuse("auth.invalid_credentials");
    const methods = await secondFactorsOf(tx, found.id);
    const { user } = await findAccount(tx, found.id);
    const secret = deps.secrets.access[deps.audience];
    if (methods.length > 0 && (await isDeviceRemembered(tx, secret, found.id, ctx.deviceToken)))
      return ok(await deliverSignIn(tx, ctx, user, { aal: 1, isComplete: false }, input.delivery));
    if (methods.length > 0) {
      return ok({
        mfaRequired: true,
        challengeId: await createChallenge(tx, found.id, deps.audience),
        methods,
        canRemember: found.role === "PATIENT",
      });
    }
    return ok(await deliverSignIn(tx, ctx, user, { aal: 1 }, input.delivery));
  });
}
