import { newDeviceToken } from "@amrutam/auth/device-token";
import { isDeviceRemembered, rememberDevice } from "@amrutam/auth/remembered-devices";
import { signIn } from "@amrutam/auth/sign-in";
import type { SessionItem } from "@amrutam/domain/session/schema";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import type { Audience } from "../../deps";
import { type RestServer, restServer } from "../../rest/testing-server";
import { testContext } from "../../testing-context";
import { inTransaction } from "../../transaction";
import { webRouter } from "../../web-router";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1";

describe("sessions of one's own", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let web: RestServer;
  let admin: RestServer;
  beforeAll(async () => {
    world = await testContext();
    web = await restServer(world.deps, webRouter, "WEB");
    admin = await restServer(world.deps, adminRouter, "ADMIN");
  });
  afterAll(async () => {
    await Promise.all([web?.close(), admin?.close()]);
    await world?.close();
  });

  const signedIn = (person: Person, userAgent: string | null = FIREFOX, place: string | null = null) => {
    const audience: Audience = person.role === "ADMIN" ? "ADMIN" : "WEB";
    const { userId, role } = person;
    const aal = role === "PATIENT" ? 1 : 2;
    const session = { userId, role, audience, aal, userAgent, clientAddress: "203.0.113.7", place } as const;
    return inTransaction(world.deps, (tx) => signIn(tx, world.deps, session, null));
  };
  const listOf = async (server: RestServer, as: string) => {
    const { status, body } = await server.ask("GET", "/users/me/sessions", { as });
    expect(status).toBe(200);
    return (body as { items: SessionItem[] }).items;
  };
  const audited = async (sessionId: string) => {
    const { rows } = await world.sql.query(
      "SELECT action, outcome, actor_id AS actor FROM audit_events WHERE entity_id = $1 AND action <> 'auth.login' ORDER BY id",
      [sessionId],
    );
    return rows;
  };

  it("are listed with device, place and use, the asking one first; those that are over and others' aren't", async () => {
    const asha = await makePatient(world.sql);
    const [phone, here, over] = [
      await signedIn(asha, IPHONE, "IN"),
      await signedIn(asha),
      await signedIn(asha, null),
    ];
    await signedIn(await makePatient(world.sql));
    await world.sql.query("UPDATE sessions SET last_used_at = now() - interval '15 days' WHERE id = $1", [
      over.sessionId,
    ]);
    const items = await listOf(web, here.accessToken);
    expect(items).toEqual([
      expect.objectContaining({
        id: here.sessionId,
        current: true,
        device: { kind: "computer", browser: "Firefox", system: "Linux" },
        place: null,
        address: "203.0.113.7",
      }),
      expect.objectContaining({
        id: phone.sessionId,
        current: false,
        device: { kind: "phone", browser: "Safari", system: "iOS" },
        place: "IN",
      }),
    ]);
  });

  it("end one by one, at once and in the log; a stranger's is as good as none", async () => {
    const asha = await makePatient(world.sql);
    const [here, there] = [await signedIn(asha), await signedIn(asha)];
    const stranger = await signedIn(await makePatient(world.sql));
    const end = (as: string) => web.ask("DELETE", `/users/me/sessions/${there.sessionId}`, { as });
    expect((await end(stranger.accessToken)).status).toBe(404);
    expect(await listOf(web, there.accessToken)).toHaveLength(2);

    expect((await end(here.accessToken)).status).toBe(200);
    expect((await end(here.accessToken)).status).toBe(200);
    expect((await web.ask("GET", "/users/me", { as: there.accessToken })).status).toBe(401);
    const refreshToken = there.refreshToken;
    expect((await web.ask("POST", "/auth/refresh-token", { json: { refreshToken } })).status).toBe(401);
    expect(await audited(there.sessionId)).toEqual([
      { action: "auth.session_revoke", outcome: "ok", actor: asha.userId },
    ]);
    expect(await listOf(web, here.accessToken)).toHaveLength(1);
  });

  it("all end but the asking one, each in the log; the console's do by the console", async () => {
    const boss = await makePerson(world.sql, { role: "ADMIN" });
    const [here, ...others] = [await signedIn(boss), await signedIn(boss), await signedIn(boss)];
    const colleague = await signedIn(await makePerson(world.sql, { role: "ADMIN" }));
    expect((await web.ask("GET", "/users/me/sessions", { as: here.accessToken })).status).toBe(401);
    const ended = await admin.ask("DELETE", "/users/me/sessions", { as: here.accessToken });
    expect([ended.status, ended.body]).toEqual([200, { ended: 2 }]);
    for (const other of others) {
      expect((await admin.ask("GET", "/users/me", { as: other.accessToken })).status).toBe(401);
      expect(await audited(other.sessionId)).toHaveLength(1);
    }
    expect(await listOf(admin, here.accessToken)).toHaveLength(1);
    expect(await listOf(admin, colleague.accessToken)).toHaveLength(1);
  });

  it("ended everywhere else, no device is spared the second factor any more", async () => {
    const [asha, ravi] = [await makePatient(world.sql), await makePatient(world.sql)];
    for (const { userId } of [asha, ravi])
      await world.sql.query(
        `INSERT INTO remembered_devices (user_id, device_hash, expires_at)
         VALUES ($1, sha256(gen_random_uuid()::text::bytea), now() + interval '1 day')`,
        [userId],
      );
    const { accessToken } = await signedIn(asha);
    await web.ask("DELETE", "/users/me/sessions", { as: accessToken });
    const { rows } = await world.sql.query(
      "SELECT user_id AS id FROM remembered_devices WHERE user_id IN ($1, $2)",
      [asha.userId, ravi.userId],
    );
    expect(rows).toEqual([{ id: ravi.userId }]);
  });

  it("ended on one device, that one is asked for the second factor again, and the others aren't", async () => {
    const asha = await makePatient(world.sql);
    const secret = world.deps.secrets.access.WEB;
    const remembered = async () => {
      const deviceToken = newDeviceToken(secret, asha.userId);
      const session = { ...asha, audience: "WEB", aal: 1, userAgent: FIREFOX, deviceToken } as const;
      return inTransaction(world.deps, async (tx) => {
        await rememberDevice(tx, secret, asha.userId, deviceToken);
        return { ...(await signIn(tx, world.deps, session, null)), deviceToken };
      });
    };
    const [here, lost] = [await remembered(), await remembered()];
    const isRemembered = ({ deviceToken }: { deviceToken: string }) =>
      inTransaction(world.deps, (tx) => isDeviceRemembered(tx, secret, asha.userId, deviceToken));
    await web.ask("DELETE", `/users/me/sessions/${lost.sessionId}`, { as: here.accessToken });
    expect([await isRemembered(here), await isRemembered(lost)]).toEqual([true, false]);
    const { rows } = await world.sql.query(
      "SELECT action FROM audit_events WHERE actor_id = $1 AND action = 'auth.devices_forget'",
      [asha.userId],
    );
    expect(rows).toHaveLength(1);
  });

  describe("over HTTP, renewed", () => {
    const renew = (refreshToken: string) =>
      web.ask("POST", "/auth/refresh-token", { json: { refreshToken } });
    type Pair = { accessToken: string; refreshToken: string };
    const statusWith = async (as: string) => (await web.ask("GET", "/users/me", { as })).status;

    it("by two tabs at the same moment go on in both, with one successor", async () => {
      const { refreshToken } = await signedIn(await makePatient(world.sql));
      const answers = await Promise.all([1, 2, 3].map(() => renew(refreshToken)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      const pairs = answers.map(({ body }) => body as Pair);
      expect(new Set(pairs.map((pair) => pair.refreshToken)).size).toBe(1);
      for (const { accessToken } of pairs) expect(await statusWith(accessToken)).toBe(200);
      expect((await renew(pairs[0]?.refreshToken ?? "")).status).toBe(200);
    });

    it("by whoever holds a copy, later, put out thief and owner, who gets a letter", async () => {
      const { sessionId, refreshToken } = await signedIn(await makePatient(world.sql));
      const owner = (await renew(refreshToken)).body as Pair;
      expect(await statusWith(owner.accessToken)).toBe(200);
      await world.sql.query(
        "UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE session_id = $1",
        [sessionId],
      );
      expect((await renew(refreshToken)).status).toBe(401);
      expect(await statusWith(owner.accessToken)).toBe(401);
      expect((await renew(owner.refreshToken)).status).toBe(401);
      const { rows } = await world.sql.query("SELECT kind FROM outbox_events WHERE aggregate_id = $1", [
        sessionId,
      ]);
      expect(rows).toEqual([{ kind: "auth.session_reused" }]);
      expect(await audited(sessionId)).toMatchObject([{ action: "auth.refresh_reused", outcome: "refused" }]);
    });

    it("are no access tokens, and nothing in the other app", async () => {
      const { refreshToken, accessToken } = await signedIn(await makePatient(world.sql));
      expect(await statusWith(refreshToken)).toBe(401);
      expect((await admin.ask("GET", "/users/me", { as: accessToken })).status).toBe(401);
      expect((await admin.ask("POST", "/auth/refresh-token", { json: { refreshToken } })).status).toBe(401);
      expect((await renew(refreshToken)).status).toBe(200);
    });
  });
});
