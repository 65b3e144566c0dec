import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { search, testAppServer } from "./testing-app-server";

let app: Awaited<ReturnType<typeof testAppServer>>;
beforeAll(async () => {
  app = await testAppServer();
});
afterAll(() => app?.close());
beforeEach(() => app.reset());

describe("who calls", () => {
  const userOf = async (headers: Record<string, string>) => {
    const answer = await fetch(app.base + search({}), { headers });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    return ((await answer.json()) as { result: { data: { json: { userId: string | null } } } }).result.data
      .json.userId;
  };

  it("comes from the session's row on every request, by cookie or bearer token", async () => {
    const { userId, token, cookie } = await app.signIn();
    expect(await userOf({ cookie })).toBe(userId);
    expect(await userOf({ authorization: `Bearer ${token}` })).toBe(userId);
    await app.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    expect(await userOf({ cookie })).toBeNull();
  });

  it("is nobody with a mangled token, which is taken away", async () => {
    const answer = await fetch(app.base + search({}), {
      headers: { cookie: "amrutam-web.session=%%%; amrutam-web.refresh=x" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toContain("Max-Age=0");
  });
});
