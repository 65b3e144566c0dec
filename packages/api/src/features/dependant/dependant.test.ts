import { randomUUID } from "node:crypto";
import { MAX_DEPENDANTS } from "@amrutam/domain/dependant/relationship";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

type World = Awaited<ReturnType<typeof testContext>>;

const child = (more: object = {}) => ({
  idempotencyKey: randomUUID(),
  fullName: "Tara Nair",
  relationship: "CHILD" as const,
  gender: "FEMALE" as const,
  dateOfBirth: "2019-03-14",
  ...more,
});

describe("dependants", () => {
  let world: World;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const as = (person: Person) => world.callerAs(webRouter, person);
  const freeSlot = async (minutes = 60, doctor?: string) =>
    (
      await makeSlot(world.sql, {
        doctorId: doctor ?? (await makeDoctor(world.sql, { feeMinor: 0 })).doctorId,
        startsAt: minutesAhead(minutes),
      })
    ).slotId;
  const wish = (slotId: string, dependantId?: string) => ({
    slotId,
    dependantId,
    mode: "VIDEO" as const,
    reason: "Fever since yesterday",
    idempotencyKey: randomUUID(),
  });
  const exists = async (id: string) =>
    (await world.sql.query("SELECT archived_at FROM dependants WHERE id = $1", [id])).rows[0];

  it("are added once per key, changed, and removed without a trace while no visit names them", async () => {
    const person = await makePatient(world.sql);
    const { dependant } = await as(person);
    const input = child();
    const { id } = await dependant.create(input);
    expect(await dependant.create(input)).toEqual({ id });
    await dependant.update({ id, relationship: "OTHER", dateOfBirth: "2018-01-02" });
    expect(await dependant.list({})).toEqual({
      items: [
        { id, fullName: "Tara Nair", relationship: "OTHER", gender: "FEMALE", dateOfBirth: "2018-01-02" },
      ],
    });
    expect(await dependant.remove({ id })).toEqual({ outcome: "deleted" });
    expect(await exists(id)).toBeUndefined();
    const { rows } = await world.sql.query(
      "SELECT action FROM audit_events WHERE patient_id = $1 AND entity_type = 'dependant' ORDER BY occurred_at",
      [person.userId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "dependant.create",
      "dependant.update",
      "dependant.list",
      "dependant.remove",
    ]);
  });

  it("can't be born tomorrow, and aren't listed where the reading can't be noted", async () => {
    const { dependant } = await as(await makePatient(world.sql));
    expect(await codeOf(dependant.create(child({ dateOfBirth: "2150-01-01" })))).toBe(
      "user.birth_date_impossible",
    );
    const { id } = await dependant.create(child());
    expect(await codeOf(dependant.update({ id, dateOfBirth: "2150-01-01" }))).toBe(
      "user.birth_date_impossible",
    );
    await world.sql.query("REVOKE INSERT ON audit_events FROM amrutam_app");
    try {
      expect(await codeOf(dependant.list({}))).toBe("service.unavailable");
    } finally {
      await world.sql.query("GRANT INSERT ON audit_events TO amrutam_app");
    }
  });

  it("are at most twenty, however many are added at once", async () => {
    const person = await makePatient(world.sql);
    const { dependant } = await as(person);
    for (let n = 0; n < MAX_DEPENDANTS - 2; n += 1)
      await makeDependant(world.sql, { patientId: person.userId });
    const codes = await Promise.all(Array.from({ length: 6 }, () => codeOf(dependant.create(child()))));
    expect(codes.filter((code) => code === "ok")).toHaveLength(2);
    expect(new Set(codes)).toEqual(new Set(["ok", "dependant.too_many"]));
  });

  it("are nobody else's: neither to change, nor to remove, nor to book for", async () => {
    const [mine, theirs] = [await makePatient(world.sql), await makePatient(world.sql)];
    const foreign = await makeDependant(world.sql, { patientId: theirs.userId });
    const api = await as(mine);
    const slotId = await freeSlot();
    for (const id of [foreign, randomUUID()]) {
      expect(await codeOf(api.dependant.update({ id, fullName: "Mine" }))).toBe("not_found");
      expect(await codeOf(api.dependant.remove({ id }))).toBe("not_found");
      expect(await codeOf(api.consultation.book(wish(slotId, id)))).toBe("not_found");
    }
    expect((await api.dependant.list({})).items).toEqual([]);
    const forced = world.sql.query(
      `INSERT INTO consultations (slot_id, doctor_id, patient_id, dependant_id, starts_at, ends_at, status, mode, reason_sealed, fee_minor,
         consent_version, consent_locale, consent_at, confirmed_at)
       SELECT id, doctor_id, $2, $3, starts_at, ends_at, 'CONFIRMED', 'VIDEO', '\\x00', 0, 'test', 'en', now(), now() FROM slots WHERE id = $1`,
      [slotId, mine.userId, foreign],
    );
    await expect(forced).rejects.toMatchObject({
      code: "23503",
      constraint: "consultations_dependant_id_patient_id_fkey",
    });
  });

  it("are named on what is booked for them, to both sides, and on the prescription with their guardian", async () => {
    const person = await makePatient(world.sql, { fullName: "Meera Nair" });
    const patient = await as(person);
    const { id: dependantId } = await patient.dependant.create(child());
    const doctor = await makeDoctor(world.sql, { feeMinor: 0 });
    const { slotId, startsAt } = await makeSlot(world.sql, {
      doctorId: doctor.doctorId,
      startsAt: minutesAhead(5),
    });
    const { id } = await patient.consultation.book(wish(slotId, dependantId));
    const dependant = { id: dependantId, fullName: "Tara Nair", relationship: "CHILD" };
    const years = Number(startsAt.toISOString().slice(0, 4)) - 2019;
    expect((await patient.consultation.list({})).items).toMatchObject([{ id, dependant }]);
    expect(await patient.consultation.get({ id })).toMatchObject({ dependant, patientAge: null });

    const practice = await as(doctor);
    expect(await practice.consultation.get({ id })).toMatchObject({
      patient: { fullName: "Meera Nair" },
      dependant,
      patientGender: "FEMALE",
    });
    const age = (await practice.consultation.get({ id })).patientAge ?? 0;
    expect([years - 1, years]).toContain(age);
    const from = new Date(startsAt.getTime() - 1).toISOString();
    const to = new Date(startsAt.getTime() + 1).toISOString();
    const [day] = (await practice.availability.list({ from, to })).items;
    expect(day?.consultations).toMatchObject([
      { patientName: "Meera Nair", dependant: { fullName: "Tara Nair", relationship: "CHILD" } },
    ]);

    await practice.consultation.start({ id });
    const line = {
      genericName: "Paracetamol",
      strength: "120 mg/5 ml",
      form: "syrup",
      dose: "5 ml",
      frequency: "sos",
    };
    await practice.prescription.issue({
      consultationId: id,
      idempotencyKey: randomUUID(),
      patientAge: age,
      lines: [{ ...line, durationDays: 2 }],
    });
    // What is frozen stays as it was, also after the name is changed and the person removed.
    await patient.dependant.update({ id: dependantId, fullName: "Tara Menon" });
    expect(await patient.dependant.remove({ id: dependantId })).toEqual({ outcome: "archived" });
    const [issued] = (await patient.prescription.get({ consultationId: id })).items;
    expect(issued?.patient).toEqual({
      fullName: "Tara Nair",
      gender: "FEMALE",
      age,
      address: "",
      guardian: "Meera Nair",
    });
  });

  it("who are only archived are out of the list and can't be booked for; their visits stay", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    const { id } = await api.dependant.create(child());
    const visit = await api.consultation.book(wish(await freeSlot(), id));
    expect(await api.dependant.remove({ id })).toEqual({ outcome: "archived" });
    expect((await exists(id))?.archived_at).toBeInstanceOf(Date);
    expect((await api.dependant.list({})).items).toEqual([]);
    expect(await codeOf(api.consultation.book(wish(await freeSlot(200), id)))).toBe("not_found");
    expect(await codeOf(api.dependant.remove({ id }))).toBe("not_found");
    expect(await api.consultation.get({ id: visit.id })).toMatchObject({ dependant: { id } });
  });

  it("who are removed while they are booked for are either kept for the visit or not found by it", async () => {
    for (let round = 0; round < 12; round += 1) {
      const api = await as(await makePatient(world.sql));
      const { id } = await api.dependant.create(child());
      const slotId = await freeSlot();
      const [booked, removed] = await Promise.all([
        codeOf(api.consultation.book(wish(slotId, id))),
        api.dependant.remove({ id }),
      ]);
      const { rows } = await world.sql.query("SELECT dependant_id FROM consultations WHERE slot_id = $1", [
        slotId,
      ]);
      if (booked === "ok") expect(rows).toEqual([{ dependant_id: id }]);
      else expect({ booked, rows }).toEqual({ booked: "not_found", rows: [] });
      expect((await exists(id)) === undefined).toBe(removed.outcome === "deleted");
      if (removed.outcome === "deleted") expect(booked).toBe("not_found");
    }
  });

  it("can't be exchanged on a visit that is booked", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    const { id: dependantId } = await api.dependant.create(child());
    const { id } = await api.consultation.book(wish(await freeSlot(), dependantId));
    const change = world.sql.query("UPDATE consultations SET dependant_id = NULL WHERE id = $1", [id]);
    await expect(change).rejects.toMatchObject({ constraint: "consultations_fixed" });
  });

  it("open with no birth date but their own", async () => {
    const person = await makePatient(world.sql);
    const api = await as(person);
    await makeDependant(world.sql, { patientId: person.userId, dateOfBirth: "2001-01-01" });
    await makeDependant(world.sql, { patientId: person.userId, dateOfBirth: "2002-02-02" });
    await world.sql.query(
      "UPDATE dependants SET birth_date_sealed = (SELECT birth_date_sealed FROM dependants WHERE patient_id = $1 ORDER BY created_at LIMIT 1) WHERE patient_id = $1",
      [person.userId],
    );
    expect(await codeOf(api.dependant.list({}))).toBe("internal");
  });
});
