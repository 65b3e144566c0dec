import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { cookieNames } from "./cookies";
import { handleNextAuth } from "./next-auth";
import { resolveRequest } from "./resolve-request";
import { type TestMeans, testMeans } from "./testing-means";
import { createTicket } from "./tickets";

const names = cookieNames("WEB", false);

describe("next-auth as a shell", () => {
  let t: TestMeans;
  let server: Server;
  let base: string;
  let isSecure = false;
  beforeAll(async () => {
    t = await testMeans();
    server = createServer((req, res) => {
      const options = {
        ...t.meansOf("WEB"),
        isSecure,
        requestId: "r1",
        clientAddress: "203.0.113.7",
        place: "IN",
      };
      handleNextAuth(req, res, options).catch(() => res.writeHead(500).end());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await t.close();
  });

  /** A browser, as far as cookies go. */
  function browser() {
    const jar = new Map<string, string>();
    const call = async (path: string, init: RequestInit = {}) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(`${base}/${path}`, {
        redirect: "manual",
        ...init,
        headers: { cookie, "content-type": "application/json", ...init.headers },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    };
    const post = async (path: string, body: object) =>
      call(path, { method: "POST", body: JSON.stringify(body) });
    const csrf = async () => ((await (await call("csrf")).json()) as { csrfToken: string }).csrfToken;
    return { jar, call, post, csrf };
  }
  const ticketFor = (userId: string, audience: "WEB" | "ADMIN" = "WEB") =>
    t.db.prisma.$transaction((tx) => createTicket(tx, { userId, audience, aal: 1 }));
  const sessionIn = (jar: Map<string, string>) =>
    resolveRequest(t.meansOf("WEB"), { cookie: [...jar].map(([n, v]) => `${n}=${v}`).join("; ") });

  async function signedInBrowser() {
    const b = browser();
    const { userId } = await t.person();
    const answer = await b.post("callback/credentials", {
      csrfToken: await b.csrf(),
      ticket: await ticketFor(userId),
    });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    return { ...b, userId, answer };
  }

  it("turns a ticket into the session's cookies, says who it is, and ends it", async () => {
    const { jar, call, post, csrf, userId, answer } = await signedInBrowser();
    const lines = answer.headers.getSetCookie();
    expect(lines.map((line) => line.split("=")[0]).sort()).toEqual([
      names.device,
      names.refresh,
      names.session,
    ]);
    expect(lines.every((line) => /; HttpOnly/.test(line) && /; SameSite=Lax/.test(line))).toBe(true);
    expect((await sessionIn(jar)).session?.userId).toBe(userId);

    const before = jar.get(names.session);
    expect(await (await call("session")).json()).toMatchObject({ user: { id: userId, role: "PATIENT" } });
    expect(jar.get(names.session)).toBe(before);

    const held = new Map(jar);
    expect((await post("signout", { csrfToken: await csrf() })).status).toBe(200);
    expect(jar.has(names.session)).toBe(false);
    expect((await sessionIn(held)).session).toBeNull();
    expect(await (await call("session")).json()).toEqual({});
    const { rows } = await t.sql.query("SELECT action FROM audit_events WHERE actor_id = $1 ORDER BY id", [
      userId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(["auth.login", "auth.logout"]);
  });

  it("notes whence a session was opened, and has its owner told of a device nobody signed in on before", async () => {
    const first = await signedInBrowser();
    const { userId } = first;
    const notices = async () => {
      const { rows } = await t.sql.query(
        `SELECT host(s.client_address) AS address, s.place FROM outbox_events o JOIN sessions s ON s.id = o.aggregate_id
         WHERE o.kind = 'auth.new_device' AND s.user_id = $1`,
        [userId],
      );
      return rows;
    };
    const signInWith = async (b: Pick<typeof first, "post" | "csrf">) =>
      b.post("callback/credentials", { csrfToken: await b.csrf(), ticket: await ticketFor(userId) });
    expect(await notices()).toEqual([]);
    expect((await signInWith(first)).status).toBe(200);
    expect(await notices()).toEqual([]);

    const stranger = browser();
    stranger.jar.set(names.device, (await signedInBrowser()).jar.get(names.device) ?? "");
    expect((await signInWith(stranger)).status).toBe(200);
    expect(await notices()).toEqual([{ address: "203.0.113.7", place: "IN" }]);
  });

  it("signs out a browser whose access cookie has expired", async () => {
    const { jar, post, csrf } = await signedInBrowser();
    jar.delete(names.session);
    const held = new Map(jar);
    await post("signout", { csrfToken: await csrf() });
    expect((await sessionIn(held)).session).toBeNull();
  });

  it("takes a ticket once, of this app, with the CSRF token, and nothing else", async () => {
    const b = browser();
    const { userId } = await t.person();
    const ticket = await ticketFor(userId);
    const csrfToken = await b.csrf();
    expect((await b.post("callback/credentials", { ticket })).status).toBe(403);
    expect((await b.post("callback/credentials", { ticket, csrfToken: "x" })).status).toBe(403);
    const password = { csrfToken, email: "a@example.test", password: "Patient-demo-2026!" };
    expect((await b.post("callback/credentials", password)).status).toBe(401);
    const foreign = { csrfToken, ticket: await ticketFor(userId, "ADMIN") };
    expect((await b.post("callback/credentials", foreign)).status).toBe(401);
    const both = await Promise.all([1, 2].map(() => b.post("callback/credentials", { csrfToken, ticket })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it("refuses the ticket of an account disabled meanwhile", async () => {
    const b = browser();
    const { userId } = await t.person();
    const ticket = await ticketFor(userId);
    await t.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    const answer = await b.post("callback/credentials", { ticket, csrfToken: await b.csrf() });
    expect(answer.status).toBe(401);
  });

  it("takes JSON only, knows five addresses, and redirects nobody", async () => {
    const b = browser();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const posted = { method: "POST", headers: form, body: "csrfToken=x&ticket=y" };
    expect((await b.call("callback/credentials", posted)).status).toBe(415);
    const statuses = await Promise.all(
      [
        "signin",
        "signin/credentials",
        "error",
        "verify-request",
        "_log",
        "constructor",
        "callback/google",
      ].map(async (path) => (await b.call(path)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await b.call("signout")).status).toBe(405);
    expect((await b.call("callback/credentials?ticket=x")).status).toBe(405);
    expect((await b.post("signout", { csrfToken: "x".repeat(10_000) })).status).toBe(413);
    expect(
      (await b.call("csrf", { headers: { host: "evil.example", "x-forwarded-host": "evil.example" } }))
        .status,
    ).toBe(200);
  });

  it("prints nothing for mangled cookies, whatever they hold", async () => {
    const spies = (["error", "warn", "log"] as const).map((name) => vi.spyOn(console, name));
    for (const value of ["x", "a.b.c", "%00", "eyJhbGciOiJub25lIn0.e30."]) {
      const cookie = `${names.session}=${value}; ${names.refresh}=${value}; ${names.csrf}=${value}`;
      const answer = await fetch(`${base}/session`, { headers: { cookie } });
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
    }
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });

  it("binds its cookies to the host on https", async () => {
    isSecure = true;
    const b = browser();
    const { userId } = await t.person();
    const body = { csrfToken: await b.csrf(), ticket: await ticketFor(userId) };
    const answer = await b.post("callback/credentials", body);
    isSecure = false;
    const lines = answer.headers.getSetCookie();
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => /^__Host-amrutam-web\./.test(line) && /; Secure/.test(line))).toBe(true);
    expect(lines.every((line) => /; Path=\//.test(line) && !/Domain/i.test(line))).toBe(true);
  });
});
