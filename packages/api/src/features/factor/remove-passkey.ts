import type { PrismaTransaction } from "@amrutam/db/client";
import { mayRemoveFactor } from "@amrutam/domain/factor/may-remove-factor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { byId } from "@amrutam/domain/wire";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { loseFactor } from "./factor-change";
import { lockFactors } from "./lock-factors";

const countStrong = async (tx: PrismaTransaction, userId: string): Promise<number> =>
  (await tx.passkey.count({ where: { userId } })) +
  (await tx.totpFactor.count({ where: { userId, confirmedAt: { not: null } } }));

/** Staff keep at least one factor; the account is locked, so two removals at once can't take the last two. */
export async function removePasskey(
  ctx: ActorContext,
  { id }: z.output<typeof byId>,
): Promise<Result<{ done: true }>> {
  const { userId, role } = ctx.actor;
  return inTransaction(ctx.deps, async (tx) => {
    const locked = await lockFactors(tx, ctx);
    if (!locked.ok) return locked;
    const decision = mayRemoveFactor(role, await countStrong(tx, userId));
    if (!(await tx.passkey.count({ where: { id, userId } }))) return refuse("not_found");
    if (!decision.ok) return decision;
    await tx.passkey.deleteMany({ where: { id, userId } });
    await loseFactor(tx, ctx, "auth.passkey_remove");
    return ok({ done: true });
  });
}

/** The same for the authenticator app; a secret that was never confirmed is dropped without a word. */
export async function removeTotp(ctx: ActorContext): Promise<Result<{ done: true }>> {
  const { userId, role } = ctx.actor;
  return inTransaction(ctx.deps, async (tx) => {
    const locked = await lockFactors(tx, ctx);
    if (!locked.ok) return locked;
    if (!locked.value.includes("totp")) return refuse("not_found");
    const decision = mayRemoveFactor(role, await countStrong(tx, userId));
    if (!decision.ok) return decision;
    await tx.totpFactor.deleteMany({ where: { userId } });
    await loseFactor(tx, ctx, "auth.totp_remove");
    return ok({ done: true });
  });
}
