import { secondFactorsOf } from "@amrutam/auth/second-factor";
import type { requestFactorResetInput } from "@amrutam/domain/admin/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { lockAccount } from "./account-change";
import { type FactorReset, findFactorReset, toFactorReset } from "./factor-reset-store";
import { consoleScope } from "./scope";

/** Hours in which another admin must have decided. */
const FACTOR_RESET_HOURS = 24;

/**
 * One admin says that somebody has lost every second factor, and why they believe it. Nothing changes until another
 * admin agrees; the person is told at once, so that a trick is noticed while it can be stopped.
 */
export async function requestFactorReset(
  ctx: ContextOf<"admin.requestFactorReset">,
  { userId, reason }: z.output<typeof requestFactorResetInput>,
): Promise<Result<FactorReset>> {
  const { deps, actor } = ctx;
  const asked = await inTransaction(deps, async (tx): Promise<Result<string>> => {
    const account = await lockAccount(tx, ctx, userId);
    if (!account.ok) return account;
    if (userId === actor.userId) return refuse("admin.self_change");
    if ((await secondFactorsOf(tx, userId)).length === 0) return refuse("admin.no_factors");
    const [open] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM factor_resets WHERE user_id = ${userId}::uuid AND decision IS NULL AND expires_at > now()`;
    if (open) return refuse("admin.reset_open");
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO factor_resets (user_id, reason, requested_by, expires_at)
      VALUES (${userId}::uuid, ${reason}, ${actor.userId}::uuid, now() + make_interval(hours => ${FACTOR_RESET_HOURS}::int))
      RETURNING id`;
    if (!made) throw new Error("INSERT INTO factor_resets returned no row");
    await audit(tx, ctx, { action: "user.request_factor_reset", entityId: userId });
    const event = { kind: "auth.factor_reset_requested", aggregateId: userId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
    return ok(made.id);
  });
  if (!asked.ok) return asked;
  const row = await findFactorReset(deps.db.query, consoleScope(actor), asked.value);
  return row ? ok(toFactorReset(row, actor.userId)) : refuse("not_found");
}
