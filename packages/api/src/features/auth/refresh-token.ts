import { ACCESS_TOKEN_SEC, mintAccessToken } from "@amrutam/auth/access-token";
import { rotateRefreshToken } from "@amrutam/auth/refresh";
import type { refreshTokenInput, refreshTokenOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";

/** A new pair for a refresh token. Browsers don't call it: their cookies are renewed on the way in. */
export async function refreshToken(
  { deps, requestId }: Context,
  input: z.infer<typeof refreshTokenInput>,
): Promise<Result<z.infer<typeof refreshTokenOutput>>> {
  const { db, secrets, audience } = deps;
  const rotation = await rotateRefreshToken(db, secrets, audience, input.refreshToken, requestId);
  if (!rotation) return refuse("auth.unauthenticated");
  const nowMs = deps.clock.now().getTime();
  return ok({
    accessToken: mintAccessToken(secrets.access[audience], audience, rotation, nowMs),
    refreshToken: rotation.refreshToken,
    expiresIn: ACCESS_TOKEN_SEC,
  });
}
