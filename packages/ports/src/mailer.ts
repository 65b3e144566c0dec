export type MailMessage = Readonly<{
  /** Idempotency: the same key is delivered at most once by providers that can promise it. */
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}>;

export interface Mailer {
  readonly kind: "local" | "smtp";
  /** @throws Error when the message was not taken; safe to retry with the same key */
  send(message: MailMessage): Promise<void>;
}
