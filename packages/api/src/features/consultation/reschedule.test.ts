import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { paymentRouter } from "../payment/router";
import { consultationRouter } from "./router";

const clinic = router({ consultation: consultationRouter, payment: paymentRouter });

describe("moving a visit", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  /** A paid visit at `minutes`, and open slots of the same doctor at the others. */
  const stage = async (minutes: number, ...others: number[]) => {
    const { sql } = world;
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const slotAt = async (ahead: number) =>
      (await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead) })).slotId;
    const slotId = await slotAt(minutes);
    const free: string[] = [];
    for (const ahead of others) free.push(await slotAt(ahead));
    const asPatient = await world.callerAs(clinic, patient);
    const { id } = await asPatient.consultation.book({
      slotId,
      mode: "VIDEO",
      reason: "cough",
      idempotencyKey: randomUUID(),
    });
    await asPatient.payment.initiate({ consultationId: id, idempotencyKey: randomUUID() });
    const asDoctor = await world.callerAs(clinic, doctor);
    return { doctor, patient, slotId, free, id, asPatient, asDoctor, slotAt };
  };
  const move = (id: string, slotId: string | undefined, idempotencyKey: string = randomUUID()) => ({
    id,
    slotId: slotId ?? "",
    idempotencyKey,
  });
  const takenOf = async (ids: (string | undefined)[]) => {
    const { rows } = await world.sql.query<{ id: string; taken: number }>(
      "SELECT id, taken FROM slots WHERE id = ANY ($1)",
      [ids],
    );
    return ids.map((id) => rows.find((row) => row.id === id)?.taken);
  };

  it("keeps the visit, gives the old time back and tells of it once", async () => {
    const { id, slotId, free, asPatient } = await stage(600, 700);
    const key = randomUUID();
    const moved = await asPatient.consultation.reschedule(move(id, free[0], key));
    expect(moved).toMatchObject({ id, status: "CONFIRMED", slotId: free[0] });
    expect(await asPatient.consultation.reschedule(move(id, free[0], key))).toEqual(moved);
    expect(await codeOf(asPatient.consultation.reschedule(move(id, slotId, key)))).toBe(
      "idempotency.key_reused",
    );
    expect(await takenOf([slotId, free[0]])).toEqual([0, 1]);
    expect(await asPatient.consultation.get({ id })).toMatchObject({
      startsAt: moved.startsAt,
      moved: { by: "PATIENT" },
      payment: { status: "SUCCEEDED", refunded: { minor: 0 } },
    });
    const told = await world.sql.query(
      "SELECT FROM outbox_events WHERE aggregate_id = $1 AND kind = 'consultation.rescheduled'",
      [id],
    );
    const audited = await world.sql.query(
      "SELECT FROM audit_events WHERE entity_id = $1 AND action = 'consultation.reschedule'",
      [id],
    );
    expect([told.rowCount, audited.rowCount]).toEqual([1, 1]);
  });

  it("refuses with a code, and leaves the visit where it was", async () => {
    const { sql } = world;
    const { id, slotId, free, patient, asPatient, asDoctor, doctor } = await stage(600, 700, 800, 900);
    const foreign = await stage(600, 720);
    const rival = await world.callerAs(clinic, await makePatient(sql));
    await rival.consultation.book({
      slotId: free[0] ?? "",
      mode: "VIDEO",
      reason: "fever",
      idempotencyKey: randomUUID(),
    });
    await sql.query("UPDATE slots SET status = 'BLOCKED' WHERE id = $1", [free[1]]);
    await sql.query("UPDATE slots SET modes = '{CHAT}' WHERE id = $1", [free[2]]);
    const elsewhere = await makeDoctor(sql);
    const busy = await makeSlot(sql, { doctorId: elsewhere.doctorId, startsAt: minutesAhead(1_000) });
    await asPatient.consultation.book({
      slotId: busy.slotId,
      mode: "VIDEO",
      reason: "skin",
      idempotencyKey: randomUUID(),
    });
    const overlap = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(1_005) });
    const past = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(-60) });
    const soon = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(30) });
    await sql.query("UPDATE doctors SET min_notice_min = 120 WHERE id = $1", [doctor.doctorId]);
    const codes: Record<string, string | undefined> = {
      "booking.slot_taken": free[0],
      "booking.slot_not_open": free[1],
      "booking.mode_not_offered": free[2],
      "booking.patient_overlap": overlap.slotId,
      "booking.slot_past": past.slotId,
      "booking.too_soon": soon.slotId,
      "consultation.same_time": slotId,
      not_found: foreign.free[0],
    };
    for (const [code, target] of Object.entries(codes))
      expect(await codeOf(asPatient.consultation.reschedule(move(id, target)))).toBe(code);
    expect(await codeOf(asPatient.consultation.reschedule(move(id, randomUUID())))).toBe("not_found");
    expect(await codeOf(asPatient.consultation.reschedule(move(foreign.id, free[0])))).toBe("not_found");
    expect(await takenOf([slotId])).toEqual([1]);
    // What else the patient does is nothing to the doctor.
    expect(await codeOf(asDoctor.consultation.reschedule(move(id, overlap.slotId)))).toBe(
      "consultation.patient_busy",
    );
    // Notice binds patients; the doctor knows when there is time.
    expect(await codeOf(asDoctor.consultation.reschedule(move(id, soon.slotId)))).toBe("ok");
    const { rows } = await sql.query("SELECT moved_by FROM consultations WHERE patient_id = $1 AND id = $2", [
      patient.userId,
      id,
    ]);
    expect(rows).toEqual([{ moved_by: "DOCTOR" }]);
  });

  it("stays possible within a day that is full, which is as full afterwards", async () => {
    const { sql } = world;
    const { id, slotId, doctor, asPatient, asDoctor, slotAt } = await stage(3_000);
    await sql.query("UPDATE doctors SET daily_cap = 1, timezone = 'UTC' WHERE id = $1", [doctor.doctorId]);
    const dayAt = async (hours: number) => {
      const { rows } = await sql.query<{ minutes: number }>(
        `SELECT (extract(epoch FROM date_trunc('day', starts_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + make_interval(hours => $2)
           - date_trunc('minute', now())) / 60)::int AS minutes FROM slots WHERE id = $1`,
        [slotId, hours],
      );
      return slotAt(rows[0]?.minutes ?? 0);
    };
    const own = (
      await sql.query(
        "SELECT extract(hour FROM starts_at AT TIME ZONE 'UTC')::int AS hour FROM slots WHERE id = $1",
        [slotId],
      )
    ).rows[0].hour;
    const [later, other, tomorrow] = [
      await dayAt((own + 6) % 24),
      await dayAt((own + 12) % 24),
      await dayAt(24 + own),
    ];
    const rival = await world.callerAs(clinic, await makePatient(sql));
    await rival.consultation.book({
      slotId: tomorrow,
      mode: "VIDEO",
      reason: "fever",
      idempotencyKey: randomUUID(),
    });
    const nextDay = await dayAt(24 + ((own + 6) % 24));
    await sql.query("SELECT close_full_days($1, now(), now() + interval '9 days')", [doctor.doctorId]);
    const states = async () =>
      (
        await sql.query<{ id: string; state: string }>(
          "SELECT id, CASE WHEN capped THEN 'FULL' ELSE status::text END AS state FROM slots WHERE doctor_id = $1",
          [doctor.doctorId],
        )
      ).rows;
    const stateOf = async (slot: string) => (await states()).find((row) => row.id === slot)?.state;
    expect(await Promise.all([later, other, nextDay].map(stateOf))).toEqual(["FULL", "FULL", "FULL"]);
    const listed = async () => (await asPatient.consultation.get({ id })).fullDayTimes.map((time) => time.id);
    expect((await listed()).toSorted()).toEqual([later, other].toSorted());
    expect((await asDoctor.consultation.get({ id })).fullDayTimes).toEqual([]);
    expect(await codeOf(rival.consultation.get({ id }))).toBe("not_found");
    expect(await codeOf(asPatient.consultation.reschedule(move(id, nextDay)))).toBe("booking.slot_not_open");
    expect(await codeOf(asPatient.consultation.reschedule(move(id, later)))).toBe("ok");
    expect(await Promise.all([later, slotId, other].map(stateOf))).toEqual(["OPEN", "FULL", "FULL"]);
    expect((await listed()).toSorted()).toEqual([slotId, other].toSorted());
    expect(await takenOf([later, slotId])).toEqual([1, 0]);
  });

  it("is no way around the refund rule, and a time the doctor chose costs the patient nothing", async () => {
    const late = await stage(110, 700);
    expect(await codeOf(late.asPatient.consultation.reschedule(move(late.id, late.free[0])))).toBe(
      "consultation.too_late",
    );
    const moved = await stage(600, 60);
    await moved.asDoctor.consultation.reschedule(move(moved.id, moved.free[0]));
    expect(await moved.asPatient.consultation.cancel({ id: moved.id })).toMatchObject({
      refund: { minor: 50_000 },
    });
  });

  it("can be done three times by the patient", async () => {
    const { id, slotId, free, asPatient } = await stage(600, 700);
    for (const target of [free[0], slotId, free[0]])
      await asPatient.consultation.reschedule(move(id, target));
    expect((await asPatient.consultation.get({ id })).movableUntil).toBeNull();
    expect(await codeOf(asPatient.consultation.reschedule(move(id, slotId)))).toBe(
      "consultation.moved_too_often",
    );
  });

  it("moves once when two tabs choose at the same moment, and every seat is counted", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, slotId, free, asPatient } = await stage(600, 700, 800);
      const codes = await Promise.all(
        free.map((target) => codeOf(asPatient.consultation.reschedule(move(id, target)))),
      );
      // Each is a move of its own: the second finds the visit at the first one's time and moves it on.
      expect(codes).toEqual(["ok", "ok"]);
      const taken = await takenOf([slotId, ...free]);
      expect(taken.reduce((sum = 0, seats = 0) => sum + seats, 0)).toBe(1);
      expect(taken[0]).toBe(0);
    }
  });

  it("and another's booking of the new time: one has it, the other keeps what it had", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, slotId, free, asPatient } = await stage(600, 700);
      const rival = await world.callerAs(clinic, await makePatient(world.sql));
      const booking = {
        slotId: free[0] ?? "",
        mode: "VIDEO" as const,
        reason: "fever",
        idempotencyKey: randomUUID(),
      };
      const [moved, booked] = await Promise.all([
        codeOf(asPatient.consultation.reschedule(move(id, free[0]))),
        codeOf(rival.consultation.book(booking)),
      ]);
      expect([moved, booked].sort()).toEqual(["booking.slot_taken", "ok"]);
      expect(await takenOf([slotId, free[0]])).toEqual(moved === "ok" ? [0, 1] : [1, 1]);
    }
  });

  it("and a cancellation at the same moment: the visit ends cancelled and no seat stays taken", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, slotId, free, asPatient } = await stage(600, 700);
      const [cancelled, moved] = await Promise.all([
        codeOf(asPatient.consultation.cancel({ id })),
        codeOf(asPatient.consultation.reschedule(move(id, free[0]))),
      ]);
      expect(cancelled).toBe("ok");
      expect(["ok", "consultation.illegal_transition"]).toContain(moved);
      expect(await takenOf([slotId, free[0]])).toEqual([0, 0]);
    }
  });

  it("crosswise, two visits swapping times never deadlock", async () => {
    for (let round = 0; round < 6; round += 1) {
      const first = await stage(600, 700);
      const other = await world.callerAs(clinic, await makePatient(world.sql));
      const second = await other.consultation.book({
        slotId: first.free[0] ?? "",
        mode: "VIDEO",
        reason: "fever",
        idempotencyKey: randomUUID(),
      });
      await other.payment.initiate({ consultationId: second.id, idempotencyKey: randomUUID() });
      const codes = await Promise.all([
        codeOf(first.asPatient.consultation.reschedule(move(first.id, first.free[0]))),
        codeOf(other.consultation.reschedule(move(second.id, first.slotId))),
      ]);
      expect(codes).toEqual(["booking.slot_taken", "booking.slot_taken"]);
    }
  });

  it("can't be done by hand past the schema: not without a word in the log, not to another doctor", async () => {
    const { id, free } = await stage(600, 700);
    const foreign = await stage(600, 720);
    const pool = world.deps.db.pool;
    const set = "UPDATE consultations c SET slot_id = s.id, starts_at = s.starts_at, ends_at = s.ends_at";
    await expect(
      pool.query(`${set} FROM slots s WHERE s.id = $2 AND c.id = $1`, [id, free[0]]),
    ).rejects.toThrow(/without an audit event/);
    await expect(
      pool.query(`${set}, doctor_id = s.doctor_id FROM slots s WHERE s.id = $2 AND c.id = $1`, [
        id,
        foreign.free[0],
      ]),
    ).rejects.toThrow(/are fixed/);
  });
});
