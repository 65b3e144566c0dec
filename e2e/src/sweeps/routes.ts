import type { Cast } from "./cast";

/** How a page of the build is looked at. */
export type Visit = Readonly<{
  /** As the manifest writes it. */
  route: string;
  /** Name of the screenshot; none for what isn't a screen of its own. */
  screen?: string;
  path: (cast: Cast) => string;
  /** Nobody: a visitor. */
  as?: (cast: Cast) => string;
  /** 1: signed in with the password only. */
  aal?: 1;
  /** Only sends on to another page, which has a visit of its own. */
  leadsTo?: RegExp;
  /** Also at 1440 px. */
  isWideToo?: true;
}>;

const patient = (cast: Cast) => cast.patient;
const doctor = (cast: Cast) => cast.doctor;
const admin = (cast: Cast) => cast.admin;

/** Next's page for a failure of the frame itself: no address shows it. */
export const UNREACHABLE = ["/_global-error"];

export const WEB: readonly Visit[] = [
  { route: "/", screen: "home", path: () => "/", isWideToo: true },
  { route: "/doctors", screen: "doctors", path: () => "/doctors", isWideToo: true },
  { route: "/doctors/[id]", screen: "doctor", path: (cast) => `/doctors/${cast.doctorId}`, isWideToo: true },
  { route: "/book/[slotId]", screen: "book", path: (cast) => `/book/${cast.openSlot}`, as: patient },
  { route: "/book/draft", path: () => "/book/draft", as: patient, leadsTo: /\/doctors$/ },
  { route: "/book/[slotId]", screen: "book-as-visitor", path: (cast) => `/book/${cast.openSlot}` },
  { route: "/book/[slotId]", screen: "taken", path: (cast) => `/book/${cast.takenSlot}`, as: patient },
  { route: "/sign-in", screen: "sign-in", path: () => "/sign-in" },
  { route: "/sign-up", screen: "sign-up", path: () => "/sign-up" },
  { route: "/verify-email", screen: "verify-email", path: () => "/verify-email#token=none" },
  { route: "/forgot-password", screen: "forgot-password", path: () => "/forgot-password" },
  { route: "/reset-password", screen: "reset-password", path: () => "/reset-password#token=none" },
  { route: "/confirm-email", screen: "confirm-email", path: () => "/confirm-email#token=none" },
  { route: "/start", path: () => "/start", as: patient, leadsTo: /\/visits$/ },
  {
    route: "/second-factor",
    screen: "second-factor",
    path: () => "/second-factor",
    as: (cast) => cast.enrolling.web,
    aal: 1,
  },
  { route: "/account", screen: "account", path: () => "/account", as: patient },
  {
    route: "/account/family",
    screen: "family",
    path: () => "/account/family",
    as: patient,
    isWideToo: true,
  },
  {
    route: "/account/security",
    screen: "security",
    path: () => "/account/security",
    as: patient,
    isWideToo: true,
  },
  {
    route: "/account/notifications",
    screen: "notifications",
    path: () => "/account/notifications",
    as: patient,
    isWideToo: true,
  },
  { route: "/inbox", screen: "inbox", path: () => "/inbox", as: patient, isWideToo: true },
  { route: "/visits", screen: "visits", path: () => "/visits", as: patient, isWideToo: true },
  { route: "/visits/[id]", screen: "visit", path: (cast) => `/visits/${cast.confirmed}`, as: patient },
  {
    route: "/visits/[id]",
    screen: "finished-visit",
    path: (cast) => `/visits/${cast.finished}`,
    as: patient,
    isWideToo: true,
  },
  {
    route: "/visits/[id]/change",
    screen: "change-visit",
    path: (cast) => `/visits/${cast.confirmed}/change`,
    as: patient,
    isWideToo: true,
  },
  { route: "/visit-link", screen: "visit-link", path: () => "/visit-link#token=change.no-such-link-at-all" },
  {
    route: "/waitlist-offer",
    screen: "waitlist-offer",
    path: () => "/waitlist-offer#token=offer.no-such-link-at-all",
  },
  {
    route: "/waitlist/[doctorId]",
    screen: "join-waitlist",
    path: (cast) => `/waitlist/${cast.doctorId}`,
    as: patient,
    isWideToo: true,
  },
  {
    route: "/visits/[id]/pay",
    screen: "pay",
    path: (cast) => `/visits/${cast.held}/pay`,
    as: (cast) => cast.payer,
  },
  {
    route: "/visits/[id]/confirmed",
    screen: "confirmed",
    path: (cast) => `/visits/${cast.confirmed}/confirmed`,
    as: patient,
  },
  {
    route: "/visits/[id]/prescription",
    screen: "prescription",
    path: (cast) => `/visits/${cast.withPrescription}/prescription`,
    as: patient,
  },
  { route: "/doctor", screen: "doctor-day", path: () => "/doctor", as: doctor, isWideToo: true },
  { route: "/doctor/week", screen: "doctor-week", path: () => "/doctor/week", as: doctor, isWideToo: true },
  { route: "/doctor/hours", screen: "doctor-hours", path: () => "/doctor/hours", as: doctor },
  {
    route: "/doctor/hours/day-off",
    screen: "doctor-day-off",
    path: () =>
      `/doctor/hours/day-off?date=${new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)}`,
    as: doctor,
    isWideToo: true,
  },
  { route: "/doctor/profile", screen: "doctor-profile", path: () => "/doctor/profile", as: doctor },
  { route: "/doctor/account", screen: "doctor-account", path: () => "/doctor/account", as: doctor },
  {
    route: "/doctor/account/notifications",
    screen: "doctor-notifications",
    path: () => "/doctor/account/notifications",
    as: doctor,
  },
  { route: "/doctor/inbox", screen: "doctor-inbox", path: () => "/doctor/inbox", as: doctor },
  {
    route: "/doctor/account/security",
    screen: "doctor-security",
    path: () => "/doctor/account/security",
    as: doctor,
  },
  {
    route: "/doctor/register",
    screen: "doctor-register",
    path: () => "/doctor/register",
    as: (cast) => cast.unregistered,
  },
  {
    route: "/doctor/visits/[id]",
    screen: "doctor-visit",
    path: (cast) => `/doctor/visits/${cast.withPrescription}`,
    as: doctor,
    isWideToo: true,
  },
  {
    route: "/doctor/visits/[id]",
    screen: "doctor-visit-earlier",
    path: (cast) => `/doctor/visits/${cast.again}`,
    as: doctor,
    isWideToo: true,
  },
  {
    route: "/doctor/visits/[id]/change",
    screen: "doctor-visit-move",
    path: (cast) => `/doctor/visits/${cast.again}/change`,
    as: doctor,
    isWideToo: true,
  },
  {
    route: "/doctor/visits/[id]/prescribe",
    screen: "doctor-prescribe",
    path: (cast) => `/doctor/visits/${cast.started}/prescribe`,
    as: (cast) => cast.prescriber,
  },
  {
    route: "/doctor/visits/[id]/prescribe",
    screen: "doctor-prescription",
    path: (cast) => `/doctor/visits/${cast.withPrescription}/prescribe`,
    as: doctor,
  },
  { route: "/_not-found", screen: "not-found", path: () => "/nowhere" },
];

