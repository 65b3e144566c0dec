import { audienceOf } from "@amrutam/auth/audience";
import { LINK_MIN, linkTokenOf } from "@amrutam/auth/link-tokens";
import type { Role } from "@amrutam/domain/actor";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { post, type Recipient } from "./post";

type Owner = Recipient & Readonly<{ role: Role }>;
/** `email` is the account's present address. */
type Change = Owner & Readonly<{ fromEmail: string; toEmail: string; isOpen: boolean }>;

const OWNER = `u.id AS "userId", u.email::text AS email, u.full_name AS "fullName", u.locale, u.role`;
const IS_OPEN = "l.used_at IS NULL AND l.expires_at > now()";
const BY_RESET_LINK = `
SELECT ${OWNER} FROM link_tokens l JOIN users u ON u.id = l.user_id
WHERE l.id = $1 AND l.purpose = 'RESET_PASSWORD' AND ${IS_OPEN}`;
const BY_USER = `SELECT ${OWNER} FROM users u WHERE u.id = $1`;
const BY_EMAIL = `SELECT ${OWNER} FROM users u WHERE u.email = $1`;
const BY_CHANGE = `
SELECT ${OWNER}, c.from_email::text AS "fromEmail", c.to_email::text AS "toEmail",
  EXISTS (SELECT FROM link_tokens l WHERE l.id = c.id AND ${IS_OPEN}) AS "isOpen"
FROM email_changes c JOIN users u ON u.id = c.user_id WHERE c.id = $1`;

const isOfConsole = ({ role }: Owner) => audienceOf(role) === "ADMIN";

/** Every request for a reset is an event; only those that made a link lead to a mail. */
export async function mailResetPassword(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_reset_link", BY_RESET_LINK, [event.aggregateId]);
  if (!owner) return;
  await post(deps, event, owner, "reset-password", {
    name: owner.fullName,
    url: deps.links.resetPassword(linkTokenOf(deps.linkSecret, event.aggregateId), isOfConsole(owner)),
    validMin: LINK_MIN.RESET_PASSWORD,
  });
}

/** By a reset or by its owner: told either way, since only the owner knows whether it was. */
export async function mailPasswordChanged(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const [owner] = await deps.db.query<Owner>("mail.by_user", BY_USER, [event.aggregateId]);
  if (!owner) return;
  await post(deps, event, owner, "password-changed", {
    name: owner.fullName,
    url: deps.links.forgotPassword(isOfConsole(owner)),
  });
}

const changeOf = async (deps: WorkerDeps, event: OutboxEvent) =>
  (await deps.db.query<Change>("mail.by_change", BY_CHANGE, [event.aggregateId]))[0];

/** The link that proves the new address; where that has an account of its own, its owner gets another letter. */
export async function mailConfirmEmailChange(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const change = await changeOf(deps, event);
  if (!change?.isOpen) return;
  const [taken] = await deps.db.query<Owner>("mail.by_email", BY_EMAIL, [change.toEmail]);
  if (taken) {
    const props = { name: taken.fullName, url: deps.links.signIn(isOfConsole(taken)) };
    return post(deps, event, taken, "account-exists", props);
  }
  await post(deps, event, { ...change, email: change.toEmail }, "confirm-email-change", {
    url: deps.links.confirmEmail(linkTokenOf(deps.linkSecret, event.aggregateId), isOfConsole(change)),
    validMin: LINK_MIN.CHANGE_EMAIL,
  });
}

/** To the present address, at once: whoever borrowed the session must not change it in silence. */
export async function mailEmailChangeAsked(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const change = await changeOf(deps, event);
  if (!change) return;
  await post(deps, event, { ...change, email: change.fromEmail }, "email-change-asked", {
    name: change.fullName,
    url: deps.links.forgotPassword(isOfConsole(change)),
  });
}

/** To the address before. Its owner can do nothing here any more; the page it leads to names whom to write to. */
export async function mailEmailChanged(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const change = await changeOf(deps, event);
  if (!change) return;
  const props = { name: change.fullName, url: deps.links.home() };
  await post(deps, event, { ...change, email: change.fromEmail }, "email-changed", props);
}
