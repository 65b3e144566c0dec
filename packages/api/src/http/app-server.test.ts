import { once } from "node:events";
import { type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import { createSession } from "@amrutam/auth/sessions";
import { makePatient } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { Refused } from "../errors";
import { procedure, router } from "../procedure";
import { testContext } from "../testing-context";
import { inTransaction } from "../transaction";
import { appServer } from "./app-server";
import { parseTrustedProxies } from "./client-address";
import { drain } from "./lifecycle";
import { PAGE_REQUEST_HEADER, type PageRequests } from "./page-requests";
import { preferencesRoute } from "./preferences-route";
import { processLog } from "./process-log";
import { readBody } from "./read-body";

const strict = z.strictObject({});
const answers = z.strictObject({ userId: z.string().nullable() });
/** Two procedures under names that have a policy; what they do is the test's. */
const testRouter = router({
  doctor: router({
    search: procedure("doctor.search")
      .input(z.strictObject({ q: z.string().optional() }))
      .output(answers)
      .query(({ ctx, input }) => {
        if (input.q === "bug") throw new SyntaxError('Unexpected token "canary-in-error"');
        return { userId: ctx.actor?.userId ?? null };
      }),
  }),
  auth: router({
    logout: procedure("auth.logout")
      .input(strict)
      .output(strict)
      .mutation(() => ({})),
  }),
});

/** A page elsewhere that configuration lets in. */
const PARTNER = "https://partner.example";

let suite: Awaited<ReturnType<typeof testContext>>;
let server: Server;
let base: string;
const lines: string[] = [];
const lifecycle = { isDraining: false };
const pageRequests: PageRequests = new Map();
/** What the stand-in for Next does with the next page. */
let page: (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

beforeAll(async () => {
  suite = await testContext();
  const log = processLog("test", "info", { write: (line: string) => void lines.push(line) });
  const origin = new URL("http://localhost:9999");
  server = appServer({
    deps: { ...suite.deps, log },
    router: testRouter,
    routes: [
      preferencesRoute(origin),
      {
        prefix: "/api/echo",
        handle: async ({ req, res }) => void res.end(String((await readBody(req)).length)),
      },
      {
        prefix: "/api/v1",
        handle: async ({ res, context }) => void res.end((await context()).actor?.userId ?? "nobody"),
      },
      { prefix: "/api/hooks", isUnguarded: true, handle: async ({ res }) => void res.end("taken") },
    ],
    pages: async (req, res) => page(req, res),
    pageRequests,
    origin,
    isDev: false,
    trustedProxies: parseTrustedProxies(""),
    corsOrigins: new Set([PARTNER]),
    metricsToken: "m".repeat(32),
    lifecycle,
    waiting: () => [],
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await suite?.close();
});
beforeEach(() => {
  lines.length = 0;
  lifecycle.isDraining = false;
  page = (_req, res) => void res.end("page");
});

const codeOf = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: { code: string; json?: { message: string } } };
  return error.json?.message ?? error.code;
};
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
const search = (input: object) =>
  `/api/trpc/doctor.search?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

/** fetch won't send these by itself. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; headers: IncomingMessage["headers"] }>((resolve, reject) => {
    request(base + path, { headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    })
      .on("error", reject)
      .end();
  });

describe("writes of browsers", () => {
  it.each([
    [{ origin: "https://elsewhere.example" }, 403, "request.cross_site"],
    [{ origin: "null" }, 403, "request.cross_site"],
    [{ "sec-fetch-site": "cross-site" }, 403, "request.cross_site"],
    [{ "sec-fetch-site": "same-site", origin: "http://localhost:9999" }, 403, "request.cross_site"],
    [{ "content-type": "text/plain" }, 415, "request.unsupported_media_type"],
    [{ "content-type": "application/x-www-form-urlencoded" }, 415, "request.unsupported_media_type"],
  ] as const)("are refused with %j", async (headers, status, code) => {
    for (const path of ["/api/trpc/auth.logout", "/api/preferences", "/visits"]) {
      const answer = await post(path, '{"json":{}}', headers);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, status, code]);
    }
  });

  it("are taken from this origin, and from clients that are no browsers", async () => {
    const own = { origin: "http://localhost:9999", "sec-fetch-site": "same-origin" };
    expect((await post("/api/trpc/auth.logout", '{"json":{}}', own)).status).toBe(200);
    expect((await post("/api/trpc/auth.logout", '{"json":{}}')).status).toBe(200);
  });

  it("don't concern signed webhooks", async () => {
    const answer = await post("/api/hooks/x", "a=b", {
      "content-type": "text/plain",
      origin: "https://elsewhere.example",
    });
    expect(await answer.text()).toBe("taken");
  });

  it("never reach a page", async () => {
    expect(await codeOf(await post("/visits", "{}", { "next-action": "x" }))).toBe(
      "request.method_not_allowed",
    );
  });
});

describe("bad input", () => {
  it.each([
    ["/api/trpc/auth.logout", '{"json":', 400, "input.invalid"],
    [
      "/api/trpc/auth.logout",
      '{"json":{"a":1},"meta":{"values":{"a":["custom","x"]}}}',
      400,
      "input.invalid",
    ],
    ["/api/trpc/auth.logout", '{"json":{"role":"ADMIN"}}', 400, "input.invalid"],
    ["/api/trpc/%E0%A4%A", "{}", 400, "input.invalid"],
    ["/api/preferences", '{"locale":"xx"}', 400, "input.invalid"],
    ["/api/preferences", "no json", 400, "input.invalid"],
    ["/api/nothing", "{}", 404, "not_found"],
  ])("%s %s", async (path, body, status, code) => {
    const answer = await post(path, body);
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
  });

  it.each([
    ["PUT", "/api/trpc/doctor.search", "GET, POST"],
    ["HEAD", "/api/trpc/doctor.search", "GET, POST"],
    ["OPTIONS", "/api/trpc/doctor.search", "GET, POST"],
    ["POST", "/api/trpc/doctor.search", "GET"],
    ["GET", "/api/trpc/auth.logout", "POST"],
    ["GET", "/api/preferences", "POST"],
    ["POST", "/api/health", "GET, HEAD"],
    ["DELETE", "/api/ready", "GET, HEAD"],
    ["PUT", "/api/metrics", "GET, HEAD"],
    ["POST", "/doctors", "GET, HEAD"],
    ["OPTIONS", "/doctors", "GET, HEAD"],
  ])("%s %s is refused with the methods that would do", async (method, path, allowed) => {
    const answer = await fetch(base + path, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
  });

  it("refuses a mutation by GET and eleven calls in one request", async () => {
    const byGet = await fetch(`${base}/api/trpc/auth.logout?input=${encodeURIComponent('{"json":{}}')}`);
    expect([byGet.status, await codeOf(byGet)]).toEqual([405, "request.method_not_allowed"]);
    const names = Array.from({ length: 11 }, () => "doctor.search").join(",");
    const tooMany = await fetch(`${base}/api/trpc/${names}?batch=1&input=%7B%7D`);
    expect([tooMany.status, await codeOf(tooMany)]).toEqual([400, "request.too_many_calls"]);
  });

  it("refuses more than a megabyte, announced or not, and the sender gets to read why", async () => {
    const body = "a".repeat(1024 * 1024 + 1);
    expect([413, 413]).toEqual([
      (await post("/api/trpc/auth.logout", body)).status,
      (await post("/api/echo", body)).status,
    ]);
    const streamed = await fetch(`${base}/api/echo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    expect([streamed.status, await codeOf(streamed)]).toEqual([413, "input.too_large"]);
    expect(await (await post("/api/echo", body.slice(1))).text()).toBe(String(1024 * 1024));
  });

  it("says what it refuses in the reader's language", async () => {
    const answer = await fetch(`${base}/api/nothing`, { headers: { "accept-language": "hi" } });
    expect(await answer.json()).toMatchObject({
      error: {
        message: expect.stringMatching(/\p{Script=Devanagari}/u),
        requestId: answer.headers.get("x-request-id"),
      },
    });
  });
});

