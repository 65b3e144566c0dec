import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { postgresRealtime } from "@amrutam/adapters/realtime/postgres-realtime";
import { mintAccessToken } from "@amrutam/auth/access-token";
import { cookieNames } from "@amrutam/auth/cookies";
import { raiseSession, revokeSessionsOf } from "@amrutam/auth/sessions";
import type { Aal } from "@amrutam/domain/actor";
import { makePatient, makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../admin-router";
import type { Audience, Deps } from "../deps";
import { restRoute } from "../rest/rest-route";
import { contextOf, testContext } from "../testing-context";
import { inTransaction } from "../transaction";
import { webRouter } from "../web-router";
import { appServer } from "./app-server";
import { parseTrustedProxies } from "./client-address";
import { eventHub } from "./event-hub";
import { eventsRoute, STREAMS_PER_PERSON } from "./events-route";
import { drain, type Lifecycle } from "./lifecycle";
import { PAGE_REQUEST_HEADER, type PageRequests } from "./page-requests";
import { cuttable } from "./testing-relay";
import { openStream } from "./testing-stream";

const ORIGIN = new URL("http://clinic.example");

/** One process of an app, with its own ear at the database. @param listenUrl where it listens; @param lookMs see eventHub */
async function startApp(deps: Deps, listenUrl: string, lookMs?: number) {
  const realtime = postgresRealtime({ url: listenUrl, applicationName: "test" });
  const hub = eventHub(deps, realtime, lookMs);
  const lifecycle: Lifecycle = { isDraining: false, onDrain: () => hub.close() };
  const router = deps.audience === "WEB" ? webRouter : adminRouter;
  const pageRequests: PageRequests = new Map();
  const server = appServer({
    deps,
    router,
    routes: [restRoute(router, "Test"), eventsRoute(deps, ORIGIN, hub)],
    // As every page behind the sign-in does: nothing without a session.
    pages: async (req, res) => {
      const { context } = pageRequests.get(String(req.headers[PAGE_REQUEST_HEADER])) ?? {};
      res.statusCode = context?.session ? 200 : 401;
      res.end();
    },
    pageRequests,
    origin: ORIGIN,
    isDev: false,
    trustedProxies: parseTrustedProxies(""),
    metricsToken: null,
    lifecycle,
    waiting: () => [],
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  await new Promise<void>((restored) => {
    realtime.listen({ event: () => undefined, lost: () => undefined, restored });
  });
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    realtime,
    hub,
    drain: () => drain(server, lifecycle, { noticeMs: 0, drainMs: 5_000 }),
    async close() {
      hub.close();
      server.closeAllConnections();
      server.close();
      await realtime.close();
    },
  };
}

describe("a person's events", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let web: Awaited<ReturnType<typeof startApp>>;
  let console_: Awaited<ReturnType<typeof startApp>>;
  beforeAll(async () => {
    world = await testContext();
    web = await startApp(world.deps, world.database.appUrl);
    console_ = await startApp({ ...world.deps, audience: "ADMIN" }, world.database.appUrl);
  });
  afterAll(async () => {
    await Promise.all([web?.close(), console_?.close()]);
    await world?.close();
  });

  const appOf = ({ role }: Person) => (role === "ADMIN" || role === "SUPPORT" ? console_ : web);
  async function signIn(person: Person, aal?: Aal) {
    const { session } = await contextOf(world.deps, person, aal);
    const audience: Audience = session?.audience ?? "WEB";
    const sessionId = session?.sessionId ?? "";
    const subject = { sessionId, userId: person.userId };
    const token = mintAccessToken(world.deps.secrets.access[audience], audience, subject, Date.now());
    return { sessionId, token, headers: { authorization: `Bearer ${token}` } };
  }
  const revoke = (userId: string, exceptId?: string) =>
    inTransaction(world.deps, (tx) => revokeSessionsOf(tx, userId, "test", exceptId));
  const statusOf = async (base: string, path: string, headers: Record<string, string>) => {
    const answer = await fetch(base + path, { headers });
    await answer.body?.cancel();
    return answer.status;
  };
  const ME = `/api/trpc/user.me?input=${encodeURIComponent('{"json":{}}')}`;

  it("flow uncompressed, kept by nobody, and begin with the place at which they do", async () => {
    const { headers } = await signIn(await makePatient(world.sql));
    const stream = await openStream(web.base, { ...headers, "accept-encoding": "gzip, br" });
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": expect.stringContaining("no-store"),
    });
    expect(stream.headers["content-encoding"]).toBeUndefined();
    expect((await stream.next("ready")).id).toMatch(/^[0-9a-f-]{36}$/);
    stream.leave();
  });

  it("are told with ids only, to that person only", async () => {
    const [asha, ravi] = [await makePatient(world.sql), await makePatient(world.sql)];
    const [hers, his] = [await signIn(asha), await signIn(ravi)];
    const [herStream, hisStream] = [
      await openStream(web.base, hers.headers),
      await openStream(web.base, his.headers),
    ];
    await Promise.all([herStream.next("ready"), hisStream.next("ready")]);
    const second = await signIn(asha);
    expect(await herStream.next("session.opened")).toEqual({
      event: "session.opened",
      id: expect.any(String),
      data: { id: second.sessionId },
    });
    await revoke(asha.userId, hers.sessionId);
    expect((await herStream.next("session.closed")).data).toEqual({ id: second.sessionId });
    // His own event comes after hers in the order of commits: had he been sent hers, they would stand before it.
    await signIn(ravi);
    await hisStream.next("session.opened");
    expect(hisStream.told.map(({ event }) => event)).toEqual(["ready", "session.opened"]);
    for (const stream of [herStream, hisStream]) stream.leave();
  });

  it("missed in a short break are told when the client comes back, and a long one is admitted", async () => {
    const asha = await makePatient(world.sql);
    const { headers } = await signIn(asha);
    const first = await openStream(web.base, headers);
    const { id: place } = await first.next("ready");
    first.leave();
    const second = await signIn(asha);
    const listening = await openStream(web.base, headers);
    await signIn(asha);
    await listening.next("session.opened");
    listening.leave();

    const back = await openStream(web.base, { ...headers, "last-event-id": place });
    expect((await back.next("session.opened")).data).toEqual({ id: second.sessionId });
    back.leave();
    const byQuery = await openStream(web.base, headers, `?lastEventId=${place}`);
    expect((await byQuery.next("session.opened")).data).toEqual({ id: second.sessionId });
    byQuery.leave();
    const elsewhere = await openStream(web.base, { ...headers, "last-event-id": world.deps.ids.uuid() });
    await elsewhere.next("missed");
    elsewhere.leave();
  });

  describe("are refused", () => {
    it("to nobody, to the other app's token, and to staff without their second factor", async () => {
      const [patient, doctor, admin] = await Promise.all([
        signIn(await makePatient(world.sql)),
        signIn(await makePerson(world.sql, { role: "DOCTOR" }), 1),
        signIn(await makePerson(world.sql, { role: "ADMIN" })),
      ]);
      expect(await statusOf(web.base, "/api/events", {})).toBe(401);
      expect(await statusOf(web.base, "/api/events", admin.headers)).toBe(401);
      expect(await statusOf(console_.base, "/api/events", patient.headers)).toBe(401);
      const cookie = `${cookieNames("WEB", false).session}=${patient.token}`;
      expect(await statusOf(console_.base, "/api/events", { cookie })).toBe(401);
      expect(await statusOf(web.base, "/api/events", doctor.headers)).toBe(403);
      expect(await statusOf(web.base, "/api/events/x", patient.headers)).toBe(404);
    });

    it("to pages of elsewhere that would hold them open with our cookies", async () => {
      const { token } = await signIn(await makePatient(world.sql));
      const cookie = `${cookieNames("WEB", false).session}=${token}`;
      for (const site of ["same-site", "cross-site"])
        expect(await statusOf(web.base, "/api/events", { cookie, "sec-fetch-site": site })).toBe(403);
      const own = await openStream(web.base, { cookie, "sec-fetch-site": "same-origin" });
      await own.next("ready");
      own.leave();
    });

    it(`beyond ${STREAMS_PER_PERSON} streams of one person, until one of them is left`, async () => {
      const asha = await makePatient(world.sql);
      const { headers } = await signIn(asha);
      const streams = await Promise.all(
        Array.from({ length: STREAMS_PER_PERSON }, () => openStream(web.base, headers)),
      );
      const tooMany = await fetch(`${web.base}/api/events`, { headers });
      expect([tooMany.status, tooMany.headers.get("retry-after")]).toEqual([429, "30"]);
      const other = await openStream(web.base, (await signIn(await makePatient(world.sql))).headers);
      expect(other.status).toBe(200);
      streams[0]?.leave();
      await expect.poll(() => web.hub.countOf(asha.userId), { interval: 10 }).toBe(STREAMS_PER_PERSON - 1);
      const again = await openStream(web.base, headers);
      expect(again.status).toBe(200);
      for (const stream of [...streams, other, again]) stream.leave();
    });
  });

  describe("end with the session, which is then dead everywhere", () => {
    const ENDS = {
      "it is revoked": (userId: string) => revoke(userId),
      "the account is disabled": (userId: string) =>
        world.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]),
      "the role is another": (userId: string) =>
        world.sql.query("UPDATE users SET role = 'SUPPORT' WHERE id = $1", [userId]),
      "its row is gone": (userId: string) =>
        world.sql.query("DELETE FROM sessions WHERE user_id = $1", [userId]),
    } as const;

    it.each(Object.keys(ENDS) as (keyof typeof ENDS)[])("when %s", async (how) => {
      const patient = await makePatient(world.sql);
      const { headers } = await signIn(patient);
      const stream = await openStream(web.base, headers);
      await stream.next("ready");
      for (const path of [ME, "/api/v1/users/me", "/visits"])
        expect([path, await statusOf(web.base, path, headers)]).toEqual([path, 200]);
      const startedAt = performance.now();
      await ENDS[how](patient.userId);
      expect((await stream.ended()).at(-1)).toBe("session-ended");
      expect(performance.now() - startedAt).toBeLessThan(1_000);
      for (const path of [ME, "/api/v1/users/me", "/visits", "/api/events"])
        expect([path, await statusOf(web.base, path, headers)]).toEqual([path, 401]);
    });

    it("when a doctor is a patient from now on, whose calls are a patient's then", async () => {
      const doctor = await makePerson(world.sql, { role: "DOCTOR" });
      const { headers } = await signIn(doctor);
      const stream = await openStream(web.base, headers);
      await stream.next("ready");
      // By hand-typed SQL the session stays; what was opened as a doctor's ends all the same.
      await world.sql.query("UPDATE users SET role = 'PATIENT' WHERE id = $1", [doctor.userId]);
      expect((await stream.ended()).at(-1)).toBe("session-ended");
      const doctorsOnly = `/api/trpc/doctor.mine?input=${encodeURIComponent('{"json":{}}')}`;
      expect(await statusOf(web.base, doctorsOnly, headers)).toBe(403);
    });

    it("in the other process too", async () => {
      const other = await startApp(world.deps, world.database.appUrl);
      const patient = await makePatient(world.sql);
      const { headers } = await signIn(patient);
      const streams = [await openStream(web.base, headers), await openStream(other.base, headers)];
      await Promise.all(streams.map((stream) => stream.next("ready")));
      await revoke(patient.userId);
      for (const stream of streams) expect((await stream.ended()).at(-1)).toBe("session-ended");
      await other.close();
    });

    it("and not with another session of the same person", async () => {
      const admin = await makePerson(world.sql, { role: "ADMIN" });
      const [mine, other] = [await signIn(admin), await signIn(admin)];
      const [stays, ends] = [
        await openStream(appOf(admin).base, mine.headers),
        await openStream(appOf(admin).base, other.headers),
      ];
      await Promise.all([stays.next("ready"), ends.next("ready")]);
      await revoke(admin.userId, mine.sessionId);
      expect((await ends.ended()).at(-1)).toBe("session-ended");
      expect((await stays.next("session.closed")).data).toEqual({ id: other.sessionId });
      stays.leave();
    });

    it("when it was revoked between the request and the stream", async () => {
      const patient = await makePatient(world.sql);
      const { headers } = await signIn(patient);
      // When the throttle is asked, the session has been judged and nobody listens for it yet.
      const consume = async () => void (await revoke(patient.userId));
      const deps: Deps = { ...world.deps, limits: { ...world.deps.limits, consume } };
      const app = await startApp(deps, world.database.appUrl);
      const stream = await openStream(app.base, headers);
      expect((await stream.ended()).at(-1)).toBe("session-ended");
      await app.close();
    });
  });

  it("end with the token, whose holder may come again with the next, and are no use of the session", async () => {
    const patient = await makePatient(world.sql);
    const { sessionId } = await signIn(patient);
    await world.sql.query("UPDATE sessions SET last_used_at = now() - interval '1 hour' WHERE id = $1", [
      sessionId,
    ]);
    const subject = { sessionId, userId: patient.userId };
    const almostOver = Date.now() - 15 * 60_000 + 2_000;
    const token = mintAccessToken(world.deps.secrets.access.WEB, "WEB", subject, almostOver);
    const stream = await openStream(web.base, { authorization: `Bearer ${token}` });
    expect(await stream.ended()).toEqual(["ready"]);
    const { rows } = await world.sql.query(
      "SELECT last_used_at < now() - interval '50 minutes' AS unused FROM sessions WHERE id = $1",
      [sessionId],
    );
    expect(rows).toEqual([{ unused: true }]);
  });

  it("go on when the second factor is shown", async () => {
    const doctor = await makePerson(world.sql, { role: "DOCTOR" });
    const { headers, sessionId } = await signIn(doctor);
    const stream = await openStream(web.base, headers);
    await stream.next("ready");
    await inTransaction(world.deps, (tx) => raiseSession(tx, sessionId));
    await signIn(doctor);
    await stream.next("session.opened");
    expect(stream.told.map(({ event }) => event)).toEqual(["ready", "session.opened"]);
    stream.leave();
  });

  it("end when the process is on its way out, which takes no new ones", async () => {
    const app = await startApp(world.deps, world.database.appUrl);
    const { headers } = await signIn(await makePatient(world.sql));
    const stream = await openStream(app.base, headers);
    await stream.next("ready");
    const drained = app.drain();
    expect(await stream.ended()).toEqual(["ready"]);
    await drained;
    await app.realtime.close();

    const closing = await startApp(world.deps, world.database.appUrl);
    closing.hub.close();
    expect(await statusOf(closing.base, "/api/events", headers)).toBe(503);
    await closing.close();
  });

  describe("whose listening connection is lost", () => {
    const opened = async (lookMs: number) => {
      const line = await cuttable(world.database.appUrl);
      const app = await startApp(world.deps, line.url, lookMs);
      const [patient, other] = [await makePatient(world.sql), await makePatient(world.sql)];
      const stream = await openStream(app.base, (await signIn(patient)).headers);
      const stays = await openStream(app.base, (await signIn(other)).headers);
      await Promise.all([stream.next("ready"), stays.next("ready")]);
      line.cut();
      await expect.poll(() => app.realtime.isConnected, { interval: 10 }).toBe(false);
      await revoke(patient.userId);
      return { line, app, other, stream, stays };
    };

    it("end with their session all the same, while nothing can be heard", async () => {
      const { line, app, stream, stays } = await opened(200);
      expect((await stream.ended()).at(-1)).toBe("session-ended");
      stays.leave();
      await app.close();
      line.close();
    });

    it("are looked at as soon as it is there again, told of the gap, and heard anew", async () => {
      const { line, app, other, stream, stays } = await opened(3_600_000);
      expect(stream.told.map(({ event }) => event)).toEqual(["ready"]);
      line.mend();
      expect(await stream.ended()).toEqual(["ready", "missed", "session-ended"]);
      await stays.next("missed");
      await signIn(other);
      await stays.next("session.opened");
      stays.leave();
      await app.close();
      line.close();
    });

    it("are heard anew after the server's end was cut", async () => {
      const { sessionId, headers } = await signIn(await makePatient(world.sql));
      const stream = await openStream(web.base, headers);
      await stream.next("ready");
      await world.sql.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'test-events'",
        [world.database.name],
      );
      await stream.next("missed");
      await world.sql.query("UPDATE sessions SET revoked_at = now() WHERE id = $1", [sessionId]);
      expect((await stream.ended()).at(-1)).toBe("session-ended");
    });
  });
});
