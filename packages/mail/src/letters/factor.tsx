import type { Letter } from "../letter";
import type { MailText } from "../mail-text";

/** What may happen to the second factors of an account. */
export const FACTOR_CHANGES = [
  "totp_added",
  "totp_removed",
  "passkey_added",
  "passkey_removed",
  "passkey_copied",
  "recovery_codes_renewed",
  "email_code_on",
  "email_code_off",
  "factor_reset_requested",
  "factors_reset",
] as const;
export type FactorChange = (typeof FACTOR_CHANGES)[number];

type Link = Readonly<{ name: string; url: string }>;

export const factorChanged = (
  t: MailText,
  { name, url, change }: Link & Readonly<{ change: FactorChange }>,
): Letter => ({
  subject: t("factorChanged.subject", { change }),
  heading: t("factorChanged.subject", { change }),
  greeting: t("greeting", { name }),
  paragraphs: [t("factorChanged.body", { change })],
  action: { label: t("factorChanged.action", { change }), url },
  notes: [t("factorChanged.validity")],
});

/** The second step of a sign-in. The code stands in the subject too: most phones show that much while one types. */
export const emailCode = (t: MailText, { name, url, code }: Link & Readonly<{ code: string }>): Letter => ({
  subject: t("emailCode.subject", { code }),
  heading: t("emailCode.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("emailCode.body", { code })],
  action: { label: t("emailCode.action"), url },
  notes: [t("emailCode.validity")],
});
