import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

describe("the next visit", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  beforeAll(async () => {
    world = await testContext();
    doctor = await makeDoctor(world.sql);
  });
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const as = (person: Person) => world.callerAs(webRouter, person);
  let minutes = 200;
  const slot = (ahead: number, lengthMin = 20) =>
    makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead), lengthMin });
  const free = () => {
    minutes += 30;
    return slot(minutes);
  };
  const visit = async (patient: Person, ahead: number, status?: "CANCELLED" | "IN_PROGRESS") =>
    makeConsultation(world.sql, {
      slotId: (await slot(ahead)).slotId,
      patientId: patient.userId,
      ...(status ? { status } : {}),
    });

  it("is the first that still takes place, not a cancelled one and not one that is over", async () => {
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    expect(await api.consultation.next({})).toEqual({ visit: null });
    await visit(patient, -60);
    await visit(patient, 40, "CANCELLED");
    const later = await visit(patient, 120);
    const sooner = await visit(patient, 80);
    expect((await api.consultation.next({})).visit).toMatchObject({ id: sooner, delayMin: null });
    await api.consultation.cancel({ id: sooner });
    expect((await api.consultation.next({})).visit?.id).toBe(later);
    expect((await (await as(await makePatient(world.sql))).consultation.next({})).visit).toBeNull();
    expect(await codeOf((await as(doctor)).consultation.next({}))).toBe("auth.forbidden");
  });

  it("says what was paid, what would come back and until when it moves, as the visit itself does", async () => {
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const { slotId } = await free();
    const { id } = await api.consultation.book({
      slotId,
      mode: "AUDIO",
      reason: "cough",
      idempotencyKey: randomUUID(),
    });
    expect((await api.consultation.next({})).visit).toMatchObject({
      id,
      status: "REQUESTED",
      isPaid: false,
      movableUntil: null,
    });
    await api.payment.initiate({ consultationId: id, idempotencyKey: randomUUID() });
    const { visit: next } = await api.consultation.next({});
    const detail = await api.consultation.get({ id });
    expect(next).toMatchObject({ id, status: "CONFIRMED", isPaid: true });
    expect(next?.refundIfCancelledNow).toEqual(detail.refundIfCancelledNow);
    expect(next?.movableUntil).toBe(detail.movableUntil);
    expect(next?.movableUntil).not.toBeNull();
    expect(next).not.toHaveProperty("reason");
  });

  it("tells of the doctor's newest word about its start, and is waited for that long", async () => {
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const id = await visit(patient, -25);
    const late = (by: number) =>
      world.sql.query(
        "INSERT INTO visit_delays (consultation_id, minutes, starts_at, created_at) SELECT id, $2, starts_at, clock_timestamp() FROM consultations WHERE id = $1",
        [id, by],
      );
    expect((await api.consultation.next({})).visit).toBeNull();
    await late(15);
    await late(30);
    expect((await api.consultation.next({})).visit).toMatchObject({ id, delayMin: 30 });
    expect((await api.consultation.list({})).items).toMatchObject([{ id, delayMin: 30 }]);
    // A word about another start says nothing of this one.
    await world.sql.query(
      "UPDATE visit_delays SET starts_at = starts_at - interval '1 day' WHERE consultation_id = $1",
      [id],
    );
    expect((await api.consultation.list({})).items).toMatchObject([{ id, delayMin: null }]);
  });

  it("is the one under way as long as it is", async () => {
    const patient = await makePatient(world.sql);
    const id = await visit(patient, -90, "IN_PROGRESS");
    await visit(patient, 600);
    expect((await (await as(patient)).consultation.next({})).visit).toMatchObject({
      id,
      refundIfCancelledNow: null,
    });
  });
});
