import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "../errors";
import { drain } from "./lifecycle";
import { PAGE_REQUEST_HEADER } from "./page-requests";
import { testAppServer } from "./testing-app-server";

let app: Awaited<ReturnType<typeof testAppServer>>;
beforeAll(async () => {
  app = await testAppServer();
});
afterAll(() => app?.close());
beforeEach(() => app.reset());

describe("a page", () => {
  it("learns its request from us, whatever the client writes into our headers", async () => {
    let seen: IncomingMessage["headers"] = {};
    let found: unknown;
    app.pages.answer = (req, res) => {
      seen = { ...req.headers };
      found = app.pageRequests.get(String(req.headers[PAGE_REQUEST_HEADER]));
      res.end();
    };
    await app.raw("/visits?tab=past", {
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
    await expect.poll(() => app.pageRequests.size).toBe(0);
  });

  it("gets a new nonce each time, and is never stored", async () => {
    const policies = await Promise.all([1, 2].map(async () => (await fetch(`${app.base}/`)).headers));
    const [one, two] = policies.map((headers) => headers.get("content-security-policy") ?? "");
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(one).not.toBe(two);
    expect(policies[0]?.get("cache-control")).toBe("private, no-store");
    expect(policies[0]?.get("strict-transport-security")).toBeNull();
  });

  it("answers 503 when its data could not be had, and a browser gets a page when nothing could be rendered", async () => {
    app.pages.answer = (req, res) => {
      const known = app.pageRequests.get(String(req.headers[PAGE_REQUEST_HEADER]));
      if (known) known.isUnavailable = true;
      res.statusCode = 500;
      res.end();
    };
    const away = await fetch(`${app.base}/doctors`);
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "5"]);
    app.pages.answer = () => {
      throw new Refused("service.unavailable");
    };
    const refused = await fetch(`${app.base}/doctors`, { headers: { accept: "text/html" } });
    expect([refused.status, refused.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
  });

  it("is compressed as the browser likes it", async () => {
    app.pages.answer = (_req, res) =>
      void res.setHeader("content-type", "text/html").end("text ".repeat(1_000));
    expect((await app.raw("/", { "accept-encoding": "gzip, br" })).headers["content-encoding"]).toBe("br");
    expect((await app.raw("/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
    app.pages.answer = (_req, res) =>
      void res.setHeader("content-type", "text/event-stream").end("data: 1\n\n".repeat(1_000));
    expect((await app.raw("/", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBeUndefined();
  });
});

describe("probes", () => {
  it("tell life, readiness and the reason against it", async () => {
    expect((await fetch(`${app.base}/api/health`)).status).toBe(200);
    expect(await (await fetch(`${app.base}/api/ready`)).json()).toEqual({ status: "ready", reasons: [] });
    app.lifecycle.isDraining = true;
    const draining = await fetch(`${app.base}/api/ready`);
    expect([draining.status, await draining.json()]).toEqual([
      503,
      { status: "unready", reasons: ["draining"] },
    ]);
    expect(draining.headers.get("connection")).toBe("close");
  });

  it("show metrics to this machine and to who has the token, to nobody else", async () => {
    const { port } = new URL(app.base);
    const host = `localhost:${port}`;
    expect((await app.raw("/api/metrics", { host })).status).toBe(200);
    const forwarded = { host, "x-forwarded-for": "203.0.113.9" };
    expect((await app.raw("/api/metrics", forwarded)).status).toBe(404);
    expect(
      (await app.raw("/api/metrics", { ...forwarded, authorization: `Bearer ${"m".repeat(32)}` })).status,
    ).toBe(200);
    expect((await app.raw("/api/metrics", { ...forwarded, authorization: "Bearer wrong" })).status).toBe(404);
  });
});

describe("preferences", () => {
  it("are remembered in cookies", async () => {
    const answer = await app.post("/api/preferences", '{"locale":"hi","timezone":"Asia/Kolkata"}');
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
      app.pages.answer = async (_req, res) => {
        resolve();
        await new Promise<void>((go) => {
          answerNow = go;
        });
        res.end("whole");
      };
    });
    const underWay = fetch(`${app.base}/slow`);
    await begun;
    const drained = drain(app.server, app.lifecycle, { noticeMs: 0, drainMs: 5_000 });
    await expect
      .poll(() =>
        fetch(`${app.base}/api/health`).then(
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
