import { type Role, STAFF_ROLES } from "../actor";
import { ok, type Result, refuse } from "../result";

/**
 * May a passkey or the authenticator app be taken from an account of this role? People who see other people's data
 * keep at least one.
 * @param strong passkeys and confirmed authenticator apps it has now
 */
export const mayRemoveFactor = (role: Role, strong: number): Result<null> =>
  strong <= 1 && (STAFF_ROLES as readonly Role[]).includes(role) ? refuse("factor.last_one") : ok(null);
