/** Short messages to a phone number. Nothing clinical goes into one: it lies open on a locked screen. */
export type SmsMessage = Readonly<{
  /** Idempotency: the same key is delivered at most once by providers that can promise it. */
  key: string;
  channel: "SMS" | "WHATSAPP";
  /** E.164, "+919876543210" */
  to: string;
  text: string;
  /**
   * When it was first tried, where it was: that answer may have been lost. A provider without keys looks for the message
   * among those it has taken since then before it sends it again.
   */
  triedSince: Date | null;
}>;

/** The provider could not be reached or did not answer in time: what it did is unknown, a retry with `triedSince` is safe. */
export class SmsUnavailable extends Error {
  override name = "SmsUnavailable";
}

/** The provider will never take this message, e.g. because there is no such number. */
export class SmsRefused extends Error {
  override name = "SmsRefused";
  constructor(readonly code: string) {
    super(`the provider refuses this message: ${code}`);
  }
}

export interface Sms {
  readonly kind: "local" | "twilio";
  /** @throws SmsUnavailable, SmsRefused @returns the provider's own name for the message */
  send(message: SmsMessage): Promise<{ providerRef: string }>;
}
