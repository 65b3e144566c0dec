import { COUNCILS, type Mode } from "@amrutam/domain/doctor/catalogue";
import { format, isZero, type Money } from "@amrutam/domain/money/money";
import type { Locale } from "@amrutam/domain/wire";
import type { Fact, Letter } from "../letter";
import type { MailText } from "../mail-text";
import { type VisitTime, visitDate, visitMoment, visitTimeFact } from "../visit-time";

/** Named in every message about a visit (Telemedicine Practice Guidelines 2020, 3.1); never the specialization, which tells of an illness. */
export type NamedDoctor = Readonly<{ fullName: string; council: string; registrationNumber: string }>;
type By = "PATIENT" | "DOCTOR" | "PLATFORM";
type Visit = VisitTime & Readonly<{ name: string; url: string }>;
/** Name of the dependant a visit is for; null for the reader's own. Told to who booked, never to the doctor. */
export type ForWhom = Readonly<{ whom: string | null }>;
/** Links that work without signing in, for this visit alone; null when it is too near for them. */
type Changes = Readonly<{ changeUrl: string | null; cancelUrl: string | null }>;

const changeLinks = (t: MailText, { changeUrl, cancelUrl }: Changes) => [
  ...(changeUrl ? [{ label: t("changeVisit"), url: changeUrl }] : []),
  ...(cancelUrl ? [{ label: t("cancelVisit"), url: cancelUrl }] : []),
];
const changeNotes = (t: MailText, { changeUrl, cancelUrl }: Changes) =>
  changeUrl || cancelUrl ? [t("changeNote")] : [];

const councilName = (code: string) =>
  code in COUNCILS ? COUNCILS[code as keyof typeof COUNCILS].name : code;

export const doctorFact = (t: MailText, doctor: NamedDoctor): Fact => ({
  label: t("doctor"),
  lines: [
    doctor.fullName,
    `${t("registration")} ${doctor.registrationNumber}, ${councilName(doctor.council)}`,
  ],
});
export const whomFacts = (t: MailText, { whom }: ForWhom): Fact[] =>
  whom === null ? [] : [{ label: t("whom"), lines: [whom] }];
export const modeFact = (t: MailText, mode: Mode): Fact => ({
  label: t("mode"),
  lines: [t(`modes.${mode}`)],
});

