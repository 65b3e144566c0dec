import { LOCALES, type Locale } from "@amrutam/domain/locales";
import { type MailKind, type MailProps, renderMail } from "@amrutam/mail/render-mail";
import type { MailCalendar } from "@amrutam/ports/mailer";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";

/** Somebody with an address, as the queries of the handlers return them. */
export type Recipient = Readonly<{ userId: string; email: string; fullName: string; locale: string }>;

export const localeOf = ({ locale }: Recipient): Locale => LOCALES.find((known) => known === locale) ?? "en";

/**
 * Writes and sends one message. The key names event, recipient and letter: the same event never becomes the same message
 * twice, though it may become two (one to a new address, one to the old).
 */
export async function post<K extends MailKind>(
  { mailer }: Pick<WorkerDeps, "mailer">,
  event: OutboxEvent,
  recipient: Recipient,
  kind: K,
  props: MailProps<K>,
  calendar?: MailCalendar,
): Promise<void> {
  const mail = await renderMail(kind, props, localeOf(recipient));
  await mailer.send({
    key: `${event.eventId}:${recipient.userId}:${kind}`,
    to: recipient.email,
    ...mail,
    ...(calendar && { calendar }),
  });
}
