import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import type { Page } from "@playwright/test";
import type { Open } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed, SHARED_SECRETS } from "../clinic/served";

/** A live session of an account, as signing in with every factor would leave it. @returns its cookie */
export async function sessionOf(email: string, audience: "WEB" | "ADMIN") {
  const { rows } = await sql().query<{ id: string; user_id: string }>(
    `INSERT INTO sessions (user_id, audience, aal, second_factor_at, expires_at)
     SELECT id, $2::"AppAudience", CASE WHEN role = 'PATIENT' THEN 1 ELSE 2 END,
       CASE WHEN role <> 'PATIENT' THEN now() END, now() + interval '1 hour'
     FROM users WHERE email = $1 RETURNING id, user_id`,
    [email, audience],
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
): Promise<Page> {
  const { web, admin } = readServed();
  const url = audience === "WEB" ? web : admin;
  const { name, value } = await sessionOf(email, audience);
  const page = await open(url, options);
  await page.context().addCookies([{ name, value, url }]);
  return page;
}
