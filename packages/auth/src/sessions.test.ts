import { hasStepUp } from "@amrutam/domain/actor";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorOf, createSession, findSession, raiseSession, revokeSessionsOf } from "./sessions";
import { type TestMeans, testMeans } from "./testing-means";

describe("sessions", () => {
  let t: TestMeans;
  beforeAll(async () => {
    t = await testMeans();
  });
  afterAll(() => t.close());
  const find = (sessionId: string, audience: "WEB" | "ADMIN" = "WEB") =>
    findSession(t.db.query, audience, sessionId);

  it("say who it is, with the patient's clinical key and nothing of it for staff", async () => {
    const patient = await t.signedIn();
    expect(await find(patient.sessionId)).toMatchObject({
      userId: patient.userId,
      role: "PATIENT",
      aal: 1,
      stepUpAt: expect.any(Date),
      emailVerified: true,
      doctor: null,
      clinicalKey: { masterVersion: 1 },
    });
    const doctor = await t.signedIn("DOCTOR");
    expect(await find(doctor.sessionId)).toMatchObject({ role: "DOCTOR", doctor: null, clinicalKey: null });
  });

  it("end at once when the user is disabled", async () => {
    const { sessionId, userId } = await t.signedIn();
    expect(await find(sessionId)).not.toBeNull();
    await t.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    expect(await find(sessionId)).toBeNull();
  });

  it("are nothing in the other app, nor in their own once the role has gone to the other", async () => {
    const { sessionId, userId } = await t.signedIn();
    expect(await find(sessionId, "ADMIN")).toBeNull();
    await t.sql.query("UPDATE users SET role = 'ADMIN' WHERE id = $1", [userId]);
    expect(await find(sessionId)).toBeNull();
  });

  it.each([
    ["PATIENT", "13 days 23 hours", true],
    ["PATIENT", "14 days 1 minute", false],
    ["DOCTOR", "59 minutes", true],
    ["DOCTOR", "61 minutes", false],
    ["ADMIN", "61 minutes", false],
  ] as const)("of a %s unused for %s: live is %s", async (role, idle, isLive) => {
    const { sessionId } = await t.signedIn(role);
    await t.sql.query(`UPDATE sessions SET last_used_at = now() - interval '${idle}' WHERE id = $1`, [
      sessionId,
    ]);
    expect((await find(sessionId, role === "ADMIN" ? "ADMIN" : "WEB")) !== null).toBe(isLive);
  });

  it.each([
    ["PATIENT", 30 * 24 * 60],
    ["DOCTOR", 12 * 60],
    ["SUPPORT", 12 * 60],
  ] as const)("of a %s end for good after %i minutes", async (role, min) => {
    const { sessionId } = await t.signedIn(role);
    const { rows } = await t.sql.query(
      "SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS min FROM sessions WHERE id = $1",
      [sessionId],
    );
    expect(rows).toEqual([{ min }]);
    await t.sql.query("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
      sessionId,
    ]);
    expect(await find(sessionId, role === "SUPPORT" ? "ADMIN" : "WEB")).toBeNull();
  });

  it("aren't used by being looked at: who only waits for news doesn't stay signed in by that", async () => {
    const { sessionId } = await t.signedIn("DOCTOR");
    await t.sql.query("UPDATE sessions SET last_used_at = now() - interval '50 minutes' WHERE id = $1", [
      sessionId,
    ]);
    expect(await findSession(t.db.query, "WEB", sessionId, true)).not.toBeNull();
    const idleMin = async () => {
      const { rows } = await t.sql.query(
        "SELECT round(extract(epoch FROM now() - last_used_at) / 60)::int AS min FROM sessions WHERE id = $1",
        [sessionId],
      );
      return rows[0]?.min;
    };
    expect(await idleMin()).toBe(50);
    await find(sessionId);
    await expect.poll(idleMin).toBe(0);
  });

  it.each([
    ["2001:db8::7", "2001:db8::7"],
    ["fe80::1%eth0", "fe80::1"],
    ["", null],
    ["'; DROP TABLE sessions", null],
  ])("opened from %j note %j", async (clientAddress, noted) => {
    const { userId } = await t.person();
    const session = {
      userId,
      role: "PATIENT",
      audience: "WEB",
      aal: 1,
      userAgent: null,
      clientAddress,
    } as const;
    const { id } = await t.db.prisma.$transaction((tx) => createSession(tx, session));
    const { rows } = await t.sql.query("SELECT host(client_address) AS address FROM sessions WHERE id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ address: noted }]);
  });

  it("count as stepped up when the second factor was shown in them", async () => {
    const { sessionId } = await t.signedIn("DOCTOR");
    await t.db.prisma.$transaction((tx) => raiseSession(tx, sessionId));
    const facts = await find(sessionId);
    const actor = facts && actorOf(facts);
    expect(actor).toMatchObject({ aal: 2, role: "DOCTOR", doctorId: null });
    expect(actor && hasStepUp(actor, fromEpochMs(Date.now()))).toBe(true);
    expect(actor && hasStepUp(actor, fromEpochMs(Date.now() + 6 * 60_000))).toBe(false);
  });

  it("are all ended at once, but for the one that may stay", async () => {
    const first = await t.signedIn();
    const session = {
      userId: first.userId,
      role: "PATIENT",
      audience: "WEB",
      aal: 1,
      userAgent: null,
    } as const;
    const second = await t.db.prisma.$transaction((tx) => createSession(tx, session));
    await t.db.prisma.$transaction((tx) => revokeSessionsOf(tx, first.userId, "test", second.id));
    expect(await find(first.sessionId)).toBeNull();
    expect(await find(second.id)).not.toBeNull();
  });
});
