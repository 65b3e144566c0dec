import type { Money } from "@amrutam/domain/money/money";
import type { Locale } from "@amrutam/domain/wire";
import type { Letter } from "../letter";
import type { MailText } from "../mail-text";
import { type VisitTime, visitDate, visitTimeFact } from "../visit-time";
import {
  type Alternatives,
  doctorFact,
  type ForWhom,
  freeLinks,
  type NamedDoctor,
  refundFacts,
  whomFacts,
} from "./booking";

type Missed = VisitTime & Readonly<{ name: string; url: string; by: "PATIENT" | "DOCTOR" | "PLATFORM" }>;

/**
 * A visit didn't take place. @param visit.by who wasn't there, as the other side reported; `refund` is null when nothing
 * was paid; `alternatives` are for whom the doctor kept waiting
 */
export const visitMissed = (
  t: MailText,
  visit: Missed &
    ForWhom &
    Readonly<{ doctor: NamedDoctor; refund: Money | null; alternatives: Alternatives }>,
  locale: Locale,
): Letter => ({
  subject: t("visitMissed.subject", { date: visitDate(visit, locale) }),
  heading: t("visitMissed.heading", { by: visit.by }),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [
    t("visitMissed.body", { by: visit.by }),
    ...(visit.alternatives.length > 0 ? [t("bookingCancelled.alternatives")] : []),
  ],
  facts: [
    visitTimeFact(visit, locale, t),
    ...whomFacts(t, visit),
    doctorFact(t, visit.doctor),
    ...refundFacts(t, visit.refund, locale),
  ],
  action: { label: t("visitMissed.action"), url: visit.url },
  links: freeLinks(t, visit, locale),
  notes: [t("visitMissed.wrong")],
});

/** The same to the doctor, who reads nobody's name in a mail. */
export const visitMissedDoctor = (t: MailText, visit: Missed, locale: Locale): Letter => ({
  subject: t("visitMissedDoctor.subject", { date: visitDate(visit, locale) }),
  heading: t("visitMissedDoctor.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("visitMissedDoctor.body", { by: visit.by })],
  facts: [visitTimeFact(visit, locale, t)],
  action: { label: t("visitMissedDoctor.action"), url: visit.url },
  notes: [t("visitMissed.wrong")],
});
