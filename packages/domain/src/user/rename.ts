import type { Approval } from "../doctor/catalogue";

/**
 * May this account change its own name? A doctor's was compared with the register when the registration was approved,
 * and patients rely on it; before a decision, and after a refusal because of it, it may be put right.
 * @param approval of the caller's registration; undefined for who has none
 */
export const mayRename = (approval: Approval | undefined): boolean =>
  approval === undefined || approval === "PENDING" || approval === "REJECTED";
