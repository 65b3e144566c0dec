/** An iCalendar object (RFC 5545) and what it asks of the reader's client (RFC 5546). */
export type MailCalendar = Readonly<{ method: "REQUEST" | "CANCEL"; content: string }>;

export type MailMessage = Readonly<{
  /** Idempotency: the same key is delivered at most once by providers that can promise it. */
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** For the calendar of whoever reads it. */
  calendar?: MailCalendar;
}>;

export interface Mailer {
  readonly kind: "local" | "smtp";
  /** @throws Error when the message was not taken; safe to retry with the same key */
  send(message: MailMessage): Promise<void>;
}
