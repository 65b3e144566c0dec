import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { forgetWaiting, leaveFor } from "../waitlist/public";
import { ownDependants } from "./scope";
import { isNamedByVisits, lockDependant } from "./store";

/**
 * Deletes somebody no visit names; whom a visit names is only taken off the list. Either way nobody waits for a time for
 * them any more. @returns `not_found`
 */
export async function removeDependant(
  ctx: ActorContext<Actor<"PATIENT">>,
  { id }: { id: string },
): Promise<Result<{ outcome: "deleted" | "archived" }>> {
  return inTransaction(ctx.deps, async (tx) => {
    const scope = ownDependants(ctx.actor);
    const { patientId } = scope;
    const waiting = { patientId, dependantId: id, requestId: ctx.requestId };
    // First, since it takes doctors' locks, which come before rows; and once more for who joined in between.
    await leaveFor(tx, waiting);
    // A booking under way holds a share of this row until it ends: afterwards it is either seen here or finds nobody.
    if (!(await lockDependant(tx, scope, id))) return refuse("not_found");
    await leaveFor(tx, waiting);
    const isKept = await isNamedByVisits(tx, id);
    if (isKept) await tx.$executeRaw`UPDATE dependants SET archived_at = now() WHERE id = ${id}::uuid`;
    else {
      await forgetWaiting(tx, { patientId, dependantId: id });
      await tx.dependant.delete({ where: { id }, select: { id: true } });
    }
    await audit(tx, ctx, { action: "dependant.remove", entityId: id, patientId });
    return ok({ outcome: isKept ? "archived" : "deleted" });
  });
}
