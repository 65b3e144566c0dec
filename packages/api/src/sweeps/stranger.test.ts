import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POLICIES } from "../policy";
import { createCallerFactory } from "../procedure";
import { codeOf, contextOf, testContext } from "../testing-context";
import { webRouter } from "../web-router";
import { fieldNames, walkRouter } from "./walk-router";

/** The rest of each input that takes an id; `id` stands where the id goes. `slotId` is of an open slot, which is everybody's to book. */
const INPUTS: Record<string, (id: string, slotId: string) => object> = {
  "consultation.book": (dependantId, slotId) => ({
    slotId,
    dependantId,
    mode: "VIDEO",
    reason: "for somebody else's child",
    idempotencyKey: randomUUID(),
  }),
  "dependant.update": (id) => ({ id, fullName: "Not Mine" }),
  "dependant.remove": (id) => ({ id }),
  "consultation.get": (id) => ({ id }),
  "consultation.history": (id) => ({ id }),
  "consultation.cancel": (id) => ({ id }),
  "consultation.reschedule": (id, slotId) => ({ id, slotId, idempotencyKey: randomUUID() }),
  "consultation.extendHold": (id) => ({ id }),
  "consultation.start": (id) => ({ id }),
  "consultation.complete": (id) => ({ id }),
  "consultation.miss": (id) => ({ id }),
  "consultation.note": (id) => ({ id, body: "not mine", revision: 0 }),
  "payment.initiate": (consultationId) => ({ consultationId, idempotencyKey: randomUUID() }),
  "payment.get": (consultationId) => ({ consultationId }),
  "prescription.issue": (consultationId) => ({
    consultationId,
    idempotencyKey: randomUUID(),
    patientAge: 30,
    lines: [
      {
        genericName: "Cetirizine",
        strength: "10 mg",
        form: "tablet",
        dose: "1",
        frequency: "once a day",
        durationDays: 3,
      },
    ],
  }),
  "prescription.get": (consultationId) => ({ consultationId }),
  "prescription.pdf": (id) => ({ id }),
  "waitlist.join": (dependantId) => ({
    specialization: "cardiology",
    dependantId,
    fromDate: minutesAhead(0).toISOString().slice(0, 10),
    toDate: minutesAhead(3 * 24 * 60)
      .toISOString()
      .slice(0, 10),
    timezone: "Asia/Kolkata",
    mode: "VIDEO",
    reason: "for somebody else's child",
    idempotencyKey: randomUUID(),
  }),
  "rating.own": (consultationId) => ({ consultationId }),
  "rating.give": (consultationId) => ({ consultationId, stars: 1, idempotencyKey: randomUUID() }),
  "rating.update": (consultationId) => ({ consultationId, stars: 1 }),
  "rating.withdraw": (consultationId) => ({ consultationId }),
  "calendar.visit": (id) => ({ id }),
  "waitlist.leave": (id) => ({ id }),
  "session.revoke": (id) => ({ id }),
  "factor.renamePasskey": (id) => ({ id, name: "Not mine" }),
  "factor.removePasskey": (id) => ({ id }),
  "availability.block": (id) => ({ id, status: "BLOCKED" }),
  "availability.remove": (id) => ({ id }),
  "availability.move": (slotId) => ({ slotId, startsAt: minutesAhead(300).toISOString() }),
};
/** Their ids are of credentials and challenges, never of a record; features/factor proves what a stranger's are worth. */
const PROOFS = ["auth.stepUp", "factor.addPasskey"];
const needsOwner = walkRouter(webRouter).filter(({ path, inputs }) => {
  const isPublic = POLICIES[path as keyof typeof POLICIES].roles === "PUBLIC";
  const takesId = inputs
    .flatMap(fieldNames)
    .some((name) => name === "id" || (name.endsWith("Id") && !path.startsWith("auth.")));
  return takesId && !isPublic && !PROOFS.includes(path);
});

describe("another person's record", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  const ids: Record<string, string> = {};
  const strangers: Person[] = [];
  beforeAll(async () => {
    world = await testContext();
    const { sql } = world;
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(5) });
    const free = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(90) });
    ids.consultation = await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId });
    ids.slot = free.slotId;
    ids.dependant = await makeDependant(sql, { patientId: patient.userId });
    ids.session = (await contextOf(world.deps, patient)).session?.sessionId ?? "";
    await sql.query(
      "INSERT INTO payments (consultation_id, provider, amount_minor) VALUES ($1, 'local', 50000)",
      [ids.consultation],
    );
    const { rows } = await sql.query<{ id: string }>(
      `INSERT INTO prescriptions (consultation_id, content_sealed, issued_at, issued_by) VALUES ($1, '\\x00', now(), $2) RETURNING id`,
      [ids.consultation, doctor.userId],
    );
    ids.prescription = rows[0]?.id ?? "";
    const { rows: waiting } = await sql.query<{ id: string }>(
      `INSERT INTO waitlist_entries (patient_id, doctor_id, from_at, to_at, mode, reason_sealed)
       VALUES ($1, $2, now(), now() + interval '1 day', 'VIDEO', '\\x00') RETURNING id`,
      [patient.userId, doctor.doctorId],
    );
    ids.waitlist = waiting[0]?.id ?? "";
    const { rows: passkeys } = await sql.query<{ id: string }>(
      `INSERT INTO passkeys (user_id, credential_id, public_key, sign_count, name, is_synced)
       VALUES ($1, '\\x01', '\\x02', 0, 'Phone', false) RETURNING id`,
      [patient.userId],
    );
    ids.passkey = passkeys[0]?.id ?? "";
    strangers.push(await makePatient(sql), await makeDoctor(sql));
  });
  afterAll(() => world.close());

  it("is asked for by every procedure that takes an id, and each has its input here", () => {
    expect(needsOwner.map(({ path }) => path).sort()).toEqual(Object.keys(INPUTS).sort());
  });

  it.each(Object.keys(INPUTS))("%s: the same not_found as for an id that doesn't exist", async (path) => {
    const [room = "", name = ""] = path.split(".");
    const { roles } = POLICIES[path as keyof typeof POLICIES];
    const idOf: Record<string, string | undefined> = {
      availability: ids.slot,
      session: ids.session,
      factor: ids.passkey,
      dependant: ids.dependant,
      waitlist: ids.waitlist,
      "waitlist.join": ids.dependant,
      "consultation.book": ids.dependant,
      "prescription.pdf": ids.prescription,
    };
    const target = idOf[path] ?? idOf[room] ?? ids.consultation;
    const before = await world.sql.query("SELECT status, updated_at FROM consultations");
    for (const stranger of strangers.filter(({ role }) => (roles as readonly string[]).includes(role))) {
      const caller = createCallerFactory(webRouter)(
        await contextOf(world.deps, stranger),
      ) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
      const call = (id: string) =>
        codeOf(caller[room]?.[name]?.(INPUTS[path]?.(id, ids.slot ?? "")) ?? Promise.reject(new Error(path)));
      expect(await call(target ?? "")).toBe("not_found");
      expect(await call(randomUUID())).toBe("not_found");
    }
    const after = await world.sql.query("SELECT status, updated_at FROM consultations");
    expect(after.rows).toEqual(before.rows);
  });
});
