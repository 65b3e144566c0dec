import { createLinkToken, retireLinkTokens } from "@amrutam/auth/link-tokens";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type {
  requestEmailChangeInput,
  requestEmailChangeOutput,
} from "@amrutam/domain/user/sign-in-means-schema";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { takeLetter } from "../auth/public";

/**
 * Asks for another address. Nothing changes until the link in the mail to it is opened; the present address is told at
 * once. Whether the new one has an account is not looked at here: the answer is the same, and the worker writes the link
 * or, to that account's owner, another letter.
 */
export async function requestEmailChange(
  ctx: ActorContext,
  { email }: z.infer<typeof requestEmailChangeInput>,
): Promise<Result<z.infer<typeof requestEmailChangeOutput>>> {
  const { deps, session } = ctx;
  const { userId } = session;
  if (email === session.email.toLowerCase()) return refuse("auth.email_unchanged");
  await takeLetter(ctx, email, null);
  const id = deps.ids.uuid();
  await inTransaction(deps, async (tx) => {
    await retireLinkTokens(tx, userId, "CHANGE_EMAIL");
    const change = { id, userId, fromEmail: session.email, toEmail: email };
    await tx.emailChange.create({ data: change, select: { id: true } });
    await createLinkToken(tx, deps.secrets.links, { id, userId, purpose: "CHANGE_EMAIL" });
    await audit(tx, ctx, { action: "auth.email_change_request", entityId: userId });
    const event = { kind: "auth.email_change_requested", aggregateId: id };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
  });
  return ok({ sent: true });
}