describe("a bug", () => {
  it("tells the caller a request id, and the log no content", async () => {
    const answer = await fetch(base + search({ q: "bug" }));
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain("canary");
    expect(text).toContain(answer.headers.get("x-request-id"));
    expect(lines.join()).toContain("SyntaxError");
    expect(lines.join()).not.toContain("canary");
  });
});

describe("the log", () => {
  it("holds neither queries nor bodies nor typed paths", async () => {
    await fetch(`${base + search({ q: "canary" })}&x=canary`, { headers: { "user-agent": "canary" } });
    await post("/api/preferences", '{"locale":"canary"}');
    await fetch(`${base}/Canary%20of%20Kolkata`);
    expect(lines).toHaveLength(3);
    expect(lines.join().toLowerCase()).not.toContain("canary");
  });
});

async function signIn() {
  const { deps, sql } = suite;
  const { userId } = await makePatient(sql);
  const session = { userId, role: "PATIENT", audience: "WEB", aal: 1, userAgent: null } as const;
  const { id: sessionId } = await inTransaction(deps, (tx) => createSession(tx, session));
  const token = mintAccessToken(deps.secrets.access.WEB, "WEB", { sessionId, userId }, Date.now());
  return { userId, token, cookie: `${cookieNames("WEB", false).session}=${token}` };
}

