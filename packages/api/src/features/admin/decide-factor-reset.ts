import { dropFactors } from "@amrutam/auth/drop-factors";
import { endSignIns } from "@amrutam/auth/end-sign-ins";
import type { PrismaTransaction } from "@amrutam/db/client";
import { decideFactorReset as judge } from "@amrutam/domain/admin/decide-factor-reset";
import type { decideFactorResetInput } from "@amrutam/domain/admin/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { lockAccount } from "./account-change";
import { type FactorReset, findFactorReset, toFactorReset } from "./factor-reset-store";
import { consoleScope } from "./scope";

type Row = Readonly<{ userId: string; requestedBy: string; isDecided: boolean; isOver: boolean }>;

/** The request, locked: of two decisions at once, the second finds it decided. */
async function lockReset(tx: PrismaTransaction, id: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.user_id AS "userId", r.requested_by AS "requestedBy", r.decision IS NOT NULL AS "isDecided",
      r.expires_at <= now() OR a.role <> 'ADMIN' OR a.status <> 'ACTIVE' AS "isOver"
    FROM factor_resets r JOIN users a ON a.id = r.requested_by WHERE r.id = ${id}::uuid FOR UPDATE OF r`;
  return row;
}

/** The factors are gone and every session ends; at the next sign-in the password is enough, and staff enrol anew. */
async function resetFactors(tx: PrismaTransaction, userId: string): Promise<void> {
  await dropFactors(tx, userId);
  await endSignIns(tx, userId, "factors_reset");
  const event = { kind: "auth.factors_reset", aggregateId: userId };
  await tx.outboxEvent.create({ data: event, select: { id: true } });
}

/** Another admin than the one who asked agrees or not; never the person concerned. */
export async function decideFactorReset(
  ctx: ContextOf<"admin.decideFactorReset">,
  { id, decision }: z.output<typeof decideFactorResetInput>,
): Promise<Result<FactorReset>> {
  const { deps, actor } = ctx;
  const decided = await inTransaction(deps, async (tx): Promise<Result<null>> => {
    const reset = await lockReset(tx, id);
    if (!reset) return refuse("not_found");
    const account = await lockAccount(tx, ctx, reset.userId);
    if (!account.ok) return account;
    const isSelf = reset.userId === actor.userId;
    const verdict = judge({ ...reset, isSelf, isRequester: reset.requestedBy === actor.userId });
    if (!verdict.ok) return verdict;
    await tx.$executeRaw`
      UPDATE factor_resets SET decision = ${decision}::"FactorResetDecision", decided_by = ${actor.userId}::uuid,
        decided_at = now() WHERE id = ${id}::uuid`;
    const isApproved = decision === "APPROVED";
    if (isApproved) await resetFactors(tx, reset.userId);
    const action = isApproved ? "user.reset_factors" : "user.reject_factor_reset";
    await audit(tx, ctx, { action, entityId: reset.userId });
    return ok(null);
  });
  if (!decided.ok) return decided;
  const row = await findFactorReset(deps.db.query, consoleScope(actor), id);
  return row ? ok(toFactorReset(row, actor.userId)) : refuse("not_found");
}
