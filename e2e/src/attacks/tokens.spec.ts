import { createHmac } from "node:crypto";
import { mintAccessToken } from "@amrutam/auth/access-token";
import { keyOf } from "@amrutam/auth/secrets";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import { sql } from "../clinic/database";
import { readServed, SHARED_SECRETS } from "../clinic/served";
import { sessionOf } from "../people/session";
import { adminOf } from "../people/staff";
import { expectOpen, expectShut, urlOf } from "./doors";
import { victim } from "./people";
import { cookieHeader, send } from "./send";
import { signInByCookie, signInByToken, signOutByCookie } from "./sign-in";

test.afterAll(() => assertInvariants(readServed().superuserUrl));

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a session opens every door, and a forged token none", async () => {
  const { email, canaries } = await victim();
  const { name, value, userId } = await sessionOf(email, "WEB");
  await expectOpen("WEB", bearer(value));
  await expectOpen("WEB", { cookie: `${name}=${value}` });

  const [header = "", payload = "", signature = ""] = value.split(".");
  const key = keyOf(SHARED_SECRETS.AUTH_SECRET_WEB, "access");
  const signed = (head: string, hash = "sha256") =>
    `${head}.${payload}.${createHmac(hash, key).update(`${head}.${payload}`).digest("base64url")}`;
  const long = Date.now() - 3_600_000;
  const sessionId = (JSON.parse(Buffer.from(payload, "base64url").toString()) as { sid: string }).sid;
  const forged = {
    "no algorithm": `${encode({ alg: "none", typ: "at+jwt" })}.${payload}.`,
    "another algorithm": signed(encode({ alg: "HS512", typ: "at+jwt" }), "sha512"),
    "RS256 over an HMAC": signed(encode({ alg: "RS256", typ: "at+jwt" })),
    "no signature": `${header}.${payload}.`,
    "another's payload": `${header}.${encode({ typ: "access", aud: "amrutam:web", sub: userId, sid: userId })}.${signature}`,
    "the other app's secret": mintAccessToken(
      SHARED_SECRETS.AUTH_SECRET_ADMIN,
      "WEB",
      { sessionId, userId },
      Date.now(),
    ),
    "the other app's audience": mintAccessToken(
      SHARED_SECRETS.AUTH_SECRET_WEB,
      "ADMIN",
      { sessionId, userId },
      Date.now(),
    ),
    "an hour ago": mintAccessToken(SHARED_SECRETS.AUTH_SECRET_WEB, "WEB", { sessionId, userId }, long),
    "a stray percent sign": "%E0%A4%A",
    "nothing but dots": "...",
  };
  for (const [what, token] of Object.entries(forged))
    await test.step(what, async () => {
      await expectShut("WEB", bearer(token), canaries);
      await expectShut("WEB", { cookie: `${name}=${token}` }, canaries);
    });
  await expectOpen("WEB", bearer(value));
});

test("a token of one app is nothing to the other", async () => {
  const { email, canaries } = await victim();
  const patient = await sessionOf(email, "WEB");
  const admin = await sessionOf(adminOf("attacks"), "ADMIN");
  await expectOpen("ADMIN", bearer(admin.value));
  await expectShut("ADMIN", bearer(patient.value), canaries);
  await expectShut("ADMIN", { cookie: `${admin.name}=${patient.value}` }, canaries);
  await expectShut("WEB", bearer(admin.value));
  await expectShut("WEB", { cookie: `${patient.name}=${admin.value}` });
});

test("a refresh token opens nothing by itself", async () => {
  const account = await victim();
  const { refreshToken } = await signInByToken(urlOf("WEB"), account);
  await expectShut("WEB", bearer(refreshToken), account.canaries);
  await expectShut("WEB", { cookie: `amrutam-web.session=${refreshToken}` }, account.canaries);
});

test("what a browser held before signing out is worth nothing after", async () => {
  const account = await victim();
  const held = await signInByCookie(urlOf("WEB"), account);
  await expectOpen("WEB", { cookie: cookieHeader(held) });
  expect((await signOutByCookie(urlOf("WEB"), held)).status).toBe(200);
  await expectShut("WEB", { cookie: cookieHeader(held) }, account.canaries);
  for (const [name, value] of Object.entries(held))
    await expectShut("WEB", { cookie: `${name}=${value}` }, account.canaries);
});

test("a refresh token replayed by a second client puts both out, and its owner is told", async () => {
  const account = await victim();
  const url = urlOf("WEB");
  const { refreshToken } = await signInByToken(url, account);
  const refresh = () => send(`${url}/api/v1/auth/refresh-token`, { method: "POST", body: { refreshToken } });
  const first = await refresh();
  expect(first.status).toBe(200);
  const { accessToken } = JSON.parse(first.text) as { accessToken: string };
  await expectOpen("WEB", bearer(accessToken));

  // The grace for a lost answer is over.
  await sql().query(
    `UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL
     AND session_id IN (SELECT id FROM sessions WHERE user_id = $1)`,
    [account.userId],
  );
  expect((await refresh()).status).toBe(401);
  await expectShut("WEB", bearer(accessToken), account.canaries);
  const { rows } = await sql().query(
    `SELECT o.kind FROM outbox_events o JOIN sessions s ON s.id = o.aggregate_id
     WHERE s.user_id = $1 AND o.kind = 'auth.session_reused'`,
    [account.userId],
  );
  expect(rows).toHaveLength(1);
});

test("a person disabled in mid-session is out of everything", async () => {
  const { email, userId, canaries } = await victim();
  const { value } = await sessionOf(email, "WEB");
  await expectOpen("WEB", bearer(value));
  await sql().query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
  await expectShut("WEB", bearer(value), canaries);
});
