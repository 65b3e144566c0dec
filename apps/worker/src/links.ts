import { admits } from "@amrutam/auth/audience";
import type { Role } from "@amrutam/domain/actor";

/** Where the worker's mails lead. Origins come from the configuration, never from a request. */
export type Origins = Readonly<{ web: URL; admin: URL }>;

/** A token stands behind the #: no server and no log on the way sees it. */
const withToken = (path: string, origin: URL, token: string) =>
  `${new URL(path, origin).href}#token=${token}`;

export const linksOf = ({ web, admin }: Origins) => ({
  verifyEmail: (token: string) => withToken("/verify-email", web, token),
  enrolStaff: (token: string) => withToken("/enrol", admin, token),
  resetPassword: (token: string, isStaffOfConsole: boolean) =>
    withToken("/reset-password", isStaffOfConsole ? admin : web, token),
  confirmEmail: (token: string, isStaffOfConsole: boolean) =>
    withToken("/confirm-email", isStaffOfConsole ? admin : web, token),
  forgotPassword: (isStaffOfConsole: boolean) =>
    new URL("/forgot-password", isStaffOfConsole ? admin : web).href,
  home: () => web.href,
  signIn: (isStaffOfConsole: boolean) => new URL("/sign-in", isStaffOfConsole ? admin : web).href,
  /** Where the signed-in devices of an account of this role are listed. */
  security: (role: Role) =>
    new URL(
      role === "DOCTOR" ? "/doctor/account/security" : "/account/security",
      admits("ADMIN", role) ? admin : web,
    ).href,
  visit: (consultationId: string) => new URL(`/visits/${consultationId}`, web).href,
  prescription: (consultationId: string) => new URL(`/visits/${consultationId}/prescription`, web).href,
  /** Change or cancel one visit, as the token says. */
  visitLink: (token: string) => withToken("/visit-link", web, token),
  /** Take one offered time or pass it on, as the token says. */
  waitlistOffer: (token: string) => withToken("/waitlist-offer", web, token),
  book: (slotId: string) => new URL(`/book/${slotId}`, web).href,
  findDoctor: () => new URL("/doctors", web).href,
  doctorVisit: (consultationId: string) => new URL(`/doctor/visits/${consultationId}`, web).href,
  doctorDay: () => new URL("/doctor", web).href,
  doctorHours: () => new URL("/doctor/hours", web).href,
  doctorProfile: () => new URL("/doctor/profile", web).href,
});
export type Links = ReturnType<typeof linksOf>;
