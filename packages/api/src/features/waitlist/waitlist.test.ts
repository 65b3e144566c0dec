import { randomUUID } from "node:crypto";
import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { availabilityRouter } from "../availability/router";
import { consultationRouter } from "../consultation/router";
import { dependantRouter } from "../dependant/router";
import { waitlistRouter } from "./router";

const clinic = router({
  consultation: consultationRouter,
  availability: availabilityRouter,
  waitlist: waitlistRouter,
  dependant: dependantRouter,
});
const day = (ahead: number) =>
  minutesAhead(ahead * 24 * 60)
    .toISOString()
    .slice(0, 10);
const ROUNDS = 8;

describe("the waiting list", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let worker: pg.Pool;
  beforeAll(async () => {
    world = await testContext();
    worker = new pg.Pool({ connectionString: world.database.workerUrl, max: 4 });
    worker.on("connect", (client) => client.on("error", () => undefined));
  });
  afterAll(async () => {
    await worker.end();
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const as = (person: Person | null) => world.callerAs(clinic, person);
  const advance = () => worker.query("SELECT advance_waitlist() AS made");
  const wish = (doctorId: string) => ({
    doctorId,
    fromDate: day(0),
    toDate: day(9),
    timezone: "Asia/Kolkata",
    mode: "VIDEO" as const,
    reason: "a cough that stays",
    idempotencyKey: randomUUID(),
  });
  const wait = async (doctorId: string) => {
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const { id } = await api.waitlist.join(wish(doctorId));
    return { patient, api, id };
  };
  const book = (api: Awaited<ReturnType<typeof as>>, slotId: string) =>
    api.consultation.book({ slotId, mode: "VIDEO", reason: "fever", idempotencyKey: randomUUID() });
  /** A doctor whose only slot is taken by somebody. */
  const fullDoctor = async (feeMinor = 50_000) => {
    const doctor = await makeDoctor(world.sql, { feeMinor });
    const { slotId } = await makeSlot(world.sql, {
      doctorId: doctor.doctorId,
      startsAt: minutesAhead(3_000),
    });
    const api = await as(await makePatient(world.sql));
    const { id } = await book(api, slotId);
    return { ...doctor, slotId, free: () => api.consultation.cancel({ id }) };
  };
  const offersOf = async (slotId: string) => {
    const { rows } = await world.sql.query<{ id: string; entry: string; status: string }>(
      "SELECT id, entry_id AS entry, status FROM waitlist_offers WHERE slot_id = $1 ORDER BY created_at, id",
      [slotId],
    );
    return rows;
  };
  const openOffer = async (slotId: string) => {
    const open = (await offersOf(slotId)).find(({ status }) => status === "OPEN");
    if (!open) throw new Error("nobody was offered the slot");
    return { ...open, token: offerTokenOf(world.deps.secrets.links, open.id) };
  };
  const takenOf = async (slotId: string) =>
    (await world.sql.query("SELECT taken FROM slots WHERE id = $1", [slotId])).rows[0]?.taken;
  const runOut = (slotId: string) =>
    world.sql.query(
      "UPDATE waitlist_offers SET expires_at = now() - interval '1 second' WHERE slot_id = $1 AND status = 'OPEN'",
      [slotId],
    );
  const key = () => ({ idempotencyKey: randomUUID() });

  it("offers a cancelled time to who has waited longest, and holds it against everybody else", async () => {
    const { doctorId, slotId, free } = await fullDoctor();
    const [first, second] = [await wait(doctorId), await wait(doctorId)];
    await free();
    expect(await offersOf(slotId)).toMatchObject([{ entry: first.id, status: "OPEN" }]);
    expect(await takenOf(slotId)).toBe(1);
    expect(await codeOf(book(await as(await makePatient(world.sql)), slotId))).toBe("booking.slot_taken");
    expect(await codeOf(book(second.api, slotId))).toBe("booking.slot_taken");

    const { token } = await openOffer(slotId);
    const anybody = await as(null);
    const shown = await anybody.waitlist.openOffer({ token });
    expect(JSON.stringify(shown)).not.toContain(first.patient.fullName);
    const { items } = await first.api.waitlist.list({});
    expect(items[0]?.offer?.path).toBe(`/waitlist-offer#token=${token}`);

    await anybody.waitlist.decline({ token });
    expect(await codeOf(anybody.waitlist.decline({ token }))).toBe("waitlist.offer_closed");
    const next = await openOffer(slotId);
    expect(next.entry).toBe(second.id);
    const call = { token: next.token, ...key() };
    const booked = await anybody.waitlist.claim(call);
    expect(booked).toMatchObject({ status: "REQUESTED", slotId, mode: "VIDEO" });
    expect(await anybody.waitlist.claim(call)).toEqual(booked);
    expect((await second.api.consultation.get({ id: booked.id })).reason).toBe("a cough that stays");
    expect((await second.api.waitlist.list({})).items).toEqual([]);
    expect((await first.api.waitlist.list({})).items).toMatchObject([{ id: first.id, offer: null }]);
    expect(await takenOf(slotId)).toBe(1);
  });

  it("refuses hand-typed bookings of an offered time by its own constraint", async () => {
    const { doctorId, slotId, free } = await fullDoctor();
    await wait(doctorId);
    await free();
    const typed = world.sql.query(
      `INSERT INTO consultations (slot_id, doctor_id, patient_id, starts_at, ends_at, status, mode, reason_sealed, fee_minor,
         hold_expires_at, consent_version, consent_locale, consent_at)
       SELECT s.id, s.doctor_id, $2, s.starts_at, s.ends_at, 'REQUESTED', 'VIDEO', '\\x00', 1, now() + interval '5 minutes', '1', 'en', now()
       FROM slots s WHERE s.id = $1`,
      [slotId, (await makePatient(world.sql)).userId],
    );
    await expect(typed).rejects.toMatchObject({ code: "23514", constraint: "slots_seats" });
  });

  it("says why nobody may wait: free times, twice, too often, wrong days, no such doctor", async () => {
    const { doctorId } = await fullDoctor();
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const call = wish(doctorId);
    const { id } = await api.waitlist.join(call);
    expect(await api.waitlist.join(call)).toEqual({ id });
    expect(await codeOf(api.waitlist.join(wish(doctorId)))).toBe("waitlist.already_waiting");
    expect(await codeOf(api.waitlist.join(wish(randomUUID())))).toBe("not_found");
    expect(await codeOf(api.waitlist.join({ ...wish(doctorId), fromDate: day(-9), toDate: day(-3) }))).toBe(
      "waitlist.window_invalid",
    );
    const free = await makeDoctor(world.sql);
    await makeSlot(world.sql, { doctorId: free.doctorId, startsAt: minutesAhead(4_000) });
    expect(await codeOf(api.waitlist.join(wish(free.doctorId)))).toBe("waitlist.slots_open");
    for (let more = 0; more < 4; more += 1) await api.waitlist.join(wish((await fullDoctor()).doctorId));
    expect(await codeOf(api.waitlist.join(wish((await fullDoctor()).doctorId)))).toBe("waitlist.too_many");
  });

  it("lets nobody wait in vain whose address isn't confirmed", async () => {
    const { doctorId } = await fullDoctor();
    const api = await as(await makePatient(world.sql, { isVerified: false }));
    expect(await codeOf(api.waitlist.join(wish(doctorId)))).toBe("auth.email_unverified");
  });

  it("offers also what an unpaid hold, a moved visit and a reopened slot leave free", async () => {
    const held = await fullDoctor();
    const byHold = await wait(held.doctorId);
    await world.sql.query(
      "UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE slot_id = $1",
      [held.slotId],
    );
    await worker.query("SELECT expire_holds(10)");
    expect(await openOffer(held.slotId)).toMatchObject({ entry: byHold.id });

    const { doctorId, slotId, free } = await fullDoctor(0);
    const byMove = await wait(doctorId);
    const target = await makeSlot(world.sql, {
      doctorId,
      startsAt: minutesAhead(3_090),
      modes: ["AUDIO", "CHAT", "VIDEO"],
      status: "BLOCKED",
    });
    await world.sql.query("UPDATE slots SET status = 'OPEN' WHERE id = $1", [target.slotId]);
    const reopened = await openOffer(target.slotId);
    expect(reopened.entry).toBe(byMove.id);
    await (await as(null)).waitlist.decline({ token: reopened.token });
    const { rows } = await world.sql.query<{ id: string; userId: string; email: string }>(
      `SELECT c.id, u.id AS "userId", u.email FROM consultations c JOIN users u ON u.id = c.patient_id WHERE c.slot_id = $1`,
      [slotId],
    );
    const [visit] = rows;
    if (!visit) throw new Error("the visit is gone");
    const holder = await as({ userId: visit.userId, email: visit.email, role: "PATIENT", fullName: "" });
    await holder.consultation.reschedule({ id: visit.id, slotId: target.slotId, ...key() });
    expect(await openOffer(slotId)).toMatchObject({ entry: byMove.id });
    await free();
  });

  it("offers nobody the time they just moved away from", async () => {
    const { doctorId, slotId } = await fullDoctor();
    const { slotId: mine } = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(3_060) });
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    await world.sql.query("UPDATE doctors SET fee_minor = 0 WHERE id = $1", [doctorId]);
    const visit = await book(api, mine);
    await api.waitlist.join(wish(doctorId));
    const { slotId: other } = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(3_120) });
    await api.consultation.reschedule({ id: visit.id, slotId: other, ...key() });
    await advance();
    expect(await offersOf(mine)).toEqual([]);
    expect(await offersOf(slotId)).toEqual([]);
  });

  it("gives a place up with the time held for it, which goes on", async () => {
    const { doctorId, slotId, free } = await fullDoctor();
    const [first, second] = [await wait(doctorId), await wait(doctorId)];
    await free();
    await first.api.waitlist.leave({ id: first.id });
    expect(await offersOf(slotId)).toMatchObject([
      { entry: first.id, status: "WITHDRAWN" },
      { entry: second.id, status: "OPEN" },
    ]);
    expect(await codeOf(first.api.waitlist.leave({ id: first.id }))).toBe("not_found");
  });

  it("offers no time of a day the doctor takes off", async () => {
    const { doctorId, slotId, free, ...doctor } = await fullDoctor(0);
    const { slotId: other } = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(3_030) });
    const holder = await as(await makePatient(world.sql));
    const visit = await book(holder, other);
    await wait(doctorId);
    await free();
    const { token } = await openOffer(slotId);
    const { rows } = await world.sql.query<{ date: string }>(
      "SELECT to_char(starts_at AT TIME ZONE 'Asia/Kolkata', 'YYYY-MM-DD') AS date FROM slots WHERE id = $1",
      [slotId],
    );
    const practice = await world.callerAs(clinic, { ...doctor, role: "DOCTOR" });
    const off = { date: rows[0]?.date ?? "", reason: "", cancels: [visit.id], ...key() };
    await practice.availability.dayOff(off);
    expect(await codeOf((await as(null)).waitlist.claim({ token, ...key() }))).toBe("waitlist.offer_closed");
    expect((await offersOf(other)).length).toBe(0);
  });

  describe("in a race", () => {
    it("gives an offer claimed twice at once to one booking", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { doctorId, slotId, free } = await fullDoctor();
        await wait(doctorId);
        await free();
        const { token } = await openOffer(slotId);
        const anybody = await as(null);
        const codes = await Promise.all(
          [1, 2, 3].map(() => codeOf(anybody.waitlist.claim({ token, ...key() }))),
        );
        expect(codes.sort()).toEqual(["ok", "waitlist.offer_closed", "waitlist.offer_closed"]);
        expect(await takenOf(slotId)).toBe(1);
      }
    });

    it("between claim and expiry ends in one of them, and the next is asked only after an expiry", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { doctorId, slotId, free } = await fullDoctor();
        const [first, second] = [await wait(doctorId), await wait(doctorId)];
        await free();
        const { token, id } = await openOffer(slotId);
        const anybody = await as(null);
        const [code] = await Promise.all([
          codeOf(anybody.waitlist.claim({ token, ...key() })),
          runOut(slotId).then(() => Promise.all([advance(), advance()])),
        ]);
        const offers = await offersOf(slotId);
        if (code === "ok") expect(offers).toMatchObject([{ id, entry: first.id, status: "CLAIMED" }]);
        else {
          expect(code).toBe("waitlist.offer_closed");
          expect(offers).toMatchObject([
            { entry: first.id, status: "EXPIRED" },
            { entry: second.id, status: "OPEN" },
          ]);
        }
        expect(await takenOf(slotId)).toBe(1);
      }
    });

    it("between a claim and bookings by others gives the time to the claim alone", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { doctorId, slotId, free } = await fullDoctor();
        await wait(doctorId);
        await free();
        const { token } = await openOffer(slotId);
        const others = await Promise.all([1, 2].map(async () => as(await makePatient(world.sql))));
        const anybody = await as(null);
        const [claimed, ...refused] = await Promise.all([
          codeOf(anybody.waitlist.claim({ token, ...key() })),
          ...others.map((api) => codeOf(book(api, slotId))),
        ]);
        expect(claimed).toBe("ok");
        expect(refused).toEqual(["booking.slot_taken", "booking.slot_taken"]);
      }
    });

    it("of workers that find the same new slot offers it once, and to one", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { doctorId } = await fullDoctor();
        const [first] = [await wait(doctorId), await wait(doctorId)];
        const { slotId } = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(3_060) });
        await Promise.all([advance(), advance(), advance(), advance()]);
        expect(await offersOf(slotId)).toMatchObject([{ entry: first.id, status: "OPEN" }]);
        expect(await takenOf(slotId)).toBe(1);
      }
    });

    it("of two slots freed at once offers each to another, and nobody gets two", async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { doctorId, slotId, free } = await fullDoctor();
        const other = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(3_060) });
        const holder = await as(await makePatient(world.sql));
        const { id } = await book(holder, other.slotId);
        const [first, second] = [await wait(doctorId), await wait(doctorId)];
        await Promise.all([free(), holder.consultation.cancel({ id })]);
        await advance();
        await advance();
        const entries = [...(await offersOf(slotId)), ...(await offersOf(other.slotId))].map(
          ({ entry }) => entry,
        );
        expect(entries.sort()).toEqual([first.id, second.id].sort());
      }
    });
  });

  it("passes over who was offered another time at that instant, and fails nobody by it", async () => {
    const { doctorId } = await fullDoctor();
    const [first, second] = [await wait(doctorId), await wait(doctorId)];
    const slotAt = (minutes: number) => makeSlot(world.sql, { doctorId, startsAt: minutesAhead(minutes) });
    const [one, other] = [await slotAt(3_060), await slotAt(3_090)];
    const [rival, barrier] = [await world.sql.connect(), await world.sql.connect()];
    try {
      // The other time is being offered to who is first, which nobody can see yet.
      await rival.query("BEGIN");
      await rival.query("SELECT FROM waitlist_entries WHERE id = $1 FOR UPDATE", [first.id]);
      await rival.query(
        "INSERT INTO waitlist_offers (entry_id, slot_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
        [first.id, other.slotId],
      );
      // Meanwhile somebody looks who is next for this one, and is held up until that is done.
      await barrier.query("BEGIN");
      await barrier.query("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
      const offered = worker.query("SELECT offer_slot($1) AS made", [one.slotId]);
      await expect
        .poll(async () => {
          const { rows } = await world.sql.query(
            "SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND relation = 'users'::regclass",
          );
          return rows[0].waiting;
        })
        .toBe(1);
      await rival.query("COMMIT");
      await barrier.query("COMMIT");
      expect((await offered).rows).toEqual([{ made: 1 }]);
    } finally {
      rival.release();
      barrier.release();
    }
    expect(await openOffer(one.slotId)).toMatchObject({ entry: second.id });
  });

  it("refuses the claim of a time whose doctor's account was disabled since, and says so", async () => {
    const { doctorId, slotId, free, userId } = await fullDoctor();
    await wait(doctorId);
    await free();
    const { token } = await openOffer(slotId);
    await world.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [userId]);
    expect(await codeOf((await as(null)).waitlist.claim({ token, ...key() }))).toBe(
      "booking.doctor_not_bookable",
    );
    expect(await takenOf(slotId)).toBe(1);
  });

  it("ends with the dependant it is for, and a time held for them goes on", async () => {
    const { doctorId, slotId, free } = await fullDoctor();
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const dependantId = await makeDependant(world.sql, { patientId: patient.userId });
    await api.waitlist.join({ ...wish(doctorId), dependantId });
    const second = await wait(doctorId);
    await free();
    expect(await api.dependant.remove({ id: dependantId })).toEqual({ outcome: "deleted" });
    expect((await api.waitlist.list({})).items).toEqual([]);
    expect(await openOffer(slotId)).toMatchObject({ entry: second.id });
  });

  it("keeps the offer when the booking's own rules refuse the claim", async () => {
    const { doctorId, slotId, free } = await fullDoctor();
    const { api } = await wait(doctorId);
    await free();
    for (let more = 0; more < 3; more += 1) {
      const { doctorId: elsewhere } = await makeDoctor(world.sql);
      const slot = await makeSlot(world.sql, {
        doctorId: elsewhere,
        startsAt: minutesAhead(4_000 + more * 30),
      });
      await book(api, slot.slotId);
    }
    const { token } = await openOffer(slotId);
    expect(await codeOf((await as(null)).waitlist.claim({ token, ...key() }))).toBe("booking.too_many_holds");
    expect((await openOffer(slotId)).token).toBe(token);
    expect(await takenOf(slotId)).toBe(1);
  });
});
