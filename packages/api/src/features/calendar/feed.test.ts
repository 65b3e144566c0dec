import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarRoute } from "../../http/calendar-route";
import { processLog } from "../../http/process-log";
import { rateLimits } from "../../rate-limit";
import { type RestServer, restServer } from "../../rest/testing-server";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

describe("a private feed", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let server: RestServer;
  let doctor: Doctor;
  let patient: Person;
  let visit: string;
  const lines: string[] = [];
  const DAY = 24 * 60;

  const visitOf = async (
    days: number,
    status: Parameters<typeof makeConsultation>[1]["status"] = "CONFIRMED",
    patientId = patient.userId,
  ) => {
    const startsAt = minutesAhead(days * DAY);
    const { slotId } = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt });
    return makeConsultation(world.sql, { slotId, patientId, status });
  };

  beforeAll(async () => {
    world = await testContext();
    const deps = {
      ...world.deps,
      log: processLog("test", "info", { write: (line: string) => void lines.push(line) }),
    };
    server = await restServer(deps, webRouter, "WEB", [calendarRoute(deps)]);
    doctor = await makeDoctor(world.sql, { fullName: "Dr. Meera Iyer" });
    patient = await makePatient(world.sql, { fullName: "Asha Rao", timezone: "America/New_York" });
    visit = await visitOf(2);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const as = (person: Person) => world.callerAs(webRouter, person);
  const fetchAt = (url: string, headers: Record<string, string> = {}, method = "GET") => {
    const { pathname } = new URL(url);
    return fetch(new URL(pathname, server.base), { method, headers });
  };
  const urlOf = async (person: Person) => (await (await as(person)).calendar.createFeed({})).feed?.url ?? "";
  const uidsOf = (text: string) => [...text.matchAll(/^UID:(.{36})@/gm)].map(([, id]) => id);
  const propertyOf = (text: string, uid: string, name: string) => {
    const event = text
      .replace(/\r\n /g, "")
      .split("BEGIN:VEVENT")
      .find((part) => part.includes(`UID:${uid}`));
    return new RegExp(`^${name}[^:\r]*:(.*)\r$`, "m").exec(event ?? "")?.[1];
  };

  it("shows its owner's visits to whoever has the address, in the owner's zone, without a name", async () => {
    const url = await urlOf(patient);
    expect(url).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics$/);
    const answer = await fetchAt(url);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
      "x-robots-tag": "noindex, nofollow",
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(uidsOf(text)).toEqual([visit]);
    expect(propertyOf(text, visit, "SUMMARY")).toBe("Amrutam visit");
    expect(text).toMatch(/^DTSTART;TZID=America\/New_York:/m);
    expect(text).not.toMatch(/Iyer|Asha|METHOD|ORGANIZER|ATTENDEE/);
  });

  it("is the same to each side of a visit, with that side's own page", async () => {
    const text = await (await fetchAt(await urlOf(doctor))).text();
    expect(uidsOf(text)).toEqual([visit]);
    expect(propertyOf(text, visit, "URL")).toBe(`http://localhost:3000/doctor/visits/${visit}`);
  });

  it("is asked for again in vain while nothing has changed", async () => {
    const url = await urlOf(patient);
    const first = await fetchAt(url);
    const tag = first.headers.get("etag") ?? "";
    const again = await fetchAt(url, { "if-none-match": `"other", ${tag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("etag")).toBe(tag);
    const another = await visitOf(3);
    const changed = await fetchAt(url, { "if-none-match": tag });
    expect(changed.status).toBe(200);
    expect(uidsOf(await changed.text())).toEqual([visit, another]);
    const head = await fetchAt(url, {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await fetchAt(url, {}, "DELETE")).status).toBe(405);
  });

  it("holds neither holds nor what is long past, and a cancelled visit for a while", async () => {
    const someone = await makePatient(world.sql);
    const [held, old] = [
      await visitOf(4, "REQUESTED", someone.userId),
      await visitOf(-31, "COMPLETED", someone.userId),
    ];
    const near = await visitOf(-29, "COMPLETED", someone.userId);
    const off = await visitOf(5, "CONFIRMED", someone.userId);
    await world.sql.query(
      `WITH said AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id)
         VALUES ('SYSTEM', 'consultation.cancel', 'consultation', $1))
       UPDATE consultations SET status = 'CANCELLED', cancelled_by = 'PATIENT' WHERE id = $1`,
      [off],
    );
    const url = await urlOf(someone);
    const text = await (await fetchAt(url)).text();
    expect(uidsOf(text)).toEqual([near, off]);
    expect([held, old].some((id) => text.includes(id))).toBe(false);
    expect([propertyOf(text, off, "STATUS"), propertyOf(text, off, "SEQUENCE")]).toEqual(["CANCELLED", "1"]);
    await world.sql.query("ALTER TABLE consultations DISABLE TRIGGER consultations_calendar");
    await world.sql.query(
      "UPDATE consultations SET calendar_changed_at = now() - interval '31 days' WHERE id = $1",
      [off],
    );
    await world.sql.query("ALTER TABLE consultations ENABLE TRIGGER consultations_calendar");
    expect(uidsOf(await (await fetchAt(url)).text())).toEqual([near]);
  });

  it("names whom its owner meets only where the owner asked for it", async () => {
    const caller = await as(doctor);
    const url = await urlOf(doctor);
    const before = propertyOf(await (await fetchAt(url)).text(), visit, "LAST-MODIFIED") ?? "";
    expect((await caller.calendar.setDetails({ hasNames: true })).hasNames).toBe(true);
    await world.sql.query("UPDATE calendar_feeds SET fetched_at = NULL");
    const text = await (await fetchAt(url)).text();
    await (await fetchAt(url)).text();
    // Once an hour, by nobody known.
    const { rows } = await world.sql.query(
      "SELECT actor_id, actor_role FROM audit_events WHERE action = 'calendar.read' AND entity_id = $1",
      [doctor.userId],
    );
    expect(rows).toEqual([{ actor_id: null, actor_role: "ANONYMOUS" }]);
    expect(propertyOf(text, visit, "SUMMARY")).toBe("Amrutam visit: Asha Rao");
    expect((propertyOf(text, visit, "LAST-MODIFIED") ?? "") >= before).toBe(true);
    // The patient's own calendar is the patient's business.
    expect(await (await fetchAt(await urlOf(patient))).text()).not.toContain("Iyer");
    await caller.calendar.setDetails({ hasNames: false });
    expect(await (await fetchAt(url)).text()).not.toContain("Asha");
  });

  it("ends when it is renewed, revoked, or its owner is shut out: the same 404 as for what never was", async () => {
    const owner = await makePatient(world.sql);
    const caller = await as(owner);
    expect(await codeOf(caller.calendar.renewFeed({}))).toBe("not_found");
    const first = await urlOf(owner);
    expect(await urlOf(owner)).toBe(first);
    const second = (await caller.calendar.renewFeed({})).feed?.url ?? "";
    expect(second).not.toBe(first);
    const refused = await fetchAt(first, { accept: "application/json" });
    const never = await fetchAt(`http://x/calendar/${"A".repeat(43)}.ics`, { accept: "application/json" });
    const codes = await Promise.all(
      [refused, never].map(async (answer) => {
        const { error } = (await answer.json()) as { error: { code: string } };
        return [answer.status, error.code];
      }),
    );
    expect(codes).toEqual([
      [404, "not_found"],
      [404, "not_found"],
    ]);
    expect((await fetchAt(second)).status).toBe(200);
    await world.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [owner.userId]);
    expect((await fetchAt(second)).status).toBe(404);
    await world.sql.query("UPDATE users SET status = 'ACTIVE' WHERE id = $1", [owner.userId]);
    await caller.calendar.revokeFeed({});
    await caller.calendar.revokeFeed({});
    expect((await fetchAt(second)).status).toBe(404);
    expect((await caller.calendar.getFeed({})).feed).toBeNull();
    const { rows } = await world.sql.query<{ action: string }>(
      "SELECT action FROM audit_events WHERE actor_id = $1 AND entity_type = 'calendar' ORDER BY id",
      [owner.userId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "calendar.create",
      "calendar.renew",
      "calendar.revoke",
    ]);
  });

  it.each([
    "short.ics",
    `${"A".repeat(43)}`,
    `${"A".repeat(42)}%00.ics`,
    `${"A".repeat(43)}.ics/more`,
    "..%2f.ics",
    "",
  ])("leads nowhere at /calendar/%s", async (rest) => {
    const answer = await fetch(new URL(`/calendar/${rest}`, server.base));
    expect(answer.status).toBe(404);
  });

  it("keeps its address out of the database and out of the log", async () => {
    const url = await urlOf(patient);
    const token = url.slice(-47, -4);
    lines.length = 0;
    await (await fetchAt(url)).text();
    // The line is written when the answer is out.
    await expect.poll(() => lines.join("")).toContain("/calendar/:other");
    expect(lines.join("")).not.toContain(token);
    const { rows } = await world.sql.query<{ text: string }>("SELECT f::text AS text FROM calendar_feeds f");
    expect(rows.map(({ text }) => text).join()).not.toContain(token);
  });

  it("is worth nothing after the secret of links has changed, and can be made anew", async () => {
    const owner = await makePatient(world.sql);
    await urlOf(owner);
    await world.sql.query("UPDATE calendar_feeds SET link_id = uuidv7() WHERE user_id = $1", [owner.userId]);
    const caller = await as(owner);
    expect((await caller.calendar.getFeed({})).feed).toBeNull();
    expect((await fetchAt(await urlOf(owner))).status).toBe(200);
  });

  it("tells its owner when it was fetched, to the hour", async () => {
    const owner = await makePatient(world.sql);
    const url = await urlOf(owner);
    const caller = await as(owner);
    expect((await caller.calendar.getFeed({})).feed?.fetchedAt).toBeNull();
    await fetchAt(url);
    expect((await caller.calendar.getFeed({})).feed?.fetchedAt).toMatch(/T\d\d:00:00\.000Z$/);
  });

  it("is made once of two taps at once", async () => {
    const owner = await makePatient(world.sql);
    const urls = await Promise.all(Array.from({ length: 4 }, () => urlOf(owner)));
    expect(new Set(urls).size).toBe(1);
  });

  it("is asked for sixty times an hour at most", async () => {
    const deps = { ...world.deps, limits: rateLimits(world.deps.db.pool) };
    const strict = await restServer(deps, webRouter, "WEB", [calendarRoute(deps)]);
    const url = new URL(new URL(await urlOf(patient)).pathname, strict.base);
    const statuses: number[] = [];
    for (let n = 0; n < 62; n++) {
      const answer = await fetch(url);
      await answer.text();
      statuses.push(answer.status);
    }
    await strict.close();
    expect(statuses.slice(58)).toEqual([200, 200, 429, 429]);
  });

  describe("beside it a single visit", () => {
    it("comes as a file to either side, with the UID that mails use", async () => {
      for (const person of [patient, doctor]) {
        const answer = await server.ask("GET", `/consultations/${visit}/calendar`, {
          as: await server.tokenOf(person),
        });
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
        expect(answer.headers.get("content-disposition")).toMatch(
          /^attachment; filename="visit-[\d-]+\.ics"/,
        );
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expect(uidsOf(answer.text)).toEqual([visit]);
        expect(answer.text).toContain(`UID:${visit}@localhost\r\n`);
      }
    });

    it("is nobody else's, and a hold is no visit yet", async () => {
      const stranger = await as(await makePatient(world.sql));
      expect(await codeOf(stranger.calendar.visit({ id: visit }))).toBe("not_found");
      const owner = await makePatient(world.sql);
      const held = await visitOf(6, "REQUESTED", owner.userId);
      expect(await codeOf((await as(owner)).calendar.visit({ id: held }))).toBe("not_found");
    });
  });
});
