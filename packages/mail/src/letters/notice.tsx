import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Locale } from "@amrutam/domain/wire";
import type { Letter } from "../letter";
import type { MailText } from "../mail-text";
import { type VisitTime, visitMoment, visitTimeFact } from "../visit-time";
import { doctorFact, type ForWhom, modeFact, type NamedDoctor, whomFacts } from "./booking";

type Coming = VisitTime & ForWhom & Readonly<{ name: string; url: string; doctor: NamedDoctor; mode: Mode }>;

const facts = (t: MailText, visit: Coming, locale: Locale) => [
  visitTimeFact(visit, locale, t),
  ...whomFacts(t, visit),
  doctorFact(t, visit.doctor),
  modeFact(t, visit.mode),
];

/** A day or an hour before: the same letter, since what counts is the time in it. */
export const visitReminder = (t: MailText, visit: Coming, locale: Locale): Letter => ({
  subject: t("visitReminder.subject", { when: visitMoment(visit, locale) }),
  heading: t("visitReminder.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("visitReminder.body")],
  facts: facts(t, visit, locale),
  action: { label: t("visitReminder.action"), url: visit.url },
});

/** @param visit.minutes by how much, as the doctor said */
export const runningLate = (
  t: MailText,
  visit: Coming & Readonly<{ minutes: number }>,
  locale: Locale,
): Letter => ({
  subject: t("runningLate.subject", { minutes: visit.minutes }),
  heading: t("runningLate.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("runningLate.body", { minutes: visit.minutes })],
  facts: facts(t, visit, locale),
  action: { label: t("runningLate.action"), url: visit.url },
});

/** The day after, once, to who wishes to be asked by mail. */
export const howWasIt = (t: MailText, visit: Coming, locale: Locale): Letter => ({
  subject: t("howWasIt.subject", { doctor: visit.doctor.fullName }),
  heading: t("howWasIt.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("howWasIt.body")],
  facts: facts(t, visit, locale),
  action: { label: t("howWasIt.action"), url: visit.url },
});
