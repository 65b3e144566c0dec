import { admits } from "./audience";
import { deviceNameOf, newDeviceToken } from "./device-token";
import { rememberDevice } from "./remembered-devices";
import type { AuthMeans } from "./resolve-request";
import { type SignedIn, signIn } from "./sign-in";
import { redeemTicket } from "./tickets";

/** Where a ticket is redeemed from. */
export type SignInOrigin = Readonly<{
  userAgent: string | null;
  clientAddress: string | null;
  /** ISO 3166 country of the address. */
  place: string | null;
  deviceToken: string | null;
  requestId: string | null;
}>;

export type RedeemedSignIn = SignedIn & Readonly<{ deviceToken: string }>;

/** Turns a ticket into a session. @returns null when the ticket is no good, or the account may no longer sign in here */
export async function redeemSignIn(
  { db, secrets, clock, audience }: AuthMeans,
  ticket: string,
  from: SignInOrigin,
): Promise<RedeemedSignIn | null> {
  return db.prisma.$transaction(async (tx) => {
    const grant = await redeemTicket(tx, audience, ticket);
    if (!grant) return null;
    const { role, status } = await tx.user.findUniqueOrThrow({
      where: { id: grant.userId },
      select: { role: true, status: true },
    });
    if (status !== "ACTIVE" || !admits(audience, role)) return null;
    const { userId, aal, isComplete, remembersDevice } = grant;
    const secret = secrets.access[audience];
    const isKnown = from.deviceToken !== null && deviceNameOf(secret, userId, from.deviceToken) !== "unknown";
    // A device keeps its name: what hangs on it (its own count of tries, being remembered) outlives the session.
    const deviceToken = isKnown && from.deviceToken ? from.deviceToken : newDeviceToken(secret, userId);
    const device = { deviceToken, isNewDevice: !isKnown };
    const session = { ...from, ...device, userId, role, audience, aal, isComplete };
    const signedIn = await signIn(tx, { secrets, clock }, session, from.requestId);
    if (remembersDevice && role === "PATIENT") await rememberDevice(tx, secret, userId, deviceToken);
    return { ...signedIn, deviceToken };
  });
}
