import { signIn } from "@amrutam/auth/sign-in";
import { createTicket } from "@amrutam/auth/tickets";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { Aal } from "@amrutam/domain/actor";
import type { verifyMfaOutput } from "@amrutam/domain/auth/schema";
import type * as z from "zod";
import type { Context } from "../../context";
import type { SignedInUser } from "./signed-in-user";

/** What was shown. The sign-in counts as step-up unless a remembered device stood in for the second factor. */
type Shown = Readonly<{ aal: Aal; isComplete?: boolean; remembersDevice?: boolean }>;
export type Delivered = z.infer<typeof verifyMfaOutput>;

/** All proofs are in: a browser gets the ticket for its cookies, everybody else a session with its tokens. */
export async function deliverSignIn(
  tx: PrismaTransaction,
  { deps, userAgent, clientAddress, deviceToken, requestId }: Context,
  user: SignedInUser,
  shown: Shown,
  delivery: "tokens" | "ticket",
): Promise<Delivered> {
  const { audience } = deps;
  if (delivery === "ticket")
    return { ticket: await createTicket(tx, { ...shown, userId: user.id, audience }) };
  const { aal, isComplete } = shown;
  const place = deps.places.countryOf(clientAddress);
  const from = { userAgent, clientAddress, place, deviceToken };
  const session = { ...from, userId: user.id, role: user.role, audience, aal, isComplete };
  const signedIn = await signIn(tx, deps, session, requestId);
  return {
    user,
    accessToken: signedIn.accessToken,
    refreshToken: signedIn.refreshToken,
    expiresIn: signedIn.expiresInSec,
  };
}
