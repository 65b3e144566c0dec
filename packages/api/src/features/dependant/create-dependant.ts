import { openAccountKey } from "@amrutam/auth/account-key";
import type { Actor } from "@amrutam/domain/actor";
import { MAX_DEPENDANTS } from "@amrutam/domain/dependant/relationship";
import type { createDependantInput } from "@amrutam/domain/dependant/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { possibleBirthDate } from "./possible-birth-date";
import { ownDependants } from "./scope";
import { countListed, lockDependants } from "./store";

type Input = z.infer<typeof createDependantInput>;

/** Adds somebody the caller books for, once per key. @returns `dependant.too_many`, `user.birth_date_impossible` */
export async function createDependant(
  ctx: ActorContext<Actor<"PATIENT">>,
  input: Input,
): Promise<Result<{ id: string }>> {
  const { deps, actor } = ctx;
  const born = possibleBirthDate(ctx, input.dateOfBirth);
  if (!born.ok) return born;
  const scope = ownDependants(actor);
  const call = { scope: actor.userId, procedure: "dependant.create", key: input.idempotencyKey, input };
  return inTransaction(deps, (tx) =>
    once<{ id: string }>(tx, deps, call, async () => {
      await lockDependants(tx, scope);
      if ((await countListed(tx, scope)) >= MAX_DEPENDANTS)
        return refuse("dependant.too_many", { max: MAX_DEPENDANTS });
      const id = deps.ids.uuid();
      const cipher = await openAccountKey(tx, deps.keys, scope.patientId);
      await tx.dependant.create({
        data: {
          id,
          patientId: scope.patientId,
          fullName: input.fullName,
          relationship: input.relationship,
          gender: input.gender,
          birthDateSealed: cipher.seal("dependants.birth_date_sealed", id, input.dateOfBirth),
        },
        select: { id: true },
      });
      await audit(tx, ctx, { action: "dependant.create", entityId: id, patientId: scope.patientId });
      return ok({ value: { id }, effectId: id });
    }),
  );
}
