import type { passkey, renamePasskeyInput } from "@amrutam/domain/factor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { findPasskey } from "./passkey-store";

/** A passkey's name is for its owner alone and changes nothing else. */
export async function renamePasskey(
  ctx: ActorContext,
  { id, name }: z.output<typeof renamePasskeyInput>,
): Promise<Result<z.output<typeof passkey>>> {
  const { userId } = ctx.actor;
  return inTransaction(ctx.deps, async (tx) => {
    await tx.passkey.updateMany({ where: { id, userId }, data: { name } });
    const renamed = await findPasskey(tx, userId, id);
    if (!renamed) return refuse("not_found");
    await audit(tx, ctx, { action: "auth.passkey_rename", entityId: userId });
    return ok(renamed);
  });
}
