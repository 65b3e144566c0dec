import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDeviceToken } from "./device-token";
import { endSignIns } from "./end-sign-ins";
import { signIn } from "./sign-in";
import { type TestMeans, testMeans } from "./testing-means";

const CURL = "curl/8.14.1";

describe("a sign-in on a new device", () => {
  let t: TestMeans;
  beforeAll(async () => {
    t = await testMeans();
  });
  afterAll(() => t.close());

  type From = Readonly<{
    userAgent?: string;
    clientAddress?: string;
    deviceToken?: string;
    isNewDevice?: true;
  }>;
  /** @returns whether its owner is told */
  async function isNews(userId: string, from: From = {}): Promise<boolean> {
    const client = { userAgent: CURL, clientAddress: "203.0.113.7", ...from };
    const session = { userId, role: "PATIENT", audience: "WEB", aal: 1, ...client } as const;
    const { sessionId } = await t.db.prisma.$transaction((tx) => signIn(tx, t, session, null));
    const { rows } = await t.sql.query(
      "SELECT id FROM outbox_events WHERE kind = 'auth.new_device' AND aggregate_id = $1",
      [sessionId],
    );
    return rows.length > 0;
  }
  const endAll = (userId: string) =>
    t.db.prisma.$transaction((tx) => endSignIns(tx, userId, "password_reset"));

  it("is the first of an account never, whatever it comes from", async () => {
    const { userId } = await t.person();
    expect(await isNews(userId)).toBe(false);
  });

  it("without cookies is one with another program or from another network, and after a month", async () => {
    const { userId } = await t.person();
    await isNews(userId);
    expect(await isNews(userId)).toBe(false);
    expect(await isNews(userId, { clientAddress: "203.0.113.250" })).toBe(false);
    expect(await isNews(userId, { clientAddress: "203.0.114.7" })).toBe(true);
    expect(await isNews(userId, { userAgent: "python-requests/2.32" })).toBe(true);
    expect(await isNews(userId, { userAgent: "" })).toBe(true);
    expect(await isNews(userId, { userAgent: "" })).toBe(true);
    await t.sql.query(
      "UPDATE sessions SET last_used_at = now() - interval '31 days' WHERE user_id = $1 AND user_agent = $2",
      [userId, CURL],
    );
    expect(await isNews(userId)).toBe(true);
  });

  it("counts a subscriber's IPv6 network as one place", async () => {
    const { userId } = await t.person();
    await isNews(userId, { clientAddress: "2001:db8:1:2:3::4" });
    expect(await isNews(userId, { clientAddress: "2001:db8:1:2:ffff::9" })).toBe(false);
    expect(await isNews(userId, { clientAddress: "2001:db8:1:3::4" })).toBe(true);
  });

  it("isn't spared by a browser's session that looks like it, nor by somebody else's", async () => {
    const [{ userId }, other] = [await t.person(), await t.person()];
    const deviceToken = newDeviceToken(t.secrets.access.WEB, userId);
    await isNews(userId, { deviceToken, isNewDevice: true });
    await isNews(other.userId);
    expect(await isNews(userId)).toBe(true);
  });

  it("is none for a browser that comes back with its cookie", async () => {
    const { userId } = await t.person();
    await isNews(userId);
    const deviceToken = newDeviceToken(t.secrets.access.WEB, userId);
    expect(await isNews(userId, { deviceToken, isNewDevice: true })).toBe(true);
    expect(await isNews(userId, { deviceToken })).toBe(false);
    expect(await isNews(userId, { deviceToken, clientAddress: "198.51.100.1", userAgent: "another" })).toBe(
      false,
    );
  });

  it("is one again for who was known before a reset, cookie or not, and once", async () => {
    const { userId } = await t.person();
    const deviceToken = newDeviceToken(t.secrets.access.WEB, userId);
    await isNews(userId, { deviceToken, isNewDevice: true });
    await isNews(userId);
    await endAll(userId);
    expect(await isNews(userId, { deviceToken })).toBe(true);
    expect(await isNews(userId, { deviceToken })).toBe(false);
    expect(await isNews(userId)).toBe(true);
    expect(await isNews(userId)).toBe(false);
  });
});
