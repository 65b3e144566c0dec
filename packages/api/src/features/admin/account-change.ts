import { endSignIns } from "@amrutam/auth/end-sign-ins";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { AccountStatus, Role } from "@amrutam/domain/actor";
import type { AuditAction } from "@amrutam/domain/audit/actions";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ContextOf } from "../../procedure";
import { findPerson, type Person, toPerson } from "./person-store";
import { consoleScope } from "./scope";

export type AdminContext = ContextOf<
  "admin.setStatus" | "admin.setRole" | "admin.inviteStaff" | "admin.requestFactorReset"
>;
export type Account = Readonly<{ id: string; role: Role; status: AccountStatus }>;

/**
 * Locks the account that is to change, and the admin's own. Two admins who take each other's rights at the same moment
 * are judged one after the other, so one of them remains.
 * @returns the account; `not_found`, or `auth.forbidden` when the caller is no admin any more
 */
export async function lockAccount(
  tx: PrismaTransaction,
  ctx: AdminContext,
  id: string,
): Promise<Result<Account>> {
  const rows = await tx.$queryRaw<Account[]>`
    SELECT id, role, status FROM users WHERE id IN (${id}::uuid, ${ctx.actor.userId}::uuid) ORDER BY id FOR UPDATE`;
  const own = rows.find((row) => row.id === ctx.actor.userId);
  if (own?.role !== "ADMIN" || own.status !== "ACTIVE") return refuse("auth.forbidden");
  const account = rows.find((row) => row.id === id);
  return account ? ok(account) : refuse("not_found");
}

type Change = Readonly<{ action: AuditAction; before: Account; after: Account; reason: string }>;

/** Changes the account, keeps the reason, ends every session of the person and what would become one, and says so in the audit log. */
export async function changeAccount(tx: PrismaTransaction, ctx: AdminContext, change: Change): Promise<void> {
  const { action, before, after, reason } = change;
  await tx.$executeRaw`
    UPDATE users SET role = ${after.role}::"Role", status = ${after.status}::"UserStatus", updated_at = now()
    WHERE id = ${after.id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO account_changes (user_id, changed_by, from_role, to_role, from_status, to_status, reason)
    VALUES (${after.id}::uuid, ${ctx.actor.userId}::uuid, ${before.role}::"Role", ${after.role}::"Role",
      ${before.status}::"UserStatus", ${after.status}::"UserStatus", ${reason})`;
  await endSignIns(tx, after.id, action);
  await audit(tx, ctx, {
    action,
    entityId: after.id,
    patientId: before.role === "PATIENT" ? after.id : undefined,
  });
}

/** The account as the list shows it, after a change. */
export async function showPerson(ctx: AdminContext, id: string): Promise<Result<Person>> {
  const row = await findPerson(ctx.deps.db.query, consoleScope(ctx.actor), id);
  return row ? ok(toPerson(row)) : refuse("not_found");
}
