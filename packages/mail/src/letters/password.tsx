import type { Letter } from "../letter";
import type { MailText } from "../mail-text";

type Link = Readonly<{ name: string; url: string }>;
type TimedLink = Link & Readonly<{ /** the link's life, minutes */ validMin: number }>;

export const resetPassword = (t: MailText, { name, url, validMin }: TimedLink): Letter => ({
  subject: t("resetPassword.subject"),
  heading: t("resetPassword.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("resetPassword.body")],
  action: { label: t("resetPassword.action"), url },
  notes: [t("resetPassword.validity", { minutes: validMin })],
});

export const passwordChanged = (t: MailText, { name, url }: Link): Letter => ({
  subject: t("passwordChanged.subject"),
  heading: t("passwordChanged.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("passwordChanged.body")],
  action: { label: t("passwordChanged.action"), url },
  notes: [t("passwordChanged.validity")],
});

/** To an address that nobody has proven yet: without a name, which whoever typed it chose. */
export const confirmEmailChange = (t: MailText, { url, validMin }: Omit<TimedLink, "name">): Letter => ({
  subject: t("confirmEmailChange.subject"),
  heading: t("confirmEmailChange.heading"),
  greeting: t("greetingUnnamed"),
  paragraphs: [t("confirmEmailChange.body")],
  action: { label: t("confirmEmailChange.action"), url },
  notes: [t("confirmEmailChange.validity", { minutes: validMin })],
});

export const emailChangeAsked = (t: MailText, { name, url }: Link): Letter => ({
  subject: t("emailChangeAsked.subject"),
  heading: t("emailChangeAsked.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("emailChangeAsked.body")],
  action: { label: t("emailChangeAsked.action"), url },
  notes: [t("emailChangeAsked.validity")],
});

/** To the address that is no longer the account's: it can't help itself any more, only ask. */
export const emailChanged = (t: MailText, { name, url }: Link): Letter => ({
  subject: t("emailChanged.subject"),
  heading: t("emailChanged.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("emailChanged.body")],
  action: { label: t("emailChanged.action"), url },
  notes: [t("emailChanged.validity")],
});
