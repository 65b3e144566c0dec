import type { Letter } from "../letter";
import type { MailText } from "../mail-text";

type Link = Readonly<{ name: string; url: string }>;
type TimedLink = Link & Readonly<{ /** the link's life, hours */ validHours: number }>;

/** Goes to whatever address somebody typed: no word of theirs is in it, or strangers could send letters in our name. */
export const verifyEmail = (t: MailText, { url, validHours }: Omit<TimedLink, "name">): Letter => ({
  subject: t("verifyEmail.subject"),
  heading: t("verifyEmail.heading"),
  greeting: t("greetingUnnamed"),
  paragraphs: [t("verifyEmail.body")],
  action: { label: t("verifyEmail.action"), url },
  notes: [t("verifyEmail.validity", { hours: validHours })],
});

export const accountExists = (t: MailText, { name, url }: Link): Letter => ({
  subject: t("accountExists.subject"),
  heading: t("accountExists.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("accountExists.body")],
  action: { label: t("accountExists.action"), url },
  notes: [t("accountExists.validity")],
});

export const staffInvitation = (
  t: MailText,
  { name, url, validHours, role }: TimedLink & Readonly<{ role: string }>,
): Letter => ({
  subject: t("staffInvitation.subject"),
  heading: t("staffInvitation.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("staffInvitation.body", { role })],
  action: { label: t("staffInvitation.action"), url },
  notes: [t("staffInvitation.validity", { hours: validHours })],
});

export const sessionReused = (t: MailText, { name, url }: Link): Letter => ({
  subject: t("sessionReused.subject"),
  heading: t("sessionReused.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("sessionReused.body")],
  action: { label: t("sessionReused.action"), url },
  notes: [t("sessionReused.validity")],
});
