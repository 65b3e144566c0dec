import { decideStatusChange } from "@amrutam/domain/admin/change-account";
import type { setStatusInput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { changeAccount, lockAccount, showPerson } from "./account-change";
import type { Person } from "./person-store";

/** Disables an account, which signs the person out everywhere at once, or lets them in again. Their visits stay. */
export async function setStatus(
  ctx: ContextOf<"admin.setStatus">,
  { id, status, reason }: z.output<typeof setStatusInput>,
): Promise<Result<Person>> {
  const decision = decideStatusChange({ isSelf: id === ctx.actor.userId });
  if (!decision.ok) return decision;
  const changed = await inTransaction(ctx.deps, async (tx): Promise<Result<null>> => {
    const account = await lockAccount(tx, ctx, id);
    if (!account.ok) return account;
    const before = account.value;
    if (before.status === status) return ok(null);
    const action = status === "DISABLED" ? "user.disable" : "user.enable";
    await changeAccount(tx, ctx, { action, before, after: { ...before, status }, reason });
    return ok(null);
  });
  return changed.ok ? showPerson(ctx, id) : changed;
}
