import type { Role } from "@amrutam/domain/actor";

/** Which of the two apps a session, token or cookie belongs to. What one issues is nothing to the other. */
export type Audience = "WEB" | "ADMIN";

const ROLES_OF: Record<Audience, readonly Role[]> = {
  WEB: ["PATIENT", "DOCTOR"],
  ADMIN: ["ADMIN", "SUPPORT"],
};

/** Does this app let the role in? */
export const admits = (audience: Audience, role: Role): boolean => ROLES_OF[audience].includes(role);

/** The app in which an account of this role signs in, and to whose origin its links lead. */
export const audienceOf = (role: Role): Audience => (admits("ADMIN", role) ? "ADMIN" : "WEB");
