import type { Letter } from "../letter";
import type { MailText } from "../mail-text";

/** Says only that there is one: what was prescribed never travels by mail. */
export const prescriptionReady = (
  t: MailText,
  { name, url }: Readonly<{ name: string; url: string }>,
): Letter => ({
  subject: t("prescriptionReady.subject"),
  heading: t("prescriptionReady.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("prescriptionReady.body")],
  action: { label: t("prescriptionReady.action"), url },
});
