import { admits } from "@amrutam/auth/audience";
import { endSignIns } from "@amrutam/auth/end-sign-ins";
import { spendLink } from "@amrutam/auth/link-tokens";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { linkInput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { sqlState } from "../../errors";
import { inTransaction } from "../../transaction";
import { findAccount } from "./signed-in-user";

const UNIQUE_VIOLATION = "23505";

async function change(tx: PrismaTransaction, ctx: Context, token: string): Promise<Result<{ done: true }>> {
  const link = await spendLink(tx, "CHANGE_EMAIL", token);
  if (!link) return refuse("auth.link_invalid");
  const { id, userId } = link;
  const { user, isActive } = await findAccount(tx, userId);
  if (!isActive || !admits(ctx.deps.audience, user.role)) return refuse("auth.link_invalid");
  const changed = await tx.$executeRaw`
    UPDATE users u SET email = c.to_email, email_verified_at = now(), updated_at = now()
    FROM email_changes c WHERE c.id = ${id}::uuid AND u.id = c.user_id AND u.email = c.from_email`;
  if (changed === 0) return refuse("auth.link_invalid");
  await tx.$executeRaw`UPDATE email_changes SET confirmed_at = now() WHERE id = ${id}::uuid`;
  // The browser that asked may stay; whoever opens the link elsewhere ends all.
  const own = ctx.session?.userId === userId ? ctx.session.sessionId : null;
  await endSignIns(tx, userId, "email_changed", own);
  await audit(tx, ctx, { action: "auth.email_change", entityId: userId });
  const event = { kind: "auth.email_changed", aggregateId: id };
  await tx.outboxEvent.create({ data: event, select: { id: true } });
  return ok({ done: true });
}

/**
 * Makes the address that the link was sent to the account's own. Signs nobody in. An address that somebody else has
 * taken in the meantime reads like a link that ran out: whose it is, is nobody's business.
 */
export async function confirmEmailChange(
  ctx: Context,
  { token }: z.infer<typeof linkInput>,
): Promise<Result<{ done: true }>> {
  try {
    return await inTransaction(ctx.deps, (tx) => change(tx, ctx, token));
  } catch (error) {
    // 23505: the address has an account; that constraint is the lock.
    if (sqlState(error) === UNIQUE_VIOLATION) return refuse("auth.link_invalid");
    throw error;
  }
}
