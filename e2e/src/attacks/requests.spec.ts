import { randomBytes } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { expect, test } from "@playwright/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { linkMailedTo } from "../people/mail";
import { sessionOf } from "../people/session";
import { book } from "../races/book";
import { DOORS, expectShut } from "./doors";
import { victim } from "./people";
import { codeIn, type Sent, send } from "./send";

const PASSWORD = "a kettle on the night train";
const newEmail = () => `stranger.${randomBytes(6).toString("hex")}@example.test`;
const signUp = (body: object) => send(`${readServed().web}/api/v1/auth/signup`, { method: "POST", body });
const rowsOf = async (email: string) =>
  (await sql().query("SELECT role, status, email_verified_at FROM users WHERE email = $1", [email])).rows;

test("a spoofed host changes no link, no redirect and no cookie", async ({ request }) => {
  const { web } = readServed();
  const { email } = await victim();
  const spoofed = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    forwarded: "host=evil.example",
  };
  await send(`${web}/api/v1/auth/request-password-reset`, {
    method: "POST",
    headers: spoofed,
    body: { email },
  });
  expect(await linkMailedTo(request, email, "/reset-password")).toMatch(new RegExp(`^${web}/`));
  for (const path of ["/", "/visits", "/api/auth/csrf", "/sign-in"]) {
    const answer = await send(web + path, { headers: spoofed });
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain("evil.example");
  }
});

test("line breaks from outside never reach a header", async () => {
  const { web } = readServed();
  const broken = encodeURIComponent("x\r\nset-cookie: owned=1\r\nlocation: https://evil.example");
  const answers = [
    await send(`${web}/sign-in?next=${broken}`),
    await send(`${web}/visits/${broken}`),
    await send(`${web}/api/v1/doctors/${broken}`),
    await send(`${web}/`, { headers: { cookie: `locale=${broken}; tz=${broken}` } }),
    await send(`${web}/api/preferences`, { method: "POST", body: { locale: "en\r\nset-cookie: owned=1" } }),
    await signUp({
      email: "a@example.test\r\nBcc: b@example.test",
      password: PASSWORD,
      fullName: "A",
      role: "PATIENT",
    }),
  ];
  for (const { headers, status } of answers) {
    expect(status).toBeLessThan(500);
    expect(headers["set-cookie"]?.join() ?? "").not.toContain("owned");
    expect(new URL(headers.location ?? "/", web).origin).toBe(web);
  }
});

test("a form of another site changes nothing, and a GET never does", async () => {
  const { web } = readServed();
  const { email, userId } = await victim();
  const { name, value } = await sessionOf(email, "WEB");
  const cookie = `${name}=${value}`;
  const logout = `${web}/api/trpc/auth.logout`;
  const json = '{"json":{}}';
  const tries: Promise<Sent>[] = [
    send(logout, { method: "POST", body: json, headers: { cookie, "content-type": "text/plain" } }),
    send(logout, {
      method: "POST",
      body: "json=%7B%7D",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    }),
    send(logout, {
      method: "POST",
      body: '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n{}\r\n--x--',
      headers: { cookie, "content-type": "multipart/form-data; boundary=x" },
    }),
    send(logout, { method: "POST", body: { json: {} }, headers: { cookie, origin: "https://evil.example" } }),
    send(logout, { method: "POST", body: { json: {} }, headers: { cookie, "sec-fetch-site": "cross-site" } }),
    send(logout, { method: "POST", body: { json: {} }, headers: { cookie, "sec-fetch-site": "same-site" } }),
    send(`${logout}?input=${encodeURIComponent(json)}`, { headers: { cookie } }),
    send(`${web}/api/v1/auth/logout`, { headers: { cookie } }),
  ];
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([
    415, 415, 415, 403, 403, 403, 405, 405,
  ]);
  const { rows } = await sql().query("SELECT revoked_at FROM sessions WHERE user_id = $1", [userId]);
  expect(rows).toEqual([{ revoked_at: null }]);
});

/** By which a framework's own parts know each other; some opened protected pages in the past (CVE-2025-29927). */
const INTERNAL = [
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
  { "x-middleware-prefetch": "1", "x-nextjs-data": "1" },
  { "x-invoke-path": "/visits", "x-invoke-status": "200", "x-matched-path": "/visits" },
  { "x-amrutam-request": "00000000-0000-7000-8000-000000000000", "x-request-id": "x" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{},null,"refetch"]'), "next-url": "/visits" },
  { "next-action": "00".repeat(20), "content-type": "text/plain" },
  { "x-now-route-matches": "1", "x-vercel-id": "x", "x-prerender-revalidate": "x" },
] as const;

