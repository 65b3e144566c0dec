import type { AccountPlace } from "@amrutam/account/own-account";
import type { Role } from "@amrutam/domain/actor";

/** The pages of an account in this app, by whose it is. */
export const WEB_PLACES: Partial<Record<Role, readonly AccountPlace[]>> = {
  PATIENT: ["profile", "family", "notifications", "security"],
  DOCTOR: ["profile", "notifications", "security"],
};
