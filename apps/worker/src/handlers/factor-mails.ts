import { emailCodeOf } from "@amrutam/auth/email-codes";
import type { Role } from "@amrutam/domain/actor";
import { FACTOR_CHANGES } from "@amrutam/mail/letters/factor";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

type Owner = Recipient & Readonly<{ role: Role }>;
const OWNER = `u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, u.role`;

/** A code that was replaced, used or ran out is not worth a mail any more: only the last one counts. */
const BY_CHALLENGE = `
SELECT ${OWNER}, c.email_codes AS number FROM sign_in_challenges c JOIN users u ON u.id = c.user_id
WHERE c.id = $1 AND c.email_codes > 0 AND c.used_at IS NULL AND c.expires_at > now()`;
const BY_ID = `SELECT ${OWNER} FROM users u WHERE u.id = $1`;

/** The event names the challenge; its code is made again from the id and the number of mails. */
export async function mailEmailCode(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  type Row = Owner & Readonly<{ number: number }>;
  const [owner] = await deps.db.query<Row>("mail.by_challenge", BY_CHALLENGE, [event.aggregateId]);
  if (!owner) return;
  await post(deps, event, owner, "email-code", {
    name: owner.fullName,
    url: deps.links.security(owner.role),
    code: emailCodeOf(deps.linkSecret, event.aggregateId, owner.number),
  });
}

/** Which change it was, the event's kind says: `auth.passkey_added`. */
export async function mailFactorChanged(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_user", BY_ID, [event.aggregateId]);
  const change = FACTOR_CHANGES.find((known) => event.kind === `auth.${known}`);
  if (!owner || !change) return;
  await post(deps, event, owner, "factor-changed", {
    name: owner.fullName,
    url: deps.links.security(owner.role),
    change,
  });
}
