import type { PrismaTransaction } from "@amrutam/db/client";
import { newDataKey } from "@amrutam/db/phi/vault";
import { decideRoleChange } from "@amrutam/domain/admin/change-account";
import type { setRoleInput } from "@amrutam/domain/admin/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { Keys } from "@amrutam/ports/keys";
import type * as z from "zod";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { changeAccount, lockAccount, showPerson } from "./account-change";
import type { Person } from "./person-store";

/** What hangs on the present role. The account's row is locked: a registration or booking can't slip in between. */
async function recordOf(tx: PrismaTransaction, id: string) {
  const [record] = await tx.$queryRaw<{ hasConsultations: boolean; hasDoctorRecord: boolean }[]>`
    SELECT EXISTS (SELECT FROM consultations WHERE patient_id = ${id}::uuid) AS "hasConsultations",
      EXISTS (SELECT FROM doctors WHERE user_id = ${id}::uuid) AS "hasDoctorRecord"`;
  return record ?? { hasConsultations: false, hasDoctorRecord: false };
}

/** A patient's record is sealed with keys that others never got. */
async function ensurePatientKeys(tx: PrismaTransaction, keys: Keys, userId: string) {
  const data = (["ACCOUNT", "CLINICAL"] as const).map((retentionClass) =>
    newDataKey(keys, userId, retentionClass),
  );
  await tx.dataKey.createMany({ data, skipDuplicates: true });
}

/** Gives an account another role and signs the person out everywhere. A role with a record behind it stays. */
export async function setRole(
  ctx: ContextOf<"admin.setRole">,
  { id, role, reason }: z.output<typeof setRoleInput>,
): Promise<Result<Person>> {
  const changed = await inTransaction(ctx.deps, async (tx): Promise<Result<null>> => {
    const account = await lockAccount(tx, ctx, id);
    if (!account.ok) return account;
    const before = account.value;
    const facts = { isSelf: id === ctx.actor.userId, role: before.role, ...(await recordOf(tx, id)) };
    const decision = decideRoleChange(facts, role);
    if (!decision.ok || before.role === role) return decision;
    if (role === "PATIENT") await ensurePatientKeys(tx, ctx.deps.keys, id);
    await changeAccount(tx, ctx, { action: "user.change_role", before, after: { ...before, role }, reason });
    return ok(null);
  });
  return changed.ok ? showPerson(ctx, id) : changed;
}
