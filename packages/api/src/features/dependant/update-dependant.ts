import { openAccountKey } from "@amrutam/auth/account-key";
import type { Actor } from "@amrutam/domain/actor";
import type { updateDependantInput } from "@amrutam/domain/dependant/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { possibleBirthDate } from "./possible-birth-date";
import { ownDependants } from "./scope";
import { lockDependant } from "./store";

type Input = z.infer<typeof updateDependantInput>;

/** Changes what is named; prescriptions that were issued keep the person as they stood. @returns `not_found`, `user.birth_date_impossible` */
export async function updateDependant(
  ctx: ActorContext<Actor<"PATIENT">>,
  { id, dateOfBirth, ...rest }: Input,
): Promise<Result<{ done: true }>> {
  const { deps, actor } = ctx;
  return inTransaction(deps, async (tx) => {
    const scope = ownDependants(actor);
    if (!(await lockDependant(tx, scope, id))) return refuse("not_found");
    if (dateOfBirth !== undefined) {
      const born = possibleBirthDate(ctx, dateOfBirth);
      if (!born.ok) return born;
    }
    const cipher = await openAccountKey(tx, deps.keys, scope.patientId);
    const birthDateSealed =
      dateOfBirth === undefined ? undefined : cipher.seal("dependants.birth_date_sealed", id, dateOfBirth);
    await tx.dependant.update({ where: { id }, data: { ...rest, birthDateSealed }, select: { id: true } });
    await audit(tx, ctx, { action: "dependant.update", entityId: id, patientId: scope.patientId });
    return ok({ done: true });
  });
}
