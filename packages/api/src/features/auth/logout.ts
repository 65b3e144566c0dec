import { signOut } from "@amrutam/auth/sign-out";
import type { logoutInput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";

/** Ends the caller's session, or the one of the refresh token. A browser's cookies go by `/api/auth/signout`. */
export async function logout(
  { deps, session, requestId }: Context,
  input: z.infer<typeof logoutInput>,
): Promise<Result<{ done: true }>> {
  await signOut(deps.db, deps.audience, { session, refreshToken: input.refreshToken ?? null }, requestId);
  return ok({ done: true });
}
