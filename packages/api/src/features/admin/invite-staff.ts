import { AddressTaken, inviteStaff as openAccount } from "@amrutam/auth/invite-staff";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { inviteStaffInput } from "@amrutam/domain/admin/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import { once } from "../../idempotency";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { lockAccount, showPerson } from "./account-change";
import type { Person } from "./person-store";

type AdminContext = ContextOf<"admin.inviteStaff">;
type Input = z.output<typeof inviteStaffInput>;

/** The account and its link. The event holds the link's id; the worker makes the token, which nobody else ever sees. */
async function invite(
  tx: PrismaTransaction,
  ctx: AdminContext,
  { email, fullName, role }: Input,
): Promise<Result<{ id: string }>> {
  const { keys, ids, secrets } = ctx.deps;
  const means = { keys, ids, linkSecret: secrets.links };
  try {
    const { userId, linkId } = await openAccount(tx, means, { email, fullName, role });
    const event = { kind: "auth.staff_invited", aggregateId: linkId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
    await audit(tx, ctx, { action: "user.invite", entityId: userId });
    return ok({ id: userId });
  } catch (error) {
    if (error instanceof AddressTaken) return refuse("admin.address_taken");
    throw error;
  }
}

/**
 * Opens a console account for a colleague and mails the one-time link by which they choose a password (72 hours). An
 * account that still waits for its owner gets a fresh link, and the earlier one stops working.
 * @returns admin.address_taken when the address belongs to anybody else: nothing is changed then, and nobody is mailed
 */
export async function inviteStaff(ctx: AdminContext, input: Input): Promise<Result<Person>> {
  const { deps, actor } = ctx;
  const call = { scope: actor.userId, procedure: "admin.inviteStaff", key: input.idempotencyKey, input };
  const invited = await inTransaction(deps, (tx) =>
    once(tx, deps, call, async () => {
      const own = await lockAccount(tx, ctx, actor.userId);
      if (!own.ok) return own;
      const made = await invite(tx, ctx, input);
      return made.ok ? ok({ value: made.value, effectId: made.value.id }) : made;
    }),
  );
  return invited.ok ? showPerson(ctx, invited.value.id) : invited;
}
