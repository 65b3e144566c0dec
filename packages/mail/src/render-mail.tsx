/** @jsxRuntime automatic */
import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { render } from "react-email";
import type { Letter } from "./letter";
import { LetterHtml } from "./letter-html";
import { letterText } from "./letter-text";
import { accountExists, sessionReused, staffInvitation, verifyEmail } from "./letters/account";
import {
  bookingCancelled,
  bookingCancelledDoctor,
  bookingConfirmed,
  bookingConfirmedDoctor,
  bookingMoved,
  bookingMovedDoctor,
} from "./letters/booking";
import { newDevice } from "./letters/device";
import {
  doctorApproved,
  doctorReapproved,
  doctorRejected,
  doctorSuspended,
  registrationChanged,
} from "./letters/doctor";
import { emailCode, factorChanged } from "./letters/factor";
import { visitMissed, visitMissedDoctor } from "./letters/missed";
import { howWasIt, runningLate, visitReminder } from "./letters/notice";
import {
  confirmEmailChange,
  emailChangeAsked,
  emailChanged,
  passwordChanged,
  resetPassword,
} from "./letters/password";
import { prescriptionReady } from "./letters/prescription";
import { waitlistOffer } from "./letters/waitlist";
import { type MailText, mailText } from "./mail-text";

/** Every message the platform sends. None holds anything clinical. */
const LETTERS = {
  "verify-email": verifyEmail,
  "account-exists": accountExists,
  "staff-invitation": staffInvitation,
  "session-reused": sessionReused,
  "new-device": newDevice,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "confirm-email-change": confirmEmailChange,
  "email-change-asked": emailChangeAsked,
  "email-changed": emailChanged,
  "email-code": emailCode,
  "factor-changed": factorChanged,
  "booking-confirmed": bookingConfirmed,
  "booking-confirmed-doctor": bookingConfirmedDoctor,
  "booking-moved": bookingMoved,
  "booking-moved-doctor": bookingMovedDoctor,
  "booking-cancelled": bookingCancelled,
  "booking-cancelled-doctor": bookingCancelledDoctor,
  "visit-missed": visitMissed,
  "visit-missed-doctor": visitMissedDoctor,
  "visit-reminder": visitReminder,
  "how-was-it": howWasIt,
  "running-late": runningLate,
  "doctor-approved": doctorApproved,
  "doctor-reapproved": doctorReapproved,
  "registration-changed": registrationChanged,
  "doctor-rejected": doctorRejected,
  "doctor-suspended": doctorSuspended,
  "prescription-ready": prescriptionReady,
  "waitlist-offer": waitlistOffer,
} as const;

export type MailKind = keyof typeof LETTERS;
export type MailProps<K extends MailKind> = Parameters<(typeof LETTERS)[K]>[1];
const WRITERS: {
  readonly [K in MailKind]: (t: MailText, props: MailProps<K>, locale: Locale) => Letter;
} = LETTERS;
export type RenderedMail = Readonly<{ subject: string; html: string; text: string }>;

/** Writes a message in the recipient's language. Instants in `props` are shown in its `zone`. */
export async function renderMail<K extends MailKind>(
  kind: K,
  props: MailProps<K>,
  locale: Locale,
): Promise<RenderedMail> {
  const t = mailText(locale);
  const letter = WRITERS[kind](t, props, locale);
  const brand = messagesOf(locale).common.brand;
  const footer = t("footer");
  const html = await render(
    <LetterHtml letter={letter} locale={locale} brand={brand} footer={footer} fallback={t("linkFallback")} />,
  );
  return { subject: letter.subject, html, text: letterText(letter, brand, footer) };
}
