import { closeChallenge, takeTry as takeChallengeTry } from "@amrutam/auth/challenges";
import { spendPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import { verifyPassword } from "@amrutam/auth/passwords";
import { secondFactorsOf, spendSecondFactor } from "@amrutam/auth/second-factor";
import { freshenSession, raiseSession } from "@amrutam/auth/sessions";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { stepUpInput } from "@amrutam/domain/auth/schema";
import { stepUpMethodsOf } from "@amrutam/domain/auth/step-up-methods";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { shownPasskey } from "./shown-passkey";
import { takeTry } from "./throttle";

type Done = { done: true };
type Input = z.output<typeof stepUpInput>;
type Shown<K extends string> = Extract<Input, Record<K, unknown>>;

/** @param isStrong a factor of its own, which raises the session to AAL 2 as well */
async function confirm(tx: PrismaTransaction, ctx: ActorContext, isStrong: boolean): Promise<Result<Done>> {
  const { sessionId } = ctx.actor;
  await (isStrong ? raiseSession(tx, sessionId) : freshenSession(tx, sessionId));
  await audit(tx, ctx, { action: "auth.step_up", entityId: sessionId });
  return ok({ done: true });
}

async function byPasskey(
  ctx: ActorContext,
  { challengeId, passkey }: Shown<"passkey">,
): Promise<Result<Done>> {
  const { deps, actor } = ctx;
  return inTransaction(deps, async (tx): Promise<Result<Done>> => {
    const spent = await spendPasskeyChallenge(tx, deps.audience, challengeId, "STEP_UP", actor.sessionId);
    if (!spent || spent.userId !== actor.userId) return refuse("auth.challenge_expired");
    const shown = await shownPasskey(tx, ctx, spent, passkey);
    return shown.ok ? confirm(tx, ctx, true) : shown;
  });
}

async function byCode(ctx: ActorContext, { code, challengeId }: Shown<"code">): Promise<Result<Done>> {
  const { deps, actor } = ctx;
  const { userId, sessionId } = actor;
  if (challengeId !== undefined) {
    const owner = await takeChallengeTry(deps.db.prisma, challengeId, deps.audience, sessionId);
    if (owner !== userId) return refuse("auth.challenge_expired");
  }
  const forgive = await takeTry(ctx, "auth.factor", userId, userId);
  const means = { keys: deps.keys, linkSecret: deps.secrets.links, nowMs: deps.clock.now().getTime() };
  const result = await inTransaction(deps, async (tx): Promise<Result<Done>> => {
    const methods = stepUpMethodsOf(await secondFactorsOf(tx, userId));
    const mailed = methods.includes("email_code") ? (challengeId ?? null) : null;
    const shown = await spendSecondFactor(tx, means, userId, code, mailed);
    if (!shown) {
      await audit(tx, ctx, { action: "auth.second_factor_failed", entityId: userId, outcome: "refused" });
      return refuse("auth.invalid_code");
    }
    if (shown === "recovery_code")
      await audit(tx, ctx, { action: "auth.recovery_code_use", entityId: userId });
    if (shown === "email_code" && mailed && !(await closeChallenge(tx, mailed)))
      return refuse("auth.challenge_expired");
    return confirm(tx, ctx, shown !== "email_code");
  });
  if (result.ok) await forgive();
  return result;
}

/** Shares its count with signing in: a session that was left open is no place to try passwords. */
async function byPassword(ctx: ActorContext, { password }: Shown<"password">): Promise<Result<Done>> {
  const { deps, actor, session } = ctx;
  const { userId, sessionId } = actor;
  const { passwordHash } = await deps.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  const forgive = await takeTry(ctx, "auth.password", session.email, userId);
  const isRight = await verifyPassword(passwordHash, password);
  const result = await inTransaction(deps, async (tx): Promise<Result<Done>> => {
    // Who has a factor shows it: the password is what somebody may have stolen.
    if ((await secondFactorsOf(tx, userId)).length > 0) return refuse("auth.second_factor_required");
    if (isRight) return confirm(tx, ctx, false);
    await audit(tx, ctx, { action: "auth.step_up", entityId: sessionId, outcome: "refused" });
    return refuse("auth.invalid_credentials");
  });
  if (result.ok) await forgive();
  return result;
}

/** Shows again who it is, so that this session may do what needs it fresh for the next minutes. */
export const stepUp = (ctx: ActorContext, input: Input): Promise<Result<Done>> =>
  "passkey" in input
    ? byPasskey(ctx, input)
    : "password" in input
      ? byPassword(ctx, input)
      : byCode(ctx, input);
