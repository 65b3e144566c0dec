import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeIn, PARTNER, testAppServer } from "./testing-app-server";

let app: Awaited<ReturnType<typeof testAppServer>>;
beforeAll(async () => {
  app = await testAppServer();
});
afterAll(() => app?.close());
beforeEach(() => app.reset());

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
      const answer = await app.post(path, '{"json":{}}', headers);
      expect([path, answer.status, await codeIn(answer)]).toEqual([path, status, code]);
    }
  });

  it("are taken from this origin, and from clients that are no browsers", async () => {
    const own = { origin: "http://localhost:9999", "sec-fetch-site": "same-origin" };
    expect((await app.post("/api/trpc/auth.logout", '{"json":{}}', own)).status).toBe(200);
    expect((await app.post("/api/trpc/auth.logout", '{"json":{}}')).status).toBe(200);
  });

  it("don't concern signed webhooks", async () => {
    const answer = await app.post("/api/hooks/x", "a=b", {
      "content-type": "text/plain",
      origin: "https://elsewhere.example",
    });
    expect(await answer.text()).toBe("taken");
  });

  it("never reach a page", async () => {
    expect(await codeIn(await app.post("/visits", "{}", { "next-action": "x" }))).toBe(
      "request.method_not_allowed",
    );
  });
});

describe("a page elsewhere that is let in", () => {
  const preflight = (origin: string, path = "/api/v1/x") =>
    fetch(app.base + path, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "sec-fetch-site": "cross-site" },
    });
  const ask = (origin: string, headers: Record<string, string>, path = "/api/v1/x") =>
    fetch(app.base + path, {
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
    const { userId, token, cookie } = await app.signIn();
    const answer = await ask(PARTNER, { authorization: `Bearer ${token}` });
    expect([answer.status, await answer.text()]).toEqual([200, userId]);
    expect(answer.headers.get("access-control-allow-origin")).toBe(PARTNER);
    expect(await (await ask(PARTNER, { cookie })).text()).toBe("nobody");
    expect((await ask(PARTNER, { authorization: `Bearer ${token}` }, "/api/trpc/auth.logout")).status).toBe(
      403,
    );
    expect((await ask("https://elsewhere.example", { authorization: `Bearer ${token}` })).status).toBe(403);
  });
});
