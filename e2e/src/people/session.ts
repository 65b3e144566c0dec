import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import type { Page } from "@playwright/test";
import type { Open } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed, SHARED_SECRETS } from "../clinic/served";

/** A live session of an account, as signing in would leave it. @param aal by the role unless given @returns its cookie */
export async function sessionOf(email: string, audience: "WEB" | "ADMIN", aal?: 1 | 2) {
  const { rows } = await sql().query<{ id: string; user_id: string }>(
    `INSERT INTO sessions (user_id, audience, aal, second_factor_at, step_up_at, expires_at)
     SELECT id, $2::"AppAudience", factors, CASE WHEN factors = 2 THEN now() END, now(), now() + interval '1 hour'
     FROM users, coalesce($3::int, CASE WHEN role = 'PATIENT' THEN 1 ELSE 2 END) AS factors
     WHERE email = $1 RETURNING id, user_id`,
    [email, audience, aal ?? null],
  );
  const [row] = rows;
  if (!row) throw new Error(`${email} has no account`);
  const secret = SHARED_SECRETS[`AUTH_SECRET_${audience}`];
  const token = mintAccessToken(secret, audience, { sessionId: row.id, userId: row.user_id }, Date.now());
  return { userId: row.user_id, name: cookieNames(audience, false).session, value: token };
}

/** A browser in which somebody is signed in already, for tests of what comes after. */
export async function openAs(
  open: Open,
  email: string,
  audience: "WEB" | "ADMIN" = "WEB",
  options?: Parameters<Open>[1],
  aal?: 1 | 2,
): Promise<Page> {
  const { web, admin } = readServed();
  const url = audience === "WEB" ? web : admin;
  const { name, value } = await sessionOf(email, audience, aal);
  const page = await open(url, options);
  await page.context().addCookies([{ name, value, url }]);
  return page;
}
