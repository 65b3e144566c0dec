/** The roles that log in. Roles belong to the whole cluster, so every database of it shares them. */
export const LOGIN_ROLES = ["amrutam_migrator", "amrutam_app", "amrutam_worker", "amrutam_sealer"] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RolePasswords = Readonly<Record<LoginRole, string>>;

/** Owns every object and cannot log in: who gets into the app's account can change rows, not the rules. */
export const OWNER_ROLE = "amrutam_owner";
