import type { Role } from "@amrutam/domain/actor";

/** Calls per window; counted in this process, or in PostgreSQL where processes must share the count. */
export type Limit = Readonly<{
  points: number;
  windowSec: number;
  shared?: true;
  /** By the use case, which knows whether the caller's device is known and whether the try was right. */
  isCountedInside?: true;
}>;

type Common = Readonly<{ limit?: Limit /** creates or charges: needs an idempotency key */; keyed?: true }>;
export type PublicRule = Common & Readonly<{ roles: "PUBLIC"; why: string }>;
export type RoleRule = Common &
  Readonly<{
    roles: readonly [Role, ...Role[]];
    /** Staff need a second factor (2) unless this says 1, with a reason. */
    aal?: 1;
    /** Everything the account has, shown in the last five minutes. */
    stepUp?: true;
    why?: string;
  }>;
export type Rule = PublicRule | RoleRule;

const EVERYONE = ["PATIENT", "DOCTOR", "ADMIN", "SUPPORT"] as const;
const guessing: Limit = { points: 30, windowSec: 15 * 60, shared: true };
/** Failures of one address. A whole town may share one (RFC 6888): who is right, or on a known device, isn't counted. */
const trying: Limit = { ...guessing, isCountedInside: true };
const mailing: Limit = { points: 10, windowSec: 60 * 60, shared: true };

/** Each changed comment is read by somebody. */
const rating: Limit = { points: 30, windowSec: 60 * 60 };

/** Every opening of a sign-in page asks for passkeys once. */
const options: Limit = { points: 120, windowSec: 15 * 60, shared: true };
const enrolling = {
  roles: EVERYONE,
  aal: 1,
  stepUp: true,
  why: "a second factor must be enrolled before it can be asked for",
} as const;

