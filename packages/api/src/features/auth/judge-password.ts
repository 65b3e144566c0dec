import { passwordStrength } from "@amrutam/auth/password-strength";
import type { passwordStrengthInput, passwordStrengthOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";

/** How a password being typed stands. Judged here, where the dictionaries are; nothing of it is kept or logged. */
export async function judgePassword(
  { session }: Context,
  { password, words }: z.infer<typeof passwordStrengthInput>,
): Promise<Result<z.infer<typeof passwordStrengthOutput>>> {
  const own = session ? [session.email, session.fullName] : [];
  return ok(await passwordStrength(password, [...own, ...words]));
}