test("headers of the framework's own open no page and show nobody's data", async () => {
  const { web } = readServed();
  const owner = await victim();
  const stranger = await victim();
  const session = await sessionOf(owner.email, "WEB");
  const { doctorId } = await makeDoctor(sql());
  const { slotId } = await makeSlot(sql(), { doctorId, startsAt: minutesAhead(3 * 24 * 60) });
  const booked = await book({ userId: owner.userId, token: session.value }, slotId);
  expect(booked.status).toBe(201);
  const own = `/visits/${booked.id}`;
  const canaries = [...owner.canaries, "A cough since Monday"];
  const strangers = await sessionOf(stranger.email, "WEB");
  const seen = await send(`${web}${own}`, { headers: { cookie: `${session.name}=${session.value}` } });
  expect(seen.text).toContain("A cough since Monday");

  const foreign = { cookie: `${strangers.name}=${strangers.value}` };
  for (const internal of INTERNAL)
    for (const path of [
      own,
      `${own}.rsc`,
      `${own}?_rsc=1`,
      `/_next/data/x${own}.json`,
      "/account",
      DOORS.WEB.page,
    ])
      for (const who of [{}, foreign]) {
        const answer = await send(web + path, { headers: { ...internal, ...who } });
        expect(answer.status, `${path} ${JSON.stringify(internal)}`).toBeLessThan(500);
        for (const canary of canaries) expect(answer.text).not.toContain(canary);
      }
  for (const internal of INTERNAL.slice(0, 5)) await expectShut("WEB", internal, canaries);
});

test("keys of the prototype change nothing and crash nothing", async () => {
  const { web } = readServed();
  const login = `${web}/api/trpc/auth.login`;
  const json = { email: "nobody@example.test", password: "x" };
  const bodies = [
    `{"json":{"__proto__":{"role":"ADMIN"},"email":"nobody@example.test","password":"x"}}`,
    `{"json":{"constructor":{"prototype":{"role":"ADMIN"}},"email":"nobody@example.test","password":"x"}}`,
    JSON.stringify({ json, meta: { values: { "__proto__.role": ["Date"] } } }),
    JSON.stringify({ json, meta: { values: { "constructor.prototype.role": ["undefined"] } } }),
    JSON.stringify({ json, meta: { referentialEqualities: { email: ["__proto__.role"] } } }),
    JSON.stringify({ json, meta: { values: { email: [["class", "Object"]] } } }),
    JSON.stringify({ json, meta: { values: { email: ["regexp"], password: ["Error"] } } }),
    `{"json":${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}}`,
    `{"json":[[[]]],"meta":"x"}`,
  ];
  for (const body of bodies) {
    const answer = await send(login, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect([400, 401], body.slice(0, 80)).toContain(answer.status);
  }
  // Nothing of it stuck in the process.
  const asked = await send(`${web}${DOORS.WEB.trpc}`);
  expect([asked.status, codeIn(asked)]).toEqual([401, "auth.unauthenticated"]);
});

test("nobody signs up as more than a patient or a doctor, or as verified", async () => {
  const email = newEmail();
  const form = { email, password: PASSWORD, fullName: "Nobody Special", role: "PATIENT" };
  const wishes = [
    { role: "ADMIN" },
    { role: "SUPPORT" },
    { role: ["PATIENT", "ADMIN"] },
    { status: "ACTIVE" },
    { emailVerifiedAt: "2020-01-01T00:00:00Z" },
    { id: "0193b1a0-0000-7000-8000-000000000001" },
    { aal: 2 },
  ];
  for (const wish of wishes)
    expect((await signUp({ ...form, ...wish })).status, JSON.stringify(wish)).toBe(400);
  expect(await rowsOf(email)).toEqual([]);
  expect((await signUp(form)).status).toBe(201);
  expect(await rowsOf(email)).toEqual([{ role: "PATIENT", status: "ACTIVE", email_verified_at: null }]);
});

test("a known address is answered like an unknown one", async () => {
  const { web } = readServed();
  const { email: known } = await victim();
  const shapes = async (path: string, body: (email: string) => object) => {
    const answers = await Promise.all(
      [known, newEmail()].map((email) => send(`${web}/api/v1${path}`, { method: "POST", body: body(email) })),
    );
    return answers.map(({ status, headers, text }) => ({
      status,
      headers: Object.keys(headers).sort(),
      text: text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id"),
    }));
  };
  const requests = {
    "/auth/signup": (email: string) => ({ email, password: PASSWORD, fullName: "Any Body", role: "PATIENT" }),
    "/auth/login": (email: string) => ({ email, password: "not the right one at all" }),
    "/auth/request-password-reset": (email: string) => ({ email }),
  };
  for (const [path, body] of Object.entries(requests)) {
    const [one, other] = await shapes(path, body);
    expect(one, path).toEqual(other);
  }
});