export const bookingConfirmed = (
  t: MailText,
  visit: Visit & ForWhom & Changes & Readonly<{ doctor: NamedDoctor; mode: Mode; fee: Money }>,
  locale: Locale,
): Letter => ({
  subject: t("bookingConfirmed.subject", { date: visitDate(visit, locale) }),
  heading: t("bookingConfirmed.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("bookingConfirmed.body")],
  facts: [
    visitTimeFact(visit, locale, t),
    ...whomFacts(t, visit),
    doctorFact(t, visit.doctor),
    modeFact(t, visit.mode),
    { label: t("fee"), lines: [isZero(visit.fee) ? t("bookingConfirmed.free") : format(visit.fee, locale)] },
  ],
  action: { label: t("bookingConfirmed.action"), url: visit.url },
  links: changeLinks(t, visit),
  notes: changeNotes(t, visit),
});

/** The visit has another time. @param visit.by who chose it; `before` its start until now */
export const bookingMoved = (
  t: MailText,
  visit: Visit & ForWhom & Changes & Readonly<{ doctor: NamedDoctor; mode: Mode; by: By; before: string }>,
  locale: Locale,
): Letter => ({
  subject: t("bookingMoved.subject", { date: visitDate(visit, locale) }),
  heading: t("bookingMoved.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [
    t("bookingMoved.body", {
      by: visit.by,
      before: visitMoment({ ...visit, startsAt: visit.before }, locale),
    }),
  ],
  facts: [
    visitTimeFact(visit, locale, t),
    ...whomFacts(t, visit),
    doctorFact(t, visit.doctor),
    modeFact(t, visit.mode),
  ],
  action: { label: t("bookingMoved.action"), url: visit.url },
  links: changeLinks(t, visit),
  notes: changeNotes(t, visit),
});

export const bookingMovedDoctor = (
  t: MailText,
  visit: Visit & Readonly<{ mode: Mode; by: By; before: string }>,
  locale: Locale,
): Letter => ({
  subject: t("bookingMovedDoctor.subject", { date: visitDate(visit, locale) }),
  heading: t("bookingMovedDoctor.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [
    t("bookingMovedDoctor.body", {
      by: visit.by,
      before: visitMoment({ ...visit, startsAt: visit.before }, locale),
    }),
  ],
  facts: [visitTimeFact(visit, locale, t), modeFact(t, visit.mode)],
  action: { label: t("bookingMovedDoctor.action"), url: visit.url },
});

/** To the doctor: when and how, not who; the patient's name stays in the portal. */
export const bookingConfirmedDoctor = (
  t: MailText,
  visit: Visit & Readonly<{ mode: Mode }>,
  locale: Locale,
): Letter => ({
  subject: t("bookingConfirmedDoctor.subject", { date: visitDate(visit, locale) }),
  heading: t("bookingConfirmedDoctor.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("bookingConfirmedDoctor.body")],
  facts: [visitTimeFact(visit, locale, t), modeFact(t, visit.mode)],
  action: { label: t("bookingConfirmedDoctor.action"), url: visit.url },
});

/** Times that are free instead, soonest first; each address books one. */
export type Alternatives = readonly Readonly<{ startsAt: string; doctor: string; url: string }>[];

export const freeLinks = (
  t: MailText,
  { zone, alternatives }: Readonly<{ zone: string; alternatives: Alternatives }>,
  locale: Locale,
) =>
  alternatives.map(({ startsAt, doctor, url }) => ({
    label: t("bookingCancelled.alternative", { when: visitMoment({ startsAt, zone }, locale), doctor }),
    url,
  }));

/** What comes back. @param refund null: nothing was paid, nothing is said */
export const refundFacts = (t: MailText, refund: Money | null, locale: Locale): Fact[] =>
  refund === null
    ? []
    : [
        {
          label: t("refund"),
          lines: isZero(refund)
            ? [t("bookingCancelled.noRefund")]
            : [format(refund, locale), t("bookingCancelled.refundNote")],
        },
      ];

export const bookingCancelled = (
  t: MailText,
  visit: Visit &
    ForWhom &
    Readonly<{
      doctor: NamedDoctor;
      by: By;
      /** null: nothing was paid */
      refund: Money | null;
      /** the platform's own words */
      reason: string | null;
      alternatives: Alternatives;
    }>,
  locale: Locale,
): Letter => {
  const { refund } = visit;
  return {
    subject: t("bookingCancelled.subject", { date: visitDate(visit, locale) }),
    heading: t("bookingCancelled.heading"),
    greeting: t("greeting", { name: visit.name }),
    paragraphs: [
      t("bookingCancelled.body", { by: visit.by }),
      ...(visit.alternatives.length > 0 ? [t("bookingCancelled.alternatives")] : []),
    ],
    ...(visit.reason ? { quote: visit.reason } : {}),
    facts: [
      visitTimeFact(visit, locale, t),
      ...whomFacts(t, visit),
      doctorFact(t, visit.doctor),
      ...refundFacts(t, refund, locale),
    ],
    action: { label: t("bookingCancelled.action"), url: visit.url },
    links: freeLinks(t, visit, locale),
  };
};

export const bookingCancelledDoctor = (
  t: MailText,
  visit: Visit & Readonly<{ by: By }>,
  locale: Locale,
): Letter => ({
  subject: t("bookingCancelledDoctor.subject", { date: visitDate(visit, locale) }),
  heading: t("bookingCancelledDoctor.heading"),
  greeting: t("greeting", { name: visit.name }),
  paragraphs: [t("bookingCancelledDoctor.body", { by: visit.by })],
  facts: [visitTimeFact(visit, locale, t)],
  action: { label: t("bookingCancelledDoctor.action"), url: visit.url },
});
