import type { Letter } from "../letter";
import type { MailText } from "../mail-text";
import { type ForWhom, whomFacts } from "./booking";

/** Says only that there is one: what was prescribed never travels by mail. */
export const prescriptionReady = (
  t: MailText,
  { name, url, whom }: ForWhom & Readonly<{ name: string; url: string }>,
): Letter => ({
  subject: t("prescriptionReady.subject"),
  heading: t("prescriptionReady.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("prescriptionReady.body")],
  facts: whomFacts(t, { whom }),
  action: { label: t("prescriptionReady.action"), url },
});
