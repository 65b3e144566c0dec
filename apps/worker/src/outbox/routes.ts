import type { EventTask } from "../handlers/event-tasks";

/**
 * Which jobs an outbox event becomes. One job has one effect: when the doctor's mail fails, the patient's isn't sent
 * again. A kind without an effect yet is listed too; a kind that isn't listed waits until a newer worker knows it.
 */
export const ROUTES: Readonly<Record<string, readonly EventTask[]>> = {
  "auth.verify_email": ["mail_verify_email"],
  "auth.account_exists": ["mail_account_exists"],
  "auth.staff_invited": ["mail_staff_invited"],
  "auth.session_reused": ["mail_session_reused"],
  "auth.new_device": ["mail_new_device"],
  "auth.password_reset_requested": ["mail_reset_password"],
  "auth.password_changed": ["mail_password_changed"],
  "auth.email_change_requested": ["mail_confirm_email_change", "mail_email_change_asked"],
  "auth.email_changed": ["mail_email_changed"],
  "auth.email_code": ["mail_email_code"],
  "auth.totp_added": ["mail_factor_changed"],
  "auth.totp_removed": ["mail_factor_changed"],
  "auth.passkey_added": ["mail_factor_changed"],
  "auth.passkey_removed": ["mail_factor_changed"],
  "auth.passkey_copied": ["mail_factor_changed"],
  "auth.recovery_codes_renewed": ["mail_factor_changed"],
  "auth.email_code_on": ["mail_factor_changed"],
  "auth.email_code_off": ["mail_factor_changed"],
  "auth.factor_reset_requested": ["mail_factor_changed"],
  "auth.factors_reset": ["mail_factor_changed"],
  "consultation.requested": [],
  "consultation.confirmed": ["plan_notices"],
  "consultation.rescheduled": ["plan_notices"],
  "consultation.cancelled": ["plan_notices"],
  "consultation.expired": [],
  "consultation.start": [],
  "consultation.complete": [],
  "consultation.miss": ["plan_notices"],
  "visit.reminder_day": ["plan_notices"],
  "visit.reminder_hour": ["plan_notices"],
  "visit.running_late": ["plan_notices"],
  "waitlist.offered": ["plan_notices"],
  "payment.refund_due": ["settle_refunds"],
  "doctor.decided": ["mail_doctor_decided"],
  "doctor.registration_changed": ["mail_registration_changed"],
  "prescription.issued": ["mail_prescription_issued"],
};
