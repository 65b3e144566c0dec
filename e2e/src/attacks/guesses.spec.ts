import { codeOf } from "@amrutam/auth/totp";
import { expect, test } from "@playwright/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { PASSWORDS, TOTP_SECRET } from "../people/staff";
import { someAddress, victim } from "./people";
import { codeIn, cookieHeader, type Sent, send } from "./send";
import { signInByCookie } from "./sign-in";

const WRONG = "a parasol in the first monsoon";

const loginAt = (url: string, email: string, password: string, headers: Record<string, string> = {}) =>
  send(`${url}/api/v1/auth/login`, { method: "POST", headers, body: { email, password } });

/** How often each status came with each code. */
const tally = (answers: readonly Sent[]) => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = [answer.status, codeIn(answer)].filter(Boolean).join(" ");
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

test("of 200 guesses at once from 200 addresses five are judged, and the owner's own device still gets in", async () => {
  const { url } = readServed().proxied.WEB;
  const account = await victim();
  const from = () => ({ "x-forwarded-for": someAddress() });
  const held = await signInByCookie(url, account, from());

  const answers = await Promise.all(
    Array.from({ length: 200 }, () => loginAt(url, account.email, WRONG, from())),
  );
  expect(tally(answers)).toEqual({ "401 auth.invalid_credentials": 5, "429 rate.limited": 195 });
  const limited = answers.find(({ status }) => status === 429);
  expect(Number(limited?.headers["retry-after"])).toBeGreaterThan(60);
  const { rows } = await sql().query(
    "SELECT id FROM audit_events WHERE entity_id = $1 AND action = 'auth.login_failed'",
    [account.userId],
  );
  expect(rows).toHaveLength(5);

  expect((await loginAt(url, account.email, account.password, from())).status).toBe(429);
  const cookie = cookieHeader(held);
  expect((await loginAt(url, account.email, account.password, { ...from(), cookie })).status).toBe(200);
});

test("one address gets thirty guesses in all, whatever it writes in front of its name", async () => {
  const { url } = readServed().proxied.WEB;
  const own = someAddress();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      loginAt(url, `nobody-${n}-${own.replaceAll(":", "")}@example.test`, WRONG, {
        "x-forwarded-for": `${someAddress()}, ${own}`,
      }),
    ),
  );
  expect(tally(answers)).toEqual({ "401 auth.invalid_credentials": 30, "429 rate.limited": 10 });
});

test("an authenticator's code is good once, for two sign-ins at once on two processes", async () => {
  const { webs } = readServed();
  const email = "doctor60@amrutam.example";
  const challenges = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const answer = await loginAt(webs[n % 2] ?? webs[0], email, PASSWORDS.doctor);
      return (JSON.parse(answer.text) as { challengeId: string }).challengeId;
    }),
  );
  const code = codeOf(TOTP_SECRET, Date.now());
  const answers = await Promise.all(
    challenges.map((challengeId, n) =>
      send(`${webs[n % 2]}/api/v1/auth/verify-mfa`, { method: "POST", body: { challengeId, code } }),
    ),
  );
  expect(tally(answers)).toEqual({ "200": 1, "401 auth.invalid_code": 5 });
});

test("a reset link works once, for ten who use it at the same time", async ({ request }) => {
  const { webs, web } = readServed();
  const account = await victim();
  const { email } = account;
  await send(`${web}/api/v1/auth/request-password-reset`, { method: "POST", body: { email } });
  const link = await linkMailedTo(request, email, "/reset-password");
  const token = /token=([^&\s]+)/.exec(link)?.[1] ?? "";
  const chosen = (n: number) => `a lantern above the ghats ${n}`;
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      send(`${webs[n % 2]}/api/v1/auth/reset-password`, {
        method: "POST",
        body: { token, newPassword: chosen(n) },
      }),
    ),
  );
  expect(tally(answers)).toEqual({ "200": 1, "422 auth.link_invalid": 9 });
  const winner = answers.findIndex(({ status }) => status === 200);
  expect((await loginAt(web, email, account.password)).status).toBe(401);
  expect((await loginAt(web, email, chosen(winner))).status).toBe(200);
});
