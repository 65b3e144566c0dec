import { checkNewPassword } from "@amrutam/auth/password-strength";
import { hashPassword } from "@amrutam/auth/passwords";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { signupInput, signupOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { createAccount } from "./create-account";
import { sendVerification } from "./send-verification";
import { takeLetter } from "./throttle";

type Input = z.infer<typeof signupInput>;

/** The owner learns of it by mail; whoever typed the address learns nothing. A stranger's password replaces none. */
async function tellOwner(tx: PrismaTransaction, ctx: Context, email: string) {
  const owner = await tx.user.findUniqueOrThrow({
    where: { email },
    select: { id: true, emailVerifiedAt: true },
  });
  await audit(tx, ctx, { action: "auth.signup", entityId: owner.id, outcome: "refused" });
  if (owner.emailVerifiedAt) {
    const event = { kind: "auth.account_exists", aggregateId: owner.id };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
  } else {
    await sendVerification(tx, ctx.deps, owner.id);
  }
}

/** Opens an account, or doesn't because the address has one: same work, same answer, another mail. */
export async function signup(
  ctx: Context,
  { password, ...input }: Input,
): Promise<Result<z.infer<typeof signupOutput>>> {
  const strength = await checkNewPassword(password, [input.email, input.fullName]);
  if (!strength.ok) return strength;
  await takeLetter(ctx, input.email, null);
  const passwordHash = await hashPassword(password);
  const id = ctx.deps.ids.uuid();
  await inTransaction(ctx.deps, async (tx) => {
    const account = { ...input, locale: input.locale ?? ctx.locale, passwordHash };
    if (!(await createAccount(tx, ctx.deps.keys, id, account))) return tellOwner(tx, ctx, input.email);
    await sendVerification(tx, ctx.deps, id);
    await audit(tx, ctx, { action: "auth.signup", entityId: id });
  });
  return ok({ verificationSent: true });
}
