import type { WorkerDeps } from "../deps";
import { planNotices } from "../notices/plan-notices";
import type { OutboxEvent } from "../outbox/event";
import { mailAccountExists, mailSessionReused, mailStaffInvited, mailVerifyEmail } from "./account-mails";
import { mailNewDevice } from "./device-mails";
import { mailDoctorDecided, mailRegistrationChanged } from "./doctor-mails";
import { mailEmailCode, mailFactorChanged } from "./factor-mails";
import {
  mailConfirmEmailChange,
  mailEmailChangeAsked,
  mailEmailChanged,
  mailPasswordChanged,
  mailResetPassword,
} from "./password-mails";
import { mailPrescriptionIssued } from "./prescription-mails";
import { settleRefunds } from "./settle-refunds";
import {
  mailCancelledToDoctor,
  mailCancelledToPatient,
  mailConfirmedToDoctor,
  mailConfirmedToPatient,
  mailMovedToDoctor,
  mailMovedToPatient,
} from "./visit-mails";

/** What happens after an event. Each may run more than once and has its effect once. */
type Handler = (deps: WorkerDeps, event: OutboxEvent) => Promise<void>;

export const EVENT_TASKS = {
  plan_notices: planNotices,
  mail_verify_email: mailVerifyEmail,
  mail_account_exists: mailAccountExists,
  mail_staff_invited: mailStaffInvited,
  mail_session_reused: mailSessionReused,
  mail_new_device: mailNewDevice,
  mail_reset_password: mailResetPassword,
  mail_password_changed: mailPasswordChanged,
  mail_confirm_email_change: mailConfirmEmailChange,
  mail_email_change_asked: mailEmailChangeAsked,
  mail_email_changed: mailEmailChanged,
  mail_email_code: mailEmailCode,
  mail_factor_changed: mailFactorChanged,
  // Jobs of the version before; today these letters are sent by the deliveries that plan_notices makes.
  mail_confirmed_to_patient: mailConfirmedToPatient,
  mail_confirmed_to_doctor: mailConfirmedToDoctor,
  mail_moved_to_patient: mailMovedToPatient,
  mail_moved_to_doctor: mailMovedToDoctor,
  mail_cancelled_to_patient: mailCancelledToPatient,
  mail_cancelled_to_doctor: mailCancelledToDoctor,
  mail_waitlist_offer: planNotices,
  mail_doctor_decided: mailDoctorDecided,
  mail_registration_changed: mailRegistrationChanged,
  mail_prescription_issued: mailPrescriptionIssued,
  settle_refunds: settleRefunds,
} as const satisfies Record<string, Handler>;
export type EventTask = keyof typeof EVENT_TASKS;
