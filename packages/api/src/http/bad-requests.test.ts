import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeIn, search, testAppServer } from "./testing-app-server";

let app: Awaited<ReturnType<typeof testAppServer>>;
beforeAll(async () => {
  app = await testAppServer();
});
afterAll(() => app?.close());
beforeEach(() => app.reset());

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
    const answer = await app.post(path, body);
    expect([answer.status, await codeIn(answer)]).toEqual([status, code]);
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
    const answer = await fetch(app.base + path, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
  });

  it("refuses a mutation by GET and eleven calls in one request", async () => {
    const byGet = await fetch(`${app.base}/api/trpc/auth.logout?input=${encodeURIComponent('{"json":{}}')}`);
    expect([byGet.status, await codeIn(byGet)]).toEqual([405, "request.method_not_allowed"]);
    const names = Array.from({ length: 11 }, () => "doctor.search").join(",");
    const tooMany = await fetch(`${app.base}/api/trpc/${names}?batch=1&input=%7B%7D`);
    expect([tooMany.status, await codeIn(tooMany)]).toEqual([400, "request.too_many_calls"]);
  });

  it("refuses more than a megabyte, announced or not, and the sender gets to read why", async () => {
    const body = "a".repeat(1024 * 1024 + 1);
    expect([413, 413]).toEqual([
      (await app.post("/api/trpc/auth.logout", body)).status,
      (await app.post("/api/echo", body)).status,
    ]);
    const streamed = await fetch(`${app.base}/api/echo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new Blob([body]).stream(),
      duplex: "half",
    } as RequestInit);
    expect([streamed.status, await codeIn(streamed)]).toEqual([413, "input.too_large"]);
    expect(await (await app.post("/api/echo", body.slice(1))).text()).toBe(String(1024 * 1024));
  });

  it("says what it refuses in the reader's language", async () => {
    const answer = await fetch(`${app.base}/api/nothing`, { headers: { "accept-language": "hi" } });
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
    const answer = await fetch(app.base + search({ q: "bug" }));
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain("canary");
    expect(text).toContain(answer.headers.get("x-request-id"));
    expect(app.lines.join()).toContain("SyntaxError");
    expect(app.lines.join()).not.toContain("canary");
  });
});

describe("the log", () => {
  it("holds neither queries nor bodies nor typed paths", async () => {
    await fetch(`${app.base + search({ q: "canary" })}&x=canary`, { headers: { "user-agent": "canary" } });
    await app.post("/api/preferences", '{"locale":"canary"}');
    await fetch(`${app.base}/Canary%20of%20Kolkata`);
    expect(app.lines).toHaveLength(3);
    expect(app.lines.join().toLowerCase()).not.toContain("canary");
  });
});
