import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Locale } from "@amrutam/domain/wire";
import type { Letter } from "../letter";
import type { MailText } from "../mail-text";
import { type VisitTime, visitMoment, visitTimeFact } from "../visit-time";
import { doctorFact, type ForWhom, modeFact, type NamedDoctor, whomFacts } from "./booking";

type Offer = VisitTime &
  ForWhom &
  Readonly<{
    name: string;
    url: string;
    doctor: NamedDoctor;
    mode: Mode /** ISO instant */;
    expiresAt: string;
  }>;

/** A freed time, held for whoever is next. @param offer.expiresAt until when, on the reader's clock */
export const waitlistOffer = (t: MailText, offer: Offer, locale: Locale): Letter => ({
  subject: t("waitlistOffer.subject", { when: visitMoment(offer, locale) }),
  heading: t("waitlistOffer.heading"),
  greeting: t("greeting", { name: offer.name }),
  paragraphs: [
    t("waitlistOffer.body", { until: visitMoment({ startsAt: offer.expiresAt, zone: offer.zone }, locale) }),
  ],
  facts: [
    visitTimeFact(offer, locale, t),
    ...whomFacts(t, offer),
    doctorFact(t, offer.doctor),
    modeFact(t, offer.mode),
  ],
  action: { label: t("waitlistOffer.action"), url: offer.url },
  notes: [t("waitlistOffer.link")],
});