describe("who calls", () => {
  const userOf = async (headers: Record<string, string>) => {
    const answer = await fetch(base + search({}), { headers });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    return ((await answer.json()) as { result: { data: { json: { userId: string | null } } } }).result.data
      .json.userId;
  };

  it("comes from the session's row on every request, by cookie or bearer token", async () => {
    const { userId, token, cookie } = await signIn();
    expect(await userOf({ cookie })).toBe(userId);
    expect(await userOf({ authorization: `Bearer ${token}` })).toBe(userId);
    await suite.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    expect(await userOf({ cookie })).toBeNull();
  });

  it("is nobody with a mangled token, which is taken away", async () => {
    const answer = await fetch(base + search({}), {
      headers: { cookie: "amrutam-web.session=%%%; amrutam-web.refresh=x" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toContain("Max-Age=0");
  });
});

describe("a page elsewhere that is let in", () => {
  const preflight = (origin: string, path = "/api/v1/x") =>
    fetch(base + path, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "sec-fetch-site": "cross-site" },
    });
  const post = (origin: string, headers: Record<string, string>, path = "/api/v1/x") =>
    fetch(base + path, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json", origin, "sec-fetch-site": "cross-site", ...headers },
    });

  it("may ask, and hears what it may send; others hear nothing", async () => {
    const answer = await preflight(PARTNER);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([204, PARTNER]);
    expect(answer.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("vary")).toContain("Origin");
    for (const origin of ["https://partner.example.evil", "http://partner.example", "null"]) {
      const other = await preflight(origin);
      expect(other.headers.get("access-control-allow-origin")).toBeNull();
      expect(other.headers.get("vary")).toContain("Origin");
    }
  });

  it("acts by its token alone, and on the REST API alone", async () => {
    const { userId, token, cookie } = await signIn();
    const answer = await post(PARTNER, { authorization: `Bearer ${token}` });
    expect([answer.status, await answer.text()]).toEqual([200, userId]);
    expect(answer.headers.get("access-control-allow-origin")).toBe(PARTNER);
    expect(await (await post(PARTNER, { cookie })).text()).toBe("nobody");
    expect((await post(PARTNER, { authorization: `Bearer ${token}` }, "/api/trpc/auth.logout")).status).toBe(
      403,
    );
    expect((await post("https://elsewhere.example", { authorization: `Bearer ${token}` })).status).toBe(403);
  });
});

