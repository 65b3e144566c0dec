import type { SpentChallenge } from "@amrutam/auth/passkey-challenges";
import { showPasskey } from "@amrutam/auth/passkeys";
import { relyingPartyOf } from "@amrutam/auth/relying-party";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { PasskeyAssertion } from "@amrutam/domain/auth/webauthn-schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { Context } from "../../context";

/**
 * Judges a passkey and writes down what was refused, with whose it was where that is known. One whose count went back
 * is told to its owner too.
 * @returns whose it is; `auth.passkey_invalid` for everything that is wrong with it
 */
export async function shownPasskey(
  tx: PrismaTransaction,
  ctx: Pick<Context, "deps" | "actor" | "requestId">,
  spent: SpentChallenge,
  response: PasskeyAssertion,
): Promise<Result<string>> {
  const shown = await showPasskey(tx, relyingPartyOf(ctx.deps.origin), spent, response);
  if (shown.outcome === "ok") return ok(shown.userId);
  const isCopied = shown.outcome === "copied";
  await audit(tx, ctx, {
    action: isCopied ? "auth.passkey_copied" : "auth.passkey_failed",
    entityId: shown.userId ?? undefined,
    outcome: "refused",
  });
  if (isCopied && shown.userId) {
    const event = { kind: "auth.passkey_copied", aggregateId: shown.userId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
  }
  return refuse("auth.passkey_invalid");
}
