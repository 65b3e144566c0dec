import { replaceRecoveryCodes } from "@amrutam/auth/recovery-codes";
import { forgetDevices } from "@amrutam/auth/remembered-devices";
import { secondFactorsOf } from "@amrutam/auth/second-factor";
import { raiseSession } from "@amrutam/auth/sessions";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { AuditAction } from "@amrutam/domain/audit/actions";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";

/** What the owner is told by mail after each change; the worker has a task for each. */
const NOTICES = {
  "auth.second_factor_enrol": "auth.totp_added",
  "auth.totp_remove": "auth.totp_removed",
  "auth.passkey_add": "auth.passkey_added",
  "auth.passkey_remove": "auth.passkey_removed",
  "auth.recovery_codes_renew": "auth.recovery_codes_renewed",
  "auth.email_code_on": "auth.email_code_on",
  "auth.email_code_off": "auth.email_code_off",
} as const satisfies Partial<Record<AuditAction, string>>;
type Change = keyof typeof NOTICES;

/** Says in the audit log and by mail what changed. From now on every device is asked for the second factor again. */
export async function noteChange(tx: PrismaTransaction, ctx: ActorContext, action: Change): Promise<void> {
  const { userId } = ctx.actor;
  await forgetDevices(tx, userId);
  await audit(tx, ctx, { action, entityId: userId });
  const event = { kind: NOTICES[action], aggregateId: userId };
  await tx.outboxEvent.create({ data: event, select: { id: true } });
}

/**
 * A factor has been proven and stands.
 * @param isStrong it also raises this session to AAL 2
 * @returns ten recovery codes with the first factor; none when the account has its own
 */
export async function gainFactor(
  tx: PrismaTransaction,
  ctx: ActorContext,
  action: Change,
  isStrong: boolean,
): Promise<string[]> {
  const { userId, sessionId } = ctx.actor;
  if (isStrong) await raiseSession(tx, sessionId);
  await noteChange(tx, ctx, action);
  const has = await tx.recoveryCode.count({ where: { userId } });
  return has > 0 ? [] : replaceRecoveryCodes(tx, userId);
}

/** A factor is gone. Recovery codes stand in for another factor: with the last one they go too. */
export async function loseFactor(tx: PrismaTransaction, ctx: ActorContext, action: Change): Promise<void> {
  const { userId } = ctx.actor;
  await noteChange(tx, ctx, action);
  if ((await secondFactorsOf(tx, userId)).length === 0)
    await tx.recoveryCode.deleteMany({ where: { userId } });
}
