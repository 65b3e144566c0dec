import type { Temporal } from "temporal-polyfill";

export const ROLES = ["PATIENT", "DOCTOR", "ADMIN", "SUPPORT"] as const;
export type Role = (typeof ROLES)[number];

/** Roles that work here: they need a second factor by default. */
export const STAFF_ROLES = ["DOCTOR", "ADMIN", "SUPPORT"] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles of the console; the others belong to the public app. */
export const CONSOLE_ROLES = ["ADMIN", "SUPPORT"] as const satisfies readonly Role[];

export const ACCOUNT_STATUSES = ["ACTIVE", "DISABLED"] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Authenticator assurance level: 1 password alone, 2 with a second factor (NIST SP 800-63B). */
export type Aal = 1 | 2;

type ActorOf<R extends Role> = Readonly<{
  userId: string;
  role: R;
  aal: Aal;
  emailVerified: boolean;
  sessionId: string;
  /** The doctor's record; null for a doctor who has not registered yet and for everyone else. */
  doctorId: R extends "DOCTOR" ? string | null : null;
  /** When everything the account has was last shown in this session; null when something stood in for it. */
  stepUpAt: Temporal.Instant | null;
}>;

/** Who is calling, as the session's row says on this request. An anonymous caller is `null`, not an Actor. */
export type Actor<R extends Role = Role> = R extends Role ? ActorOf<R> : never;

export const hasRole = <R extends Role>(actor: Actor, roles: readonly R[]): actor is Actor<R> =>
  (roles as readonly Role[]).includes(actor.role);

export const isStaff = (actor: Actor): actor is Actor<StaffRole> => hasRole(actor, STAFF_ROLES);

/** How long what was shown counts as step-up, minutes. */
export const STEP_UP_MIN = 5;

/**
 * May this session sign a prescription, export, or change roles and factors at `now`, or must its person be shown once
 * more? Says nothing of assurance: a patient without a second factor shows the password.
 */
export const hasStepUp = (actor: Actor, now: Temporal.Instant): boolean => {
  if (actor.stepUpAt === null) return false;
  const ageMs = now.epochMilliseconds - actor.stepUpAt.epochMilliseconds;
  return ageMs <= STEP_UP_MIN * 60_000;
};
