import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refused } from "../../errors";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;

const wish = (slotId: string, more: object = {}) => ({
  slotId,
  mode: "VIDEO" as const,
  reason: "Itching rash on both arms",
  idempotencyKey: randomUUID(),
  ...more,
});

describe("consultation.book", () => {
  let world: World;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(() => world.close());

  const patient = async (wishes = {}) => {
    const person = await makePatient(world.sql, wishes);
    return { person, api: await world.callerAs(consultationRouter, person) };
  };
  const slotAt = async (minutes: number, wishes = {}, doctorWishes = {}) =>
    makeSlot(world.sql, {
      doctorId: (await makeDoctor(world.sql, doctorWishes)).doctorId,
      startsAt: minutesAhead(minutes),
      ...wishes,
    });

  it("holds the slot for ten minutes, with payment, audit event, outbox event and sealed reason", async () => {
    const { api, person } = await patient();
    const { slotId } = await slotAt(60);
    const booked = await api.book(wish(slotId));
    expect(booked).toMatchObject({ status: "REQUESTED", slotId, fee: { minor: 50_000, currency: "INR" } });
    const held = Date.parse(booked.holdExpiresAt ?? "") - Date.now();
    expect(held).toBeGreaterThan(9 * 60_000);
    expect(held).toBeLessThanOrEqual(10 * 60_000);
    const { rows } = await world.sql.query(
      `SELECT (SELECT count(*)::int FROM payments WHERE consultation_id = $1 AND status = 'PENDING') AS payments,
        (SELECT count(*)::int FROM audit_events WHERE entity_id = $1 AND action = 'consultation.book' AND actor_id = $2) AS events,
        (SELECT count(*)::int FROM outbox_events WHERE aggregate_id = $1) AS told,
        (SELECT position('rash' IN encode(reason_sealed, 'escape')) FROM consultations WHERE id = $1) AS plain,
        (SELECT taken FROM slots WHERE id = $3) AS taken`,
      [booked.id, person.userId, slotId],
    );
    expect(rows[0]).toEqual({ payments: 1, events: 1, told: 1, plain: 0, taken: 1 });
    expect((await api.get({ id: booked.id })).reason).toBe("Itching rash on both arms");
  });

  it("confirms a free visit at once and makes no payment", async () => {
    const { api } = await patient();
    const { slotId } = await slotAt(60, {}, { feeMinor: 0 });
    const booked = await api.book(wish(slotId));
    expect(booked).toMatchObject({ status: "CONFIRMED", holdExpiresAt: null });
    const { rows } = await world.sql.query("SELECT FROM payments WHERE consultation_id = $1", [booked.id]);
    expect(rows).toHaveLength(0);
  });

  it("gives one of many racing patients the slot, and the others its nearest alternatives", async () => {
    const { slotId, doctorId } = await slotAt(120);
    const near = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(150) });
    const racers = await Promise.all(Array.from({ length: 20 }, () => patient()));
    const ends = await Promise.allSettled(racers.map(({ api }) => api.book(wish(slotId))));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
    for (const end of ends) {
      if (end.status === "fulfilled") continue;
      expect(end.reason).toBeInstanceOf(Refused);
      expect(end.reason.refusal).toBe("booking.slot_taken");
      expect(end.reason.details.alternatives[0]).toMatchObject({ id: near.slotId });
    }
  });

  it("answers one key twenty times in parallel with one consultation", async () => {
    const { api, person } = await patient();
    const { slotId } = await slotAt(180);
    const request = wish(slotId);
    const ends = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.book(request).then(
          (booked) => booked.id,
          (error) => error.message,
        ),
      ),
    );
    const ids = new Set(ends.filter((end) => end !== "idempotency.in_flight"));
    expect(ids.size).toBe(1);
    expect((await api.book(request)).id).toBe([...ids][0]);
    const { rows } = await world.sql.query("SELECT FROM consultations WHERE patient_id = $1", [
      person.userId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it("refuses the same key with another input", async () => {
    const { api } = await patient();
    const { slotId } = await slotAt(240);
    const request = wish(slotId);
    await api.book(request);
    expect(await codeOf(api.book({ ...request, reason: "something else" }))).toBe("idempotency.key_reused");
  });

  it("knows a key by its owner, and only for a day", async () => {
    const [first, second] = [await patient(), await patient()];
    const request = wish((await slotAt(700)).slotId);
    const booked = await first.api.book(request);
    expect(await codeOf(second.api.book(request))).toBe("booking.slot_taken");
    await first.api.cancel({ id: booked.id });
    expect(await first.api.book(request)).toEqual(booked);
    await world.sql.query("UPDATE idempotency_records SET expires_at = now() WHERE key = $1", [
      request.idempotencyKey,
    ]);
    expect((await first.api.book(request)).id).not.toBe(booked.id);
  });

  it("keeps one patient from being in two places, and from hoarding", async () => {
    const { api } = await patient();
    await api.book(wish((await slotAt(300)).slotId));
    expect(await codeOf(api.book(wish((await slotAt(310)).slotId)))).toBe("booking.patient_overlap");
    await api.book(wish((await slotAt(400)).slotId));
    await api.book(wish((await slotAt(500)).slotId));
    expect(await codeOf(api.book(wish((await slotAt(600)).slotId)))).toBe("booking.too_many_holds");
  });

  it("clears a hold that ran out from its way, without waiting for the worker", async () => {
    const first = await patient();
    const { slotId } = await slotAt(60);
    const lost = await first.api.book(wish(slotId));
    await world.sql.query(
      "UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1",
      [lost.id],
    );
    const second = await patient();
    const booked = await second.api.book(wish(slotId));
    expect(booked.slotId).toBe(slotId);
    expect((await first.api.get({ id: lost.id })).status).toBe("EXPIRED");
  });

  it.each([
    ["not_found", () => Promise.resolve({ slotId: randomUUID() }), {}],
    ["booking.slot_past", () => slotAt(-30), {}],
    ["booking.slot_not_open", () => slotAt(60, { status: "BLOCKED" }), {}],
    ["booking.mode_not_offered", () => slotAt(60, { modes: ["CHAT"] }), {}],
    ["booking.doctor_not_bookable", () => slotAt(60, {}, { approval: "PENDING" }), {}],
    ["booking.doctor_not_bookable", () => slotAt(60, {}, { status: "DISABLED" }), {}],
    ["booking.too_soon", () => slotAt(60, {}, { minNoticeMin: 120 }), {}],
    ["auth.email_unverified", () => slotAt(60), { isVerified: false }],
  ])("refuses with %s and writes nothing", async (code, slot, wishes) => {
    const { api, person } = await patient(wishes);
    const { slotId } = await slot();
    expect(await codeOf(api.book(wish(slotId)))).toBe(code);
    const { rows } = await world.sql.query("SELECT FROM consultations WHERE patient_id = $1", [
      person.userId,
    ]);
    expect(rows).toHaveLength(0);
  });
});