describe("a page", () => {
  it("learns its request from us, whatever the client writes into our headers", async () => {
    let seen: IncomingMessage["headers"] = {};
    let found: unknown;
    page = (req, res) => {
      seen = { ...req.headers };
      found = pageRequests.get(String(req.headers[PAGE_REQUEST_HEADER]));
      res.end();
    };
    await raw("/visits?tab=past", {
      [PAGE_REQUEST_HEADER]: "forged",
      "x-middleware-subrequest": "middleware",
      "x-forwarded-host": "evil.example",
      cookie: "locale=hi; tz=Europe|Berlin",
    });
    expect(seen).toMatchObject({ "x-forwarded-host": "localhost:9999" });
    expect(seen).not.toHaveProperty("x-middleware-subrequest");
    expect(found).toMatchObject({
      location: "/visits?tab=past",
      timezone: "Europe/Berlin",
      context: { actor: null, locale: "hi" },
    });
    await expect.poll(() => pageRequests.size).toBe(0);
  });

  it("gets a new nonce each time, and is never stored", async () => {
    const policies = await Promise.all([1, 2].map(async () => (await fetch(`${base}/`)).headers));
    const [one, two] = policies.map((headers) => headers.get("content-security-policy") ?? "");
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(one).not.toBe(two);
    expect(policies[0]?.get("cache-control")).toBe("private, no-store");
    expect(policies[0]?.get("strict-transport-security")).toBeNull();
  });

  it("answers 503 when its data could not be had, and a browser gets a page when nothing could be rendered", async () => {
    page = (req, res) => {
      const known = pageRequests.get(String(req.headers[PAGE_REQUEST_HEADER]));
      if (known) known.isUnavailable = true;
      res.statusCode = 500;
      res.end();
    };
    const away = await fetch(`${base}/doctors`);
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "5"]);
    page = () => {
      throw new Refused("service.unavailable");
    };
    const refused = await fetch(`${base}/doctors`, { headers: { accept: "text/html" } });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
  });

  it("is compressed as the browser likes it", async () => {
    page = (_req, res) => void res.setHeader("content-type", "text/html").end("text ".repeat(1_000));
    expect((await raw("/", { "accept-encoding": "gzip, br" })).headers["content-encoding"]).toBe("br");
    expect((await raw("/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
    page = (_req, res) =>
      void res.setHeader("content-type", "text/event-stream").end("data: 1\n\n".repeat(1_000));
    expect((await raw("/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
  });
});

describe("probes", () => {
  it("tell life, readiness and the reason against it", async () => {
    expect((await fetch(`${base}/api/health`)).status).toBe(200);
    expect(await (await fetch(`${base}/api/ready`)).json()).toEqual({ status: "ready", reasons: [] });
    lifecycle.isDraining = true;
    const draining = await fetch(`${base}/api/ready`);
    expect([draining.status, await draining.json()]).toEqual([
      503,
      { status: "unready", reasons: ["draining"] },
    ]);
    expect(draining.headers.get("connection")).toBe("close");
  });

  it("show metrics to this machine and to who has the token, to nobody else", async () => {
    const { port } = new URL(base);
    const host = `localhost:${port}`;
    expect((await raw("/api/metrics", { host })).status).toBe(200);
    const forwarded = { host, "x-forwarded-for": "203.0.113.9" };
    expect((await raw("/api/metrics", forwarded)).status).toBe(404);
    expect(
      (await raw("/api/metrics", { ...forwarded, authorization: `Bearer ${"m".repeat(32)}` })).status,
    ).toBe(200);
    expect((await raw("/api/metrics", { ...forwarded, authorization: "Bearer wrong" })).status).toBe(404);
  });
});

describe("preferences", () => {
  it("are remembered in cookies", async () => {
    const answer = await post("/api/preferences", '{"locale":"hi","timezone":"Asia/Kolkata"}');
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0])).toEqual([
      "locale=hi",
      "tz=Asia|Kolkata",
    ]);
  });
});

// Last: afterwards the server is gone.
describe("drain", () => {
  it("lets what is under way finish, and takes nothing new", async () => {
    let answerNow = () => {};
    const begun = new Promise<void>((resolve) => {
      page = async (_req, res) => {
        resolve();
        await new Promise<void>((go) => {
          answerNow = go;
        });
        res.end("whole");
      };
    });
    const underWay = fetch(`${base}/slow`);
    await begun;
    const drained = drain(server, lifecycle, { noticeMs: 0, drainMs: 5_000 });
    await expect
      .poll(() =>
        fetch(`${base}/api/health`).then(
          () => "taken",
          () => "refused",
        ),
      )
      .toBe("refused");
    answerNow();
    expect(await (await underWay).text()).toBe("whole");
    await drained;
  });
});
