import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateRefreshToken } from "./refresh";
import { findSession } from "./sessions";
import { type TestMeans, testMeans } from "./testing-means";

describe("refresh tokens", () => {
  let t: TestMeans;
  beforeAll(async () => {
    t = await testMeans();
  });
  afterAll(() => t.close());
  const rotate = (token: string, audience: "WEB" | "ADMIN" = "WEB") =>
    rotateRefreshToken(t.db, t.secrets, audience, token, null);
  const afterGrace = (sessionId: string) =>
    t.sql.query("UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE session_id = $1", [
      sessionId,
    ]);
  const isLive = async (sessionId: string) => (await findSession(t.db.query, "WEB", sessionId)) !== null;

  it("give every tab that asks at once the same successor, and the session lives on", async () => {
    const { sessionId, refreshToken } = await t.signedIn();
    const answers = await Promise.all(Array.from({ length: 8 }, () => rotate(refreshToken)));
    const successors = new Set(answers.map((answer) => answer?.refreshToken));
    expect(successors.size).toBe(1);
    const [successor = ""] = successors as Set<string>;
    expect(successor).not.toBe(refreshToken);
    expect((await rotate(successor))?.sessionId).toBe(sessionId);
    expect(await isLive(sessionId)).toBe(true);
  });

  it("used again after the grace end the session for both parties, and leave a trace", async () => {
    const { sessionId, refreshToken } = await t.signedIn();
    const next = await rotate(refreshToken);
    await afterGrace(sessionId);
    expect(await rotate(refreshToken)).toBeNull();
    expect(await rotate(next?.refreshToken ?? "")).toBeNull();
    expect(await isLive(sessionId)).toBe(false);
    const { rows } = await t.sql.query(
      "SELECT action, outcome FROM audit_events WHERE entity_id = $1 AND action <> 'auth.login'",
      [sessionId],
    );
    expect(rows).toEqual([{ action: "auth.refresh_reused", outcome: "refused" }]);
  });

  it("are nothing to the other app, which doesn't use them up either", async () => {
    const { refreshToken } = await t.signedIn();
    expect(await rotate(refreshToken, "ADMIN")).toBeNull();
    expect(await rotate(refreshToken)).not.toBeNull();
  });

  it("don't outlive their session, nor the user's being active", async () => {
    const { refreshToken, userId } = await t.signedIn();
    await t.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    expect(await rotate(refreshToken)).toBeNull();
  });

  it("lie in the database as hashes only", async () => {
    const { refreshToken } = await t.signedIn();
    const { rows } = await t.sql.query(
      "SELECT count(*)::int AS n FROM refresh_tokens r WHERE r::text LIKE $1",
      [`%${refreshToken}%`],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
