import { countEmailCode } from "@amrutam/auth/email-codes";
import type { sendEmailCodeInput, sendEmailCodeOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { takeCode } from "./throttle";

/** Has a code mailed to the account of a challenge. The event names the challenge; the worker makes the code from it. */
export const sendEmailCode = (
  ctx: Context,
  { challengeId }: z.output<typeof sendEmailCodeInput>,
): Promise<Result<z.output<typeof sendEmailCodeOutput>>> =>
  inTransaction(ctx.deps, async (tx) => {
    const sessionId = ctx.actor?.sessionId ?? null;
    const userId = await countEmailCode(tx, ctx.deps.audience, challengeId, sessionId);
    if (!userId) return refuse("auth.challenge_expired");
    await takeCode(ctx, userId);
    const event = { kind: "auth.email_code", aggregateId: challengeId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
    return ok({ sent: true });
  });
