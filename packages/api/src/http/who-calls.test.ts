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

  it("uses the session; a page that fetches itself anew only looks at it", async () => {
    const { userId, cookie } = await app.signIn();
    const visit = async (path: string, headers: Record<string, string> = {}) => {
      await app.sql.query(
        "UPDATE sessions SET last_used_at = now() - interval '50 minutes' WHERE user_id = $1",
        [userId],
      );
      expect((await app.raw(path, { cookie, ...headers })).status).toBeLessThan(500);
    };
    const idleMin = async () => {
      const { rows } = await app.sql.query(
        "SELECT round(extract(epoch FROM now() - last_used_at) / 60)::int AS min FROM sessions WHERE user_id = $1",
        [userId],
      );
      return rows[0].min;
    };
    const at = (path: string) => ({ rsc: "1", referer: app.base + path });
    await visit("/doctor/week?from=2026-11-23&_rsc=1a2b", at("/doctor/week?from=2026-11-23"));
    await visit("/doctor/hours?_rsc=1a2b", { ...at("/doctor"), "next-router-prefetch": "1" });
    await visit("/api/trpc/notification.unread?input=%7B%7D", at("/doctor"));
    // What wasn't to be written has had its time by when the next one is.
    expect(await idleMin()).toBe(50);
    for (const [path, headers] of [
      ["/doctor/week?from=2026-11-30&_rsc=1a2b", at("/doctor/week?from=2026-11-23")],
      ["/doctor", { referer: `${app.base}/doctor` }],
      ["/doctor", { rsc: "1" }],
      ["/api/trpc/notification.unread,doctor.search?batch=1", {}],
    ] as const) {
      await visit(path, headers);
      await expect.poll(idleMin, { message: path }).toBe(0);
    }
  });

  it("is nobody with a mangled token, which is taken away", async () => {
    const answer = await fetch(app.base + search({}), {
      headers: { cookie: "amrutam-web.session=%%%; amrutam-web.refresh=x" },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toContain("Max-Age=0");
  });
});