/** Who may call what. A procedure without a line here doesn't compile; the sweep calls every line as everybody. */
export const POLICIES = {
  "auth.signup": { roles: "PUBLIC", why: "accounts begin here", limit: mailing },
  "auth.verifyEmail": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "auth.resendVerification": { roles: "PUBLIC", why: "the answer is the same for everybody", limit: mailing },
  "auth.login": { roles: "PUBLIC", why: "nobody is signed in yet", limit: trying },
  "auth.verifyMfa": { roles: "PUBLIC", why: "the challenge is the proof", limit: trying },
  "auth.requestPasswordReset": {
    roles: "PUBLIC",
    why: "the answer is the same for everybody",
    limit: mailing,
  },
  "auth.resetPassword": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "auth.confirmEmailChange": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "auth.passwordStrength": {
    roles: "PUBLIC",
    why: "accounts begin with a password, and the dictionaries are here",
    limit: { points: 60, windowSec: 60 },
  },
  "auth.refreshToken": {
    roles: "PUBLIC",
    why: "the refresh token is the proof",
    limit: { points: 60, windowSec: 60 },
  },
  "auth.logout": { roles: "PUBLIC", why: "ending what is over is no error" },
  "auth.acceptInvitation": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "auth.passkeyOptions": { roles: "PUBLIC", why: "says nothing about anybody", limit: options },
  "auth.passkeySignIn": { roles: "PUBLIC", why: "the passkey is the proof", limit: guessing },
  "auth.sendEmailCode": { roles: "PUBLIC", why: "the challenge is the proof", limit: guessing },
  "auth.enableMfa": {
    roles: EVERYONE,
    aal: 1,
    stepUp: true,
    why: "a second factor must be enrolled before it can be asked for",
  },
  "auth.confirmMfa": {
    roles: EVERYONE,
    aal: 1,
    stepUp: true,
    why: "a second factor must be enrolled before it can be asked for",
    limit: guessing,
  },
  "auth.stepUpOptions": { roles: EVERYONE, aal: 1, why: "who enrols late shows the password first" },
  "auth.stepUp": {
    roles: EVERYONE,
    aal: 1,
    why: "who enrols late shows the password first",
    limit: guessing,
  },

  "factor.list": { roles: EVERYONE, aal: 1, why: "screens must know what to offer" },
  "factor.beginPasskey": { ...enrolling, limit: guessing },
  "factor.addPasskey": { ...enrolling, limit: guessing },
  "factor.renamePasskey": { roles: EVERYONE },
  "factor.removePasskey": { roles: EVERYONE, stepUp: true },
  "factor.removeTotp": { roles: EVERYONE, stepUp: true },
  "factor.renewRecoveryCodes": { roles: EVERYONE, stepUp: true },
  "factor.setEmailCode": { roles: ["PATIENT"], stepUp: true },
  "factor.forgetDevices": { roles: ["PATIENT"] },

  "session.list": { roles: EVERYONE },
  "session.revoke": { roles: EVERYONE },
  "session.revokeOthers": { roles: EVERYONE },
  "user.changePassword": { roles: EVERYONE, limit: guessing },
  "user.requestEmailChange": { roles: EVERYONE, stepUp: true, limit: mailing },
  "user.me": { roles: EVERYONE, aal: 1, why: "screens must know who needs to enrol" },
  "user.profile": { roles: EVERYONE },
  "user.updateProfile": { roles: EVERYONE },

  "dependant.list": { roles: ["PATIENT"] },
  "dependant.create": { roles: ["PATIENT"], keyed: true },
  "dependant.update": { roles: ["PATIENT"] },
  "dependant.remove": { roles: ["PATIENT"] },

  "doctor.search": { roles: "PUBLIC", why: "open catalogue" },
  "doctor.get": { roles: "PUBLIC", why: "open catalogue" },
  "doctor.slots": { roles: "PUBLIC", why: "open catalogue" },
  "doctor.slot": { roles: "PUBLIC", why: "a slot is chosen before signing in" },
  "doctor.register": { roles: ["DOCTOR"], keyed: true },
  "doctor.mine": { roles: ["DOCTOR"] },
  "doctor.update": { roles: ["DOCTOR"] },
  "doctor.setPhoto": { roles: ["DOCTOR"], limit: { points: 20, windowSec: 60 * 60, shared: true } },
  "doctor.removePhoto": { roles: ["DOCTOR"] },

  "consultation.book": { roles: ["PATIENT"], keyed: true, limit: { points: 30, windowSec: 60 } },
  "consultation.draft": { roles: ["PATIENT"] },
  "consultation.list": { roles: ["PATIENT", "DOCTOR"] },
  "consultation.next": { roles: ["PATIENT"] },
  "consultation.get": { roles: ["PATIENT", "DOCTOR"] },
  "consultation.history": { roles: ["DOCTOR"] },
  "consultation.cancel": { roles: ["PATIENT", "DOCTOR"] },
  "consultation.reschedule": { roles: ["PATIENT", "DOCTOR"], keyed: true },
  "consultation.extendHold": { roles: ["PATIENT"] },
  "consultation.openLink": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "consultation.rescheduleByLink": {
    roles: "PUBLIC",
    why: "the link is the proof",
    keyed: true,
    limit: guessing,
  },
  "consultation.cancelByLink": {
    roles: "PUBLIC",
    why: "the link is the proof",
    keyed: true,
    limit: guessing,
  },
  "consultation.start": { roles: ["DOCTOR"] },
  "consultation.complete": { roles: ["DOCTOR"] },
  "consultation.miss": { roles: ["PATIENT", "DOCTOR"] },
  "consultation.note": { roles: ["DOCTOR"] },
  "consultation.runningLate": { roles: ["DOCTOR"], keyed: true, limit: { points: 20, windowSec: 60 * 60 } },

  "waitlist.join": { roles: ["PATIENT"], keyed: true },
  "waitlist.list": { roles: ["PATIENT"] },
  "waitlist.leave": { roles: ["PATIENT"] },
  "waitlist.openOffer": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },
  "waitlist.claim": { roles: "PUBLIC", why: "the link is the proof", keyed: true, limit: guessing },
  "waitlist.decline": { roles: "PUBLIC", why: "the link is the proof", limit: guessing },

  "rating.give": { roles: ["PATIENT"], keyed: true, limit: rating },
  "rating.update": { roles: ["PATIENT"], limit: rating },
  "rating.withdraw": { roles: ["PATIENT"] },
  "rating.own": { roles: ["PATIENT"] },
  "rating.due": { roles: ["PATIENT"] },
  "rating.listForDoctor": { roles: "PUBLIC", why: "open catalogue" },

  "payment.initiate": { roles: ["PATIENT"], keyed: true },
  "payment.get": { roles: ["PATIENT", "DOCTOR"] },

  "availability.hours": { roles: ["DOCTOR"] },
  "availability.setHours": { roles: ["DOCTOR"] },
  "availability.list": { roles: ["DOCTOR"] },
  "availability.create": { roles: ["DOCTOR"], keyed: true },
  "availability.block": { roles: ["DOCTOR"] },
  "availability.remove": { roles: ["DOCTOR"] },
  "availability.dayOffVisits": { roles: ["DOCTOR"] },
  "availability.dayOff": { roles: ["DOCTOR"], keyed: true },
  "availability.previewHours": { roles: ["DOCTOR"] },
  "availability.move": { roles: ["DOCTOR"] },
  "availability.blockMany": { roles: ["DOCTOR"] },
  "availability.copyWeek": { roles: ["DOCTOR"] },

  "prescription.issue": { roles: ["DOCTOR"], keyed: true },
  "prescription.get": { roles: ["PATIENT", "DOCTOR"] },
  "prescription.pdf": { roles: ["PATIENT", "DOCTOR"] },

  "notification.list": { roles: ["PATIENT", "DOCTOR"] },
  "notification.unread": { roles: ["PATIENT", "DOCTOR"] },
  "notification.markRead": { roles: ["PATIENT", "DOCTOR"] },
  "notification.settings": { roles: ["PATIENT", "DOCTOR"] },
  "notification.setSettings": { roles: ["PATIENT", "DOCTOR"] },

  "calendar.visit": { roles: ["PATIENT", "DOCTOR"] },
  "calendar.getFeed": { roles: ["PATIENT", "DOCTOR"] },
  "calendar.createFeed": { roles: ["PATIENT", "DOCTOR"] },
  "calendar.renewFeed": { roles: ["PATIENT", "DOCTOR"], limit: { points: 20, windowSec: 60 * 60 } },
  "calendar.revokeFeed": { roles: ["PATIENT", "DOCTOR"] },
  "calendar.setDetails": { roles: ["PATIENT", "DOCTOR"] },

  "admin.doctors": { roles: ["ADMIN", "SUPPORT"] },
  "admin.decideDoctor": { roles: ["ADMIN"] },
  "admin.people": { roles: ["ADMIN", "SUPPORT"] },
  "admin.inviteStaff": { roles: ["ADMIN"], stepUp: true, keyed: true, limit: mailing },
  "admin.setStatus": { roles: ["ADMIN"], stepUp: true },
  "admin.factorResets": { roles: ["ADMIN"] },
  "admin.requestFactorReset": { roles: ["ADMIN"], stepUp: true },
  "admin.decideFactorReset": { roles: ["ADMIN"], stepUp: true },
  "admin.setRole": { roles: ["ADMIN"], stepUp: true },
  "admin.bookings": { roles: ["ADMIN", "SUPPORT"] },
  "admin.deliveries": { roles: ["ADMIN", "SUPPORT"] },
  "admin.findByPhone": { roles: ["ADMIN", "SUPPORT"], limit: { points: 60, windowSec: 60 * 60 } },
  "admin.ratings": { roles: ["ADMIN", "SUPPORT"] },
  "admin.decideRating": { roles: ["ADMIN", "SUPPORT"] },
  "admin.cancelBooking": { roles: ["ADMIN"], keyed: true },
  "analytics.summary": { roles: ["ADMIN"] },
  "analytics.consultationsPerDay": { roles: ["ADMIN"] },
  "analytics.conversion": { roles: ["ADMIN"] },
  "analytics.doctorUtilization": { roles: ["ADMIN"] },
  "analytics.topSpecializations": { roles: ["ADMIN"] },
  "audit.list": { roles: ["ADMIN"] },
} as const satisfies Record<string, Rule>;

export type PolicyName = keyof typeof POLICIES;
type RolesOf<P extends PolicyName> = (typeof POLICIES)[P]["roles"];
/** Roles a policy lets in; `never` for a public one. */
export type PolicyRole<P extends PolicyName> =
  RolesOf<P> extends readonly Role[] ? RolesOf<P>[number] : never;

/** What a call of each kind may do per minute where its policy says nothing; per actor, or per address when anonymous. */
export const DEFAULT_LIMITS = {
  query: { points: 600, windowSec: 60 },
  mutation: { points: 120, windowSec: 60 },
} as const satisfies Record<string, Limit>;
