import { deviceNameOf } from "@amrutam/auth/device-token";
import type { Context } from "../../context";
import { type Limit, POLICIES } from "../../policy";
import { networkOf } from "../../rate-limit";

/** Failed tries per account and device in a quarter of an hour, over all processes. */
const FAILURES: Limit = { points: 5, windowSec: 15 * 60, shared: true };
/** Letters per address and device in an hour that somebody asked for who isn't signed in. */
const LETTERS: Limit = { points: 5, windowSec: 60 * 60, shared: true };
/** Codes mailed to an account in an hour, for each device that asks. */
const CODES: Limit = { points: 10, windowSec: 60 * 60, shared: true };

type Stage = "auth.password" | "auth.factor";
/** The policy under whose limit an address is counted at each stage of signing in. */
const POLICY_OF = { "auth.password": "auth.login", "auth.factor": "auth.verifyMfa" } as const;

/**
 * Counts a try before it is judged, so that parallel guesses can't share one. All devices that never signed in to the
 * account share a count; one that did has its own, and strangers can't lock its owner out. Where nobody is signed in,
 * the network is counted too, but for known devices: neither can strangers behind the same address.
 * @param account what names the account: its id, or the address typed where there is none
 * @returns forgets the count, and takes this one of the network's back, once the try has turned out right
 * @throws Refused rate.limited
 */
export async function takeTry(
  {
    deps,
    deviceToken,
    actor,
    clientAddress,
  }: Pick<Context, "deps" | "deviceToken" | "actor" | "clientAddress">,
  stage: Stage,
  account: string,
  userId: string | null,
): Promise<() => Promise<void>> {
  const device = deviceNameOf(deps.secrets.access[deps.audience], userId, deviceToken);
  const who = `${account}|${device}`;
  const name = POLICY_OF[stage];
  const { limit } = POLICIES[name];
  const network = actor === null && device === "unknown" ? networkOf(clientAddress) : null;
  if (network !== null) await deps.limits.consume(name, limit, network);
  await deps.limits.consume(stage, FAILURES, who);
  return async () => {
    await deps.limits.forgive(stage, FAILURES, who);
    if (network !== null) await deps.limits.giveBack(name, limit, network);
  };
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

/**
 * Counts a code that is to be mailed. Three belong to each second step, but who knows the password may begin as many of
 * those as they like, and must not fill the owner's mailbox with them.
 * @throws Refused rate.limited
 */
export async function takeCode({ deps, deviceToken }: Context, userId: string): Promise<void> {
  const device = deviceNameOf(deps.secrets.access[deps.audience], userId, deviceToken);
  await deps.limits.consume("auth.code", CODES, `${userId}|${device}`);
}
