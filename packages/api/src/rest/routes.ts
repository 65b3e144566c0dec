import type { PolicyName } from "../policy";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Which procedure answers: one, or one chosen by the value of a field of the body. */
export type Target =
  | PolicyName
  | Readonly<{ field: string; procedures: Readonly<Record<string, PolicyName>> }>;

/**
 * One line of the public surface. GET takes its input from path and query, the others from path and JSON body; an
 * `idempotencyKey` always travels as the header `Idempotency-Key`.
 */
export type RestRoute = Readonly<{
  method: Method;
  /** Below `/api/v1`; `{name}` is a parameter. */
  path: `/${string}`;
  target: Target;
  summary: string;
  /** 200 unless said. */
  status?: 201;
  /** Input field of a path parameter that is called otherwise. */
  fieldOf?: Readonly<Record<string, string>>;
  /** `pdf`: the document itself instead of JSON. `zoned`: takes `timezone` and writes instants with its offset. */
  reply?: "pdf" | "zoned";
}>;

const slot = { slotId: "id" };

export const ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/auth/signup",
    target: "auth.signup",
    status: 201,
    summary: "Open an account; a link comes by mail",
  },
  {
    method: "POST",
    path: "/auth/verify-email",
    target: "auth.verifyEmail",
    summary: "Confirm an e-mail address with the link's token",
  },
  {
    method: "POST",
    path: "/auth/resend-verification",
    target: "auth.resendVerification",
    summary: "Send the link again",
  },
  {
    method: "POST",
    path: "/auth/request-password-reset",
    target: "auth.requestPasswordReset",
    summary: "Have a link sent that sets a new password",
  },
  {
    method: "POST",
    path: "/auth/reset-password",
    target: "auth.resetPassword",
    summary: "Set a new password with the link's token; every session ends",
  },
  {
    method: "POST",
    path: "/auth/confirm-email-change",
    target: "auth.confirmEmailChange",
    summary: "Make a new address the account's own with the link's token",
  },
  {
    method: "POST",
    path: "/auth/password-strength",
    target: "auth.passwordStrength",
    summary: "How a password being chosen stands, and why",
  },
  {
    method: "POST",
    path: "/auth/login",
    target: "auth.login",
    summary: "Sign in: tokens, or a challenge for the second factor",
  },
  {
    method: "POST",
    path: "/auth/verify-mfa",
    target: "auth.verifyMfa",
    summary: "Answer the challenge with a code",
  },
  {
    method: "POST",
    path: "/auth/passkey/options",
    target: "auth.passkeyOptions",
    summary: "What a browser or app needs to show a passkey",
  },
  {
    method: "POST",
    path: "/auth/passkey",
    target: "auth.passkeySignIn",
    summary: "Sign in with a passkey, or answer a challenge with one",
  },
  {
    method: "POST",
    path: "/auth/email-code",
    target: "auth.sendEmailCode",
    summary: "Have a code for a challenge sent by e-mail",
  },
  {
    method: "POST",
    path: "/auth/enable-mfa",
    target: "auth.enableMfa",
    summary: "Begin to enrol a second factor",
  },
  {
    method: "POST",
    path: "/auth/confirm-mfa",
    target: "auth.confirmMfa",
    summary: "Confirm the second factor with its first code",
  },
  {
    method: "POST",
    path: "/auth/step-up/options",
    target: "auth.stepUpOptions",
    summary: "What may be shown to be believed once more",
  },
  {
    method: "POST",
    path: "/auth/step-up",
    target: "auth.stepUp",
    summary: "Show the second factor again for what needs it fresh",
  },
  {
    method: "POST",
    path: "/auth/refresh-token",
    target: "auth.refreshToken",
    summary: "Exchange a refresh token for a new pair",
  },
  { method: "POST", path: "/auth/logout", target: "auth.logout", summary: "End the session" },
  {
    method: "POST",
    path: "/auth/accept-invitation",
    target: "auth.acceptInvitation",
    summary: "Choose the password of an invited staff account",
  },

  { method: "GET", path: "/users/me/sessions", target: "session.list", summary: "Where one is signed in" },
  {
    method: "DELETE",
    path: "/users/me/sessions/{id}",
    target: "session.revoke",
    summary: "Sign out on one device",
  },
  {
    method: "DELETE",
    path: "/users/me/sessions",
    target: "session.revokeOthers",
    summary: "Sign out everywhere else",
  },
  {
    method: "POST",
    path: "/users/me/password",
    target: "user.changePassword",
    summary: "Change the own password; other sessions end",
  },
  {
    method: "POST",
    path: "/users/me/email",
    target: "user.requestEmailChange",
    summary: "Have a link sent to another address, which then becomes the own",
  },
  { method: "GET", path: "/users/me", target: "user.profile", summary: "The own account and profile" },
  {
    method: "PATCH",
    path: "/users/me",
    target: "user.updateProfile",
    summary: "Change what is named of the own profile; null clears",
  },
  {
    method: "GET",
    path: "/users/me/dependants",
    target: "dependant.list",
    summary: "People the own account books for",
  },
  {
    method: "POST",
    path: "/users/me/dependants",
    target: "dependant.create",
    status: 201,
    summary: "Add somebody to book for",
  },
  {
    method: "PATCH",
    path: "/users/me/dependants/{id}",
    target: "dependant.update",
    summary: "Change what is named of a dependant",
  },
  {
    method: "DELETE",
    path: "/users/me/dependants/{id}",
    target: "dependant.remove",
    summary: "Remove a dependant; one whom visits name is only taken off the list",
  },

  {
    method: "GET",
    path: "/users/me/factors",
    target: "factor.list",
    summary: "What the own account can show besides the password",
  },
  {
    method: "POST",
    path: "/users/me/passkeys/options",
    target: "factor.beginPasskey",
    summary: "Begin to make a passkey",
  },
  {
    method: "POST",
    path: "/users/me/passkeys",
    target: "factor.addPasskey",
    status: 201,
    summary: "Keep the passkey that was made",
  },
  {
    method: "PATCH",
    path: "/users/me/passkeys/{id}",
    target: "factor.renamePasskey",
    summary: "Rename an own passkey",
  },
  {
    method: "DELETE",
    path: "/users/me/passkeys/{id}",
    target: "factor.removePasskey",
    summary: "Remove an own passkey",
  },
  {
    method: "DELETE",
    path: "/users/me/authenticator",
    target: "factor.removeTotp",
    summary: "Remove the own authenticator app",
  },
  {
    method: "POST",
    path: "/users/me/recovery-codes",
    target: "factor.renewRecoveryCodes",
    status: 201,
    summary: "Make new recovery codes; the earlier ones end",
  },
  {
    method: "PUT",
    path: "/users/me/email-code",
    target: "factor.setEmailCode",
    summary: "Turn codes by e-mail on or off",
  },
  {
    method: "DELETE",
    path: "/users/me/remembered-devices",
    target: "factor.forgetDevices",
    summary: "Ask every device for the second factor again",
  },

  {
    method: "GET",
    path: "/doctors",
    target: "doctor.search",
    summary: "Search doctors, each with the next open times",
  },
  {
    method: "POST",
    path: "/doctors",
    target: "doctor.register",
    status: 201,
    summary: "Register as a doctor; approval follows",
  },
  { method: "GET", path: "/doctors/me", target: "doctor.mine", summary: "The own registration" },
  { method: "GET", path: "/doctors/{id}", target: "doctor.get", summary: "A doctor's public profile" },
  {
    method: "PATCH",
    path: "/doctors/{id}/approval",
    target: "admin.decideDoctor",
    summary: "Approve, reject or suspend a doctor",
  },

  {
    method: "GET",
    path: "/availability/doctor/{doctorId}",
    target: "doctor.slots",
    reply: "zoned",
    summary: "A doctor's open slots within at most 31 days",
  },
  {
    method: "GET",
    path: "/availability/slots/{slotId}",
    target: "doctor.slot",
    fieldOf: slot,
    summary: "One slot with its doctor",
  },
  {
    method: "GET",
    path: "/availability/hours",
    target: "availability.hours",
    summary: "Own weekly hours and dated exceptions",
  },
  {
    method: "PUT",
    path: "/availability/hours",
    target: "availability.setHours",
    summary: "Replace the own hours; booked slots stay",
  },
  {
    method: "POST",
    path: "/availability/hours/preview",
    target: "availability.previewHours",
    summary: "What saving these hours would do: times added and removed, booked visits left outside",
  },
  {
    method: "POST",
    path: "/availability/block",
    target: "availability.blockMany",
    summary: "Block or open every free slot of a period",
  },
  {
    method: "POST",
    path: "/availability/copy-week",
    target: "availability.copyWeek",
    summary: "Make the free times of one week those of another",
  },
  {
    method: "POST",
    path: "/availability/{slotId}/move",
    target: "availability.move",
    summary: "Move an own slot nobody booked",
  },
  {
    method: "GET",
    path: "/availability",
    target: "availability.list",
    summary: "Own slots with who booked them",
  },
  {
    method: "POST",
    path: "/availability",
    target: "availability.create",
    status: 201,
    summary: "Add one slot",
  },
  {
    method: "PATCH",
    path: "/availability/{slotId}",
    target: "availability.block",
    fieldOf: slot,
    summary: "Block or open an own slot",
  },
  {
    method: "DELETE",
    path: "/availability/{slotId}",
    target: "availability.remove",
    fieldOf: slot,
    summary: "Remove an own slot nobody booked",
  },

  {
    method: "GET",
    path: "/availability/day-off",
    target: "availability.dayOffVisits",
    summary: "Own visits that a day off would cancel",
  },
  {
    method: "POST",
    path: "/availability/day-off",
    target: "availability.dayOff",
    summary: "Take a day off: its visits are cancelled in full and their patients offered other times",
  },

  {
    method: "POST",
    path: "/consultations",
    target: "consultation.book",
    status: 201,
    summary: "Book a slot: held for ten minutes, or confirmed when free",
  },
  { method: "GET", path: "/consultations", target: "consultation.list", summary: "Own consultations" },
  { method: "GET", path: "/consultations/{id}", target: "consultation.get", summary: "One own consultation" },
  {
    method: "POST",
    path: "/consultations/{id}/cancel",
    target: "consultation.cancel",
    summary: "Cancel; the refund follows the rule shown before paying",
  },
  {
    method: "POST",
    path: "/consultations/{id}/reschedule",
    target: "consultation.reschedule",
    summary: "Move to another slot of the same doctor; the old one is given up only when the new one is had",
  },
  {
    method: "POST",
    path: "/consultations/{id}/extend-hold",
    target: "consultation.extendHold",
    summary: "Ten more minutes to pay, once",
  },
  {
    method: "POST",
    path: "/waitlist",
    status: 201,
    target: "waitlist.join",
    summary: "Wait for a time with a doctor, or with any doctor of a specialization",
  },
  { method: "GET", path: "/waitlist", target: "waitlist.list", summary: "Queues the caller waits in" },
  {
    method: "DELETE",
    path: "/waitlist/{id}",
    target: "waitlist.leave",
    summary: "Give up a place in a queue",
  },
  {
    method: "POST",
    path: "/waitlist-offers/open",
    target: "waitlist.openOffer",
    summary: "What a waitlist offer's link is about; looking changes nothing",
  },
  {
    method: "POST",
    path: "/waitlist-offers/claim",
    status: 201,
    target: "waitlist.claim",
    summary: "Book the offered time, as an ordinary booking",
  },
  {
    method: "POST",
    path: "/waitlist-offers/decline",
    target: "waitlist.decline",
    summary: "Pass the offered time on to the next",
  },
  {
    method: "POST",
    path: "/visit-links/open",
    target: "consultation.openLink",
    summary: "What a link from a mail is about; looking doesn't use it up",
  },
  {
    method: "POST",
    path: "/visit-links/reschedule",
    target: "consultation.rescheduleByLink",
    summary: "Move the visit a link was sent for",
  },
  {
    method: "POST",
    path: "/visit-links/cancel",
    target: "consultation.cancelByLink",
    summary: "Cancel the visit a link was sent for",
  },
  {
    method: "PATCH",
    path: "/consultations/{id}/status",
    target: {
      field: "status",
      procedures: {
        IN_PROGRESS: "consultation.start",
        COMPLETED: "consultation.complete",
        NO_SHOW: "consultation.miss",
      },
    },
    summary: "Start, complete or miss an own consultation",
  },
  {
    method: "PUT",
    path: "/consultations/{id}/note",
    target: "consultation.note",
    summary: "Save the doctor's note against the revision it was read at",
  },
  {
    method: "POST",
    path: "/doctors/me/running-late",
    target: "consultation.runningLate",
    summary: "Tell everybody whose visit is still ahead today that the doctor is late",
  },

  {
    method: "GET",
    path: "/notifications",
    target: "notification.list",
    summary: "The own inbox, newest first",
  },
  {
    method: "GET",
    path: "/notifications/unread",
    target: "notification.unread",
    summary: "How much of the inbox wasn't seen yet",
  },
  {
    method: "POST",
    path: "/notifications/read",
    target: "notification.markRead",
    summary: "Mark lines of the inbox as seen; all of them when none is named",
  },
  {
    method: "GET",
    path: "/notifications/settings",
    target: "notification.settings",
    summary: "Which message comes where, and quiet hours",
  },
  {
    method: "PATCH",
    path: "/notifications/settings",
    target: "notification.setSettings",
    summary: "Choose where messages come, and quiet hours",
  },

  {
    method: "POST",
    path: "/prescriptions",
    target: "prescription.issue",
    status: 201,
    summary: "Issue a prescription; it can't be changed afterwards",
  },
  {
    method: "GET",
    path: "/prescriptions/consultation/{consultationId}",
    target: "prescription.get",
    summary: "Prescriptions of an own consultation",
  },
  {
    method: "GET",
    path: "/prescriptions/{id}/pdf",
    target: "prescription.pdf",
    reply: "pdf",
    summary: "A prescription as PDF",
  },

  {
    method: "POST",
    path: "/payments/initiate",
    target: "payment.initiate",
    summary: "Pay for a held consultation",
  },
  {
    method: "GET",
    path: "/payments/consultation/{consultationId}",
    target: "payment.get",
    summary: "The payment of an own consultation",
  },

  { method: "GET", path: "/users", target: "admin.people", summary: "Search accounts" },
  {
    method: "POST",
    path: "/users",
    target: "admin.inviteStaff",
    status: 201,
    summary: "Invite a colleague; the mail's link chooses the password",
  },
  { method: "PATCH", path: "/users/{id}/role", target: "admin.setRole", summary: "Change an account's role" },
  {
    method: "PATCH",
    path: "/users/{id}/status",
    target: "admin.setStatus",
    summary: "Disable or enable an account",
  },
  {
    method: "GET",
    path: "/admin/factor-resets",
    target: "admin.factorResets",
    summary: "Requests to take lost second factors away",
  },
  {
    method: "POST",
    path: "/admin/factor-resets",
    target: "admin.requestFactorReset",
    status: 201,
    summary: "Ask to take a person's lost second factors away",
  },
  {
    method: "PATCH",
    path: "/admin/factor-resets/{id}",
    target: "admin.decideFactorReset",
    summary: "Decide on another admin's request",
  },
  {
    method: "GET",
    path: "/admin/doctors",
    target: "admin.doctors",
    summary: "Registrations, also those that await approval",
  },
  {
    method: "GET",
    path: "/admin/bookings",
    target: "admin.bookings",
    summary: "Bookings of everybody, nothing clinical",
  },
  {
    method: "POST",
    path: "/admin/bookings/{id}/cancel",
    target: "admin.cancelBooking",
    summary: "Cancel a booking for the platform; all of it comes back",
  },
  {
    method: "GET",
    path: "/admin/analytics/summary",
    target: "analytics.summary",
    summary: "Figures of a period beside the one before",
  },
  {
    method: "GET",
    path: "/admin/analytics/consultations-per-day",
    target: "analytics.consultationsPerDay",
    summary: "Booked and completed per day",
  },
  {
    method: "GET",
    path: "/admin/analytics/conversion",
    target: "analytics.conversion",
    summary: "From booked to completed",
  },
  {
    method: "GET",
    path: "/admin/analytics/doctor-utilization",
    target: "analytics.doctorUtilization",
    summary: "Booked by offered minutes",
  },
  {
    method: "GET",
    path: "/admin/analytics/top-specializations",
    target: "analytics.topSpecializations",
    summary: "Consultations and revenue by specialization",
  },
  { method: "GET", path: "/audit-logs", target: "audit.list", summary: "The audit log, newest first" },
];

/** Every procedure a route may call. */
export const proceduresOf = ({ target }: RestRoute): readonly PolicyName[] =>
  typeof target === "string" ? [target] : Object.values(target.procedures);

/** Names of the parameters in a path, in order. */
export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
