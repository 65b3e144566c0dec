import type { Letter } from "../letter";
import type { MailText } from "../mail-text";

type Decided = Readonly<{ name: string; url: string }>;
type Reasoned = Decided & Readonly<{ reason: string }>;

export const doctorApproved = (t: MailText, { name, url }: Decided): Letter => ({
  subject: t("doctorApproved.subject"),
  heading: t("doctorApproved.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("doctorApproved.body")],
  action: { label: t("doctorApproved.action"), url },
});

/** After a changed registration was checked; hours stand already. */
export const doctorReapproved = (t: MailText, { name, url }: Decided): Letter => ({
  subject: t("doctorReapproved.subject"),
  heading: t("doctorReapproved.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("doctorReapproved.body")],
  action: { label: t("doctorReapproved.action"), url },
});

/** Also a word of warning: who took over an account would begin by making the record their own. */
export const registrationChanged = (t: MailText, { name, url }: Decided): Letter => ({
  subject: t("registrationChanged.subject"),
  heading: t("registrationChanged.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("registrationChanged.body"), t("registrationChanged.notYou")],
  action: { label: t("registrationChanged.action"), url },
});

export const doctorRejected = (t: MailText, { name, url, reason }: Reasoned): Letter => ({
  subject: t("doctorRejected.subject"),
  heading: t("doctorRejected.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("doctorRejected.body")],
  quote: reason,
  action: { label: t("doctorRejected.action"), url },
});

export const doctorSuspended = (t: MailText, { name, url, reason }: Reasoned): Letter => ({
  subject: t("doctorSuspended.subject"),
  heading: t("doctorSuspended.heading"),
  greeting: t("greeting", { name }),
  paragraphs: [t("doctorSuspended.body")],
  quote: reason,
  action: { label: t("doctorSuspended.action"), url },
});
