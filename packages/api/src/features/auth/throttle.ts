import { deviceNameOf } from "@amrutam/auth/device-token";
import type { Context } from "../../context";
import type { Limit } from "../../policy";

/** Failed tries per account and device in a quarter of an hour, over all processes. */
const FAILURES: Limit = { points: 5, windowSec: 15 * 60, shared: true };
/** Letters per address and device in an hour that somebody asked for who isn't signed in. */
const LETTERS: Limit = { points: 5, windowSec: 60 * 60, shared: true };

type Stage = "auth.password" | "auth.factor";

/**
 * Counts a try before it is judged, so that parallel guesses can't share one. All devices that never signed in to the
 * account share a count; one that did has its own, and strangers can't lock its owner out.
 * @param account what names the account: its id, or the address typed where there is none
 * @returns forgets the count, once the try has turned out right
 * @throws Refused rate.limited
 */
export async function takeTry(
  { deps, deviceToken }: Context,
  stage: Stage,
  account: string,
  userId: string | null,
): Promise<() => Promise<void>> {
  const device = deviceNameOf(deps.secrets.access[deps.audience], userId, deviceToken);
  const who = `${account}|${device}`;
  await deps.limits.consume(stage, FAILURES, who);
  return () => deps.limits.forgive(stage, FAILURES, who);
}

/**
 * Counts a letter that goes to an address because somebody typed it, whether or not the address has an account. As with
 * tries, a device that once signed in to the account is counted apart from all others.
 * @throws Refused rate.limited
 */
export async function takeLetter(
  { deps, deviceToken }: Context,
  email: string,
  userId: string | null,
): Promise<void> {
  const device = deviceNameOf(deps.secrets.access[deps.audience], userId, deviceToken);
  await deps.limits.consume("auth.letter", LETTERS, `${email}|${device}`);
}
