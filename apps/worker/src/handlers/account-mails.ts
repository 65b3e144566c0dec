import { audienceOf } from "@amrutam/auth/audience";
import { LINK_MIN, linkTokenOf } from "@amrutam/auth/link-tokens";
import type { Role } from "@amrutam/domain/actor";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

type Owner = Recipient & Readonly<{ role: Role }>;

const OWNER = `u.id AS "userId", u.email, u.full_name AS "fullName", u.locale, u.role`;
/** A link that was used, replaced or ran out is not worth a mail any more. */
const BY_LINK = `
SELECT ${OWNER} FROM link_tokens l JOIN users u ON u.id = l.user_id
WHERE l.id = $1 AND l.purpose = $2::"LinkPurpose" AND l.used_at IS NULL AND l.expires_at > now()`;
const BY_ID = `SELECT ${OWNER} FROM users u WHERE u.id = $1`;
const BY_SESSION = `SELECT ${OWNER} FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1`;

const hours = (minutes: number) => Math.round(minutes / 60);

/** The event names the link; its token is made again from the id. */
export async function mailVerifyEmail(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_link", BY_LINK, [event.aggregateId, "VERIFY_EMAIL"]);
  if (!owner) return;
  await post(deps, event, owner, "verify-email", {
    url: deps.links.verifyEmail(linkTokenOf(deps.linkSecret, event.aggregateId)),
    validHours: hours(LINK_MIN.VERIFY_EMAIL),
  });
}

export async function mailStaffInvited(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_link", BY_LINK, [event.aggregateId, "ENROL_STAFF"]);
  if (!owner) return;
  await post(deps, event, owner, "staff-invitation", {
    name: owner.fullName,
    role: owner.role,
    url: deps.links.enrolStaff(linkTokenOf(deps.linkSecret, event.aggregateId)),
    validHours: hours(LINK_MIN.ENROL_STAFF),
  });
}

const signInOf = (deps: WorkerDeps, owner: Owner) => deps.links.signIn(audienceOf(owner.role) === "ADMIN");

/** Somebody tried to sign up with an address that has an account: only its owner is told. */
export async function mailAccountExists(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_user", BY_ID, [event.aggregateId]);
  if (!owner) return;
  await post(deps, event, owner, "account-exists", { name: owner.fullName, url: signInOf(deps, owner) });
}

/** A refresh token came twice, and its sessions were ended (RFC 9700, 4.14.2). */
export async function mailSessionReused(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_session", BY_SESSION, [event.aggregateId]);
  if (!owner) return;
  await post(deps, event, owner, "session-reused", { name: owner.fullName, url: signInOf(deps, owner) });
}
