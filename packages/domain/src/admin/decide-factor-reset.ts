import { ok, type Result, refuse } from "../result";

/** What is known of a request to take somebody's lost second factors away, and of the admin who decides on it. */
export type FactorResetFacts = Readonly<{
  /** The admin is the person concerned. */
  isSelf: boolean;
  /** The admin is who asked. */
  isRequester: boolean;
  isDecided: boolean;
  /** Its day is over, or who asked is no admin any more. */
  isOver: boolean;
}>;

/** Four eyes, and neither pair belongs to the person concerned. The database's constraints say the same. */
export function decideFactorReset(facts: FactorResetFacts): Result<null> {
  if (facts.isSelf) return refuse("admin.self_change");
  if (facts.isRequester) return refuse("admin.reset_own_request");
  if (facts.isDecided) return refuse("admin.reset_decided");
  return facts.isOver ? refuse("admin.reset_expired") : ok(null);
}
