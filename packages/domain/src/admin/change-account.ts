import type { Role } from "../actor";
import { ok, type Result, refuse } from "../result";

/** What is known of the account whose role is to change. */
export type AccountFacts = Readonly<{
  isSelf: boolean;
  role: Role;
  /** Ever booked a visit as a patient, whatever became of it. */
  hasConsultations: boolean;
  /** Registered as a doctor, whatever was decided. */
  hasDoctorRecord: boolean;
}>;

/** Nobody disables or demotes themselves: the last admin can't lock the house from inside. */
export const decideStatusChange = ({ isSelf }: Pick<AccountFacts, "isSelf">): Result<null> =>
  isSelf ? refuse("admin.self_change") : ok(null);

/**
 * One account, one role, and a record that hangs on the role keeps it: a patient's visits and a doctor's registration
 * would otherwise belong to somebody who is neither.
 * @returns `admin.self_change` or `admin.role_fixed` when it may not become `to`
 */
export function decideRoleChange(facts: AccountFacts, to: Role): Result<null> {
  if (facts.isSelf) return refuse("admin.self_change");
  if (facts.role === to) return ok(null);
  if (facts.hasDoctorRecord) return refuse("admin.role_fixed", { because: "doctor_record" });
  if (facts.hasConsultations) return refuse("admin.role_fixed", { because: "consultations" });
  return ok(null);
}
