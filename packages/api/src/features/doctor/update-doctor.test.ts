import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { doctorRouter } from "./router";

describe("doctor.update", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    api = await testContext();
  });
  afterAll(() => api.close());

  const as = (doctor: Doctor) => api.callerAs(doctorRouter, doctor);
  const rows = async (text: string, ...values: unknown[]) => (await api.sql.query(text, values)).rows;
  const traces = async (id: string) =>
    (
      await rows(
        `SELECT (SELECT count(*)::int FROM audit_events WHERE entity_id = $1 AND action = 'doctor.update') AS noted,
          (SELECT count(*)::int FROM outbox_events WHERE aggregate_id = $1 AND kind = 'doctor.registration_changed') AS told,
          (SELECT count(*)::int FROM past_registrations WHERE doctor_id = $1) AS past`,
        id,
      )
    )[0];

  it("changes what is named, raises the revision and leaves the rest and the approval alone", async () => {
    const doctor = await makeDoctor(api.sql);
    const before = await (await as(doctor)).mine({});
    const named = {
      bio: "Twelve years in Mysuru.",
      clinicName: "Rao Clinic",
      clinicAddress: "7 Quince Lane\nMysuru",
      clinicPhone: "+91 821 242 0000",
      practisingSince: 2001,
      gender: "OTHER" as const,
      languages: ["kn", "en", "kn"] as ("kn" | "en")[],
      fee: { minor: 65_000, currency: "INR" as const },
    };
    const saved = await (await as(doctor)).update({ revision: before.revision, ...named });
    expect(saved).toEqual({
      ...before,
      ...named,
      clinicPhone: "+918212420000",
      languages: ["kn", "en"],
      experienceYears: new Date().getUTCFullYear() - 2001,
      revision: before.revision + 1,
    });
    expect(await (await as(doctor)).mine({})).toEqual(saved);
    expect((await (await api.callerAs(doctorRouter, null)).get({ id: doctor.doctorId })).clinicPhone).toBe(
      "+918212420000",
    );
    expect(await traces(doctor.doctorId)).toEqual({ noted: 1, told: 0, past: 0 });
    const cleared = await (await as(doctor)).update({ revision: saved.revision, clinicPhone: "", bio: "" });
    expect(cleared).toMatchObject({ clinicPhone: "", bio: "", clinicName: "Rao Clinic" });
  });

  it.each([
    ["specialization", { specialization: "cardiology" }],
    ["qualification", { qualification: "MBBS" }],
    ["council", { council: "DMC" }],
    ["number", { registrationNumber: " chg / 99 " }],
  ] as const)("sends a changed %s back to approval and keeps what stood before", async (_what, change) => {
    const doctor = await makeDoctor(api.sql);
    const saved = await (await as(doctor)).update({ revision: 1, ...change });
    expect(saved).toMatchObject({ approval: "PENDING", approvalReason: null, revision: 2 });
    if ("registrationNumber" in change) expect(saved.registrationNumber).toBe("CHG/99");
    const open = await api.callerAs(doctorRouter, null);
    expect(await codeOf(open.get({ id: doctor.doctorId }))).toBe("not_found");
    expect(await traces(doctor.doctorId)).toEqual({ noted: 1, told: 1, past: 1 });
    const [past] = await rows(
      "SELECT full_name, council, approval FROM past_registrations WHERE doctor_id = $1",
      doctor.doctorId,
    );
    expect(past).toEqual({ full_name: "Dr. Asha Rao", council: "KMC", approval: "APPROVED" });
  });

  it("takes the same registration in other spelling for the same", async () => {
    const doctor = await makeDoctor(api.sql, { registrationNumber: "KMC/12" });
    const saved = await (await as(doctor)).update({
      revision: 1,
      registrationNumber: "kmc / 12",
      council: "KMC",
    });
    expect(saved.approval).toBe("APPROVED");
    expect(await traces(doctor.doctorId)).toMatchObject({ told: 0, past: 0 });
  });

  it("keeps booked visits and what they cost, whatever fee or registration becomes", async () => {
    const doctor = await makeDoctor(api.sql, { feeMinor: 50_000 });
    const slot = await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(600) });
    const patient = await makePatient(api.sql);
    const visit = await makeConsultation(api.sql, { slotId: slot.slotId, patientId: patient.userId });
    const read = () => rows("SELECT * FROM consultations WHERE slot_id = $1", slot.slotId);
    const before = await read();
    await (await as(doctor)).update({
      revision: 1,
      fee: { minor: 90_000, currency: "INR" },
      registrationNumber: "NEW-1",
    });
    expect(await read()).toEqual(before);
    expect(visit).toBeDefined();
    expect(before[0]).toMatchObject({ status: "CONFIRMED" });
  });

  it("answers a rejection by a corrected registration, and leaves a suspension where it is", async () => {
    const rejected = await makeDoctor(api.sql, { approval: "REJECTED" });
    const corrected = await (await as(rejected)).update({ revision: 1, registrationNumber: "RIGHT-1" });
    expect(corrected.approval).toBe("PENDING");
    const suspended = await makeDoctor(api.sql, { approval: "SUSPENDED" });
    const caller = await as(suspended);
    expect(await codeOf(caller.update({ revision: 1, council: "DMC" }))).toBe("doctor.registration_fixed");
    expect(await caller.update({ revision: 1, bio: "Still here." })).toMatchObject({
      approval: "SUSPENDED",
      bio: "Still here.",
    });
    const bypass = api.sql.query("UPDATE doctors SET council = 'DMC' WHERE id = $1", [suspended.doctorId]);
    await expect(bypass).rejects.toMatchObject({ constraint: "doctors_registration_fixed" });
  });

  it("lets no statement change a registration and keep the approval", async () => {
    const { doctorId } = await makeDoctor(api.sql);
    await api.sql.query(
      "UPDATE doctors SET qualification = 'MBBS, FRCP', approval = 'APPROVED' WHERE id = $1",
      [doctorId],
    );
    expect(await rows("SELECT approval, decided_at FROM doctors WHERE id = $1", doctorId)).toEqual([
      { approval: "PENDING", decided_at: null },
    ]);
    const forget = api.sql.query("DELETE FROM past_registrations WHERE doctor_id = $1", [doctorId]);
    await expect(forget).rejects.toMatchObject({ code: "42501" });
  });

  it("lets one of two tabs save and tells the other, who loses nothing of what is kept", async () => {
    const doctor = await makeDoctor(api.sql);
    const tabs = await Promise.all([as(doctor), as(doctor)]);
    const codes = await Promise.all(
      tabs.map((tab, index) => codeOf(tab.update({ revision: 1, bio: `Tab ${index}` }))),
    );
    expect(codes.toSorted()).toEqual(["doctor.changed_meanwhile", "ok"]);
    expect((await (await as(doctor)).mine({})).revision).toBe(2);
    expect(await traces(doctor.doctorId)).toMatchObject({ noted: 1 });
  });

  it("refuses a number that another account has with the council, of two who race for it too", async () => {
    await makeDoctor(api.sql, { registrationNumber: "TAKEN-1" });
    const racers = [await makeDoctor(api.sql), await makeDoctor(api.sql)];
    const callers = await Promise.all(racers.map(as));
    expect(
      await codeOf(callers[0]?.update({ revision: 1, registrationNumber: "taken-1" }) ?? Promise.resolve()),
    ).toBe("doctor.registration_taken");
    const codes = await Promise.all(
      callers.map((caller) => codeOf(caller.update({ revision: 1, registrationNumber: "RACED-1" }))),
    );
    expect(codes.toSorted()).toEqual(["doctor.registration_taken", "ok"]);
  });

  it("takes no way of visit away that hours or free times still offer", async () => {
    const doctor = await makeDoctor(api.sql);
    const { slotId } = await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(900) });
    await api.sql.query("UPDATE slots SET modes = '{VIDEO,CHAT}' WHERE id = $1", [slotId]);
    const caller = await as(doctor);
    expect(await codeOf(caller.update({ revision: 1, modes: ["VIDEO"] }))).toBe("doctor.mode_in_hours");
    expect((await caller.update({ revision: 1, modes: ["VIDEO", "CHAT"] })).modes).toEqual(["VIDEO", "CHAT"]);
    await api.sql.query(
      "INSERT INTO weekly_hours (doctor_id, weekday, start_min, end_min, modes) VALUES ($1, 1, 540, 600, '{CHAT}')",
      [doctor.doctorId],
    );
    await api.sql.query("UPDATE slots SET modes = '{VIDEO}' WHERE id = $1", [slotId]);
    expect(await codeOf(caller.update({ revision: 2, modes: ["VIDEO"] }))).toBe("doctor.mode_in_hours");
  });

  it.each([
    ["a council of another system", { council: "NCISM" }],
    ["a specialization the council doesn't register", { specialization: "panchakarma" }],
    ["a year to come", { practisingSince: new Date().getUTCFullYear() + 1 }],
    ["no way of visit", { modes: [] }],
    ["a fee below nothing", { fee: { minor: -1, currency: "INR" } }],
    ["a clinic's number that is none", { clinicPhone: "call me" }],
    ["what only an admin may set", { approval: "APPROVED" }],
    ["what only patients make", { ratingSum: 500 }],
  ])("refuses %s and writes nothing", async (_what, change) => {
    const doctor = await makeDoctor(api.sql);
    const before = await rows("SELECT * FROM doctors WHERE id = $1", doctor.doctorId);
    expect(await codeOf((await as(doctor)).update({ revision: 1, ...change } as { revision: number }))).toBe(
      "input.invalid",
    );
    expect(await rows("SELECT * FROM doctors WHERE id = $1", doctor.doctorId)).toEqual(before);
    expect(await traces(doctor.doctorId)).toEqual({ noted: 0, told: 0, past: 0 });
  });
});
