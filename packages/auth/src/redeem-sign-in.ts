import { admits } from "./audience";
import { newDeviceToken } from "./device-token";
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
    const { userId, aal } = grant;
    const session = { ...from, userId, role, audience, aal };
    const signedIn = await signIn(tx, { secrets, clock }, session, from.requestId);
    return { ...signedIn, deviceToken: newDeviceToken(secrets.access[audience], userId) };
  });
}
