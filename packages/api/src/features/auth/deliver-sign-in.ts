import { signIn } from "@amrutam/auth/sign-in";
import { createTicket } from "@amrutam/auth/tickets";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { Aal } from "@amrutam/domain/actor";
import type { verifyMfaOutput } from "@amrutam/domain/auth/schema";
import type * as z from "zod";
import type { Context } from "../../context";
import type { SignedInUser } from "./signed-in-user";

export type Delivered = z.infer<typeof verifyMfaOutput>;

/** All proofs are in: a browser gets the ticket for its cookies, everybody else a session with its tokens. */
export async function deliverSignIn(
  tx: PrismaTransaction,
  { deps, userAgent, clientAddress, deviceToken, requestId }: Context,
  user: SignedInUser,
  aal: Aal,
  delivery: "tokens" | "ticket",
): Promise<Delivered> {
  const { audience } = deps;
  if (delivery === "ticket") return { ticket: await createTicket(tx, { userId: user.id, audience, aal }) };
  const place = deps.places.countryOf(clientAddress);
  const from = { userAgent, clientAddress, place, deviceToken };
  const session = { ...from, userId: user.id, role: user.role, audience, aal };
  const signedIn = await signIn(tx, deps, session, requestId);
  return {
    user,
    accessToken: signedIn.accessToken,
    refreshToken: signedIn.refreshToken,
    expiresIn: signedIn.expiresInSec,
  };
}