export const ADMIN: readonly Visit[] = [
  { route: "/", screen: "console-overview", path: () => "/", as: admin, isWideToo: true },
  { route: "/doctors", screen: "console-doctors", path: () => "/doctors", as: admin, isWideToo: true },
  { route: "/bookings", screen: "console-bookings", path: () => "/bookings", as: admin, isWideToo: true },
  {
    route: "/deliveries",
    screen: "console-deliveries",
    path: () => "/deliveries",
    as: admin,
    isWideToo: true,
  },
  { route: "/people", screen: "console-people", path: () => "/people", as: admin, isWideToo: true },
  {
    route: "/people/factor-resets",
    screen: "console-factor-resets",
    path: () => "/people/factor-resets",
    as: admin,
  },
  { route: "/ratings", screen: "console-ratings", path: () => "/ratings", as: admin, isWideToo: true },
  { route: "/audit", screen: "console-audit", path: () => "/audit", as: admin, isWideToo: true },
  { route: "/account", screen: "console-account", path: () => "/account", as: admin },
  { route: "/account/security", screen: "console-security", path: () => "/account/security", as: admin },
  { route: "/sign-in", screen: "console-sign-in", path: () => "/sign-in" },
  { route: "/enrol", screen: "console-enrol", path: () => "/enrol#token=none" },
  { route: "/forgot-password", screen: "console-forgot-password", path: () => "/forgot-password" },
  { route: "/reset-password", screen: "console-reset-password", path: () => "/reset-password#token=none" },
  { route: "/confirm-email", screen: "console-confirm-email", path: () => "/confirm-email#token=none" },
  { route: "/start", path: () => "/start", as: admin, leadsTo: /\/$/ },
  {
    route: "/second-factor",
    screen: "console-second-factor",
    path: () => "/second-factor",
    as: (cast) => cast.enrolling.admin,
    aal: 1,
  },
  { route: "/_not-found", screen: "console-not-found", path: () => "/nowhere", as: admin },
];
