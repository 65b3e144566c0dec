import { randomUUID } from "node:crypto";
import { CONSULTATION_STATUSES } from "@amrutam/domain/consultation/schema";
import { transitionPairs } from "@amrutam/domain/consultation/transitions";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { paymentRouter } from "../payment/router";
import { prescriptionRouter } from "../prescription/router";
import { consultationRouter } from "./router";

const clinic = router({
  consultation: consultationRouter,
  payment: paymentRouter,
  prescription: prescriptionRouter,
});
type World = Awaited<ReturnType<typeof testContext>>;

const LINE = {
  genericName: "Cetirizine",
  strength: "10 mg",
  form: "tablet",
  dose: "1",
  frequency: "once daily",
  durationDays: 5,
};

describe("the life of a consultation", () => {
  let world: World;
  beforeAll(async () => {
    world = await testContext();
  });
  afterEach(() => void vi.restoreAllMocks());
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const as = (person: Person) => world.callerAs(clinic, person);
  const stage = async (minutes: number) => {
    const [doctor, patient] = [await makeDoctor(world.sql), await makePatient(world.sql)];
    const { slotId } = await makeSlot(world.sql, {
      doctorId: doctor.doctorId,
      startsAt: minutesAhead(minutes),
    });
    const [asDoctor, asPatient] = [await as(doctor), await as(patient)];
    const booked = await asPatient.consultation.book({
      slotId,
      mode: "VIDEO",
      reason: "cough",
      idempotencyKey: randomUUID(),
    });
    const pay = (key = randomUUID() as string) =>
      asPatient.payment.initiate({ consultationId: booked.id, idempotencyKey: key });
    return { doctor: doctor as Doctor, patient, slotId, id: booked.id, asDoctor, asPatient, pay };
  };
  const expireHold = (id: string) =>
    world.sql.query("UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);

  it("goes from hold to prescription, and the prescription stays as it was issued", async () => {
    const { id, asDoctor, asPatient, pay, doctor } = await stage(5);
    expect(await pay()).toMatchObject({ outcome: "SETTLED", consultationStatus: "CONFIRMED" });
    expect(await asDoctor.consultation.start({ id })).toEqual({ id, status: "IN_PROGRESS" });
    expect(await asDoctor.consultation.note({ id, body: "Dry cough, 3 days", revision: 0 })).toMatchObject({
      revision: 1,
    });
    const key = randomUUID();
    const input = { consultationId: id, patientAge: 34, lines: [LINE], advice: "Rest", idempotencyKey: key };
    const issued = await asDoctor.prescription.issue(input);
    expect(await asDoctor.prescription.issue(input)).toEqual(issued);
    expect(await codeOf(asDoctor.prescription.issue({ ...input, idempotencyKey: randomUUID() }))).toBe(
      "prescription.already_issued",
    );
    expect(await asDoctor.consultation.complete({ id })).toEqual({ id, status: "COMPLETED" });

    await world.sql.query("UPDATE users SET full_name = 'Somebody Else' WHERE id = $1", [doctor.userId]);
    const { items } = await asPatient.prescription.get({ consultationId: id });
    expect(items).toMatchObject([
      { id: issued.id, doctor: { fullName: doctor.fullName }, lines: [LINE], patient: { age: 34 } },
    ]);
    const seenByPatient = await asPatient.consultation.get({ id });
    expect(seenByPatient).toMatchObject({ note: null, patientAge: null, hasPrescription: true });
    expect((await asDoctor.consultation.get({ id })).note?.body).toBe("Dry cough, 3 days");
    await expect(
      world.deps.db.pool.query("UPDATE prescriptions SET version = 9 WHERE id = $1", [issued.id]),
    ).rejects.toThrow(/denied|append-only/);
  });

  it("settles a payment once, however often it is tried", async () => {
    const { id, pay, asPatient } = await stage(60);
    const key = randomUUID();
    const [first, second] = [await pay(key), await pay(key)];
    expect(second).toEqual(first);
    expect(await codeOf(pay())).toBe("payment.already_settled");
    expect(await asPatient.payment.get({ consultationId: id })).toMatchObject({
      status: "SUCCEEDED",
      refunded: { minor: 0 },
    });
  });

  it("asks the provider nothing under a key that was used for another visit", async () => {
    const [first, second] = [await stage(60), await stage(60)];
    const key = randomUUID();
    await first.pay(key);
    const mine = await world.callerAs(clinic, first.patient);
    const { slotId } = await makeSlot(world.sql, {
      doctorId: second.doctor.doctorId,
      startsAt: minutesAhead(300),
    });
    const { id } = await mine.consultation.book({
      slotId,
      mode: "VIDEO",
      reason: "fever",
      idempotencyKey: randomUUID(),
    });
    const asked = vi.spyOn(world.deps.payments, "checkout");
    expect(await codeOf(mine.payment.initiate({ consultationId: id, idempotencyKey: key }))).toBe(
      "idempotency.key_reused",
    );
    expect(asked).not.toHaveBeenCalled();
    expect((await mine.payment.get({ consultationId: id })).status).toBe("PENDING");
  });

  it("keeps what the provider captured even when another call took the key meanwhile", async () => {
    const { id, patient, asPatient, pay } = await stage(60);
    const key = randomUUID();
    const { checkout } = world.deps.payments;
    vi.spyOn(world.deps.payments, "checkout").mockImplementation(async (call) => {
      await world.sql.query(
        `INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
         VALUES ($1, 'payment.initiate', $2, '\\x00', '{}', $3, now() + interval '1 day')`,
        [patient.userId, key, call.paymentId],
      );
      return checkout(call);
    });
    expect(await codeOf(pay(key))).toBe("idempotency.key_reused");
    expect((await asPatient.payment.get({ consultationId: id })).status).toBe("SUCCEEDED");
    expect((await asPatient.consultation.get({ id })).status).toBe("CONFIRMED");
  });

  it("gives everything back when the visit was cancelled while the provider was at work, and says so", async () => {
    const { id, asPatient, pay } = await stage(60);
    const { checkout } = world.deps.payments;
    vi.spyOn(world.deps.payments, "checkout").mockImplementation(async (call) => {
      await asPatient.consultation.cancel({ id });
      return checkout(call);
    });
    expect(await pay()).toMatchObject({ outcome: "REFUNDING", consultationStatus: "CANCELLED" });
    expect(await asPatient.payment.get({ consultationId: id })).toMatchObject({
      status: "SUCCEEDED",
      refunded: { minor: 50_000 },
    });
  });

  it("refuses to begin paying for a hold that ran out", async () => {
    const { id, pay } = await stage(60);
    await expireHold(id);
    expect(await codeOf(pay())).toBe("booking.hold_expired");
  });

  it("brings an expired visit back when late money finds the slot free, and refunds it once when not", async () => {
    const revived = await stage(60);
    await expireHold(revived.id);
    const settle = (id: string) =>
      world.sql.query(
        "SELECT outcome FROM settle_payment((SELECT id FROM payments WHERE consultation_id = $1), $2, NULL, 'SYSTEM', 'test')",
        [id, randomUUID()],
      );
    expect((await settle(revived.id)).rows).toEqual([{ outcome: "revived" }]);

    const lost = await stage(60);
    await expireHold(lost.id);
    const other = await as(await makePatient(world.sql));
    await other.consultation.book({
      slotId: lost.slotId,
      mode: "VIDEO",
      reason: "fever",
      idempotencyKey: randomUUID(),
    });
    expect((await settle(lost.id)).rows).toEqual([{ outcome: "refunding" }]);
    expect((await settle(lost.id)).rows).toEqual([{ outcome: "already" }]);
    const gone = await stage(60);
    await expireHold(gone.id);
    await world.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [gone.doctor.userId]);
    expect((await settle(gone.id)).rows).toEqual([{ outcome: "refunding" }]);

    const { rows } = await world.sql.query(
      "SELECT r.amount_minor::int AS amount FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE p.consultation_id = $1",
      [lost.id],
    );
    expect(rows).toEqual([{ amount: 50_000 }]);
  });

  it("refunds by the rule: half within two hours, all when the doctor cancels, and frees the slot", async () => {
    const late = await stage(60);
    await late.pay();
    expect((await late.asPatient.consultation.get({ id: late.id })).refundIfCancelledNow).toEqual({
      minor: 25_000,
      currency: "INR",
    });
    expect(await late.asPatient.consultation.cancel({ id: late.id })).toMatchObject({
      refund: { minor: 25_000 },
    });
    const byDoctor = await stage(60);
    await byDoctor.pay();
    const key = randomUUID();
    const answer = await byDoctor.asDoctor.consultation.cancel({ id: byDoctor.id, idempotencyKey: key });
    expect(answer).toMatchObject({ status: "CANCELLED", refund: { minor: 50_000 } });
    expect(await byDoctor.asDoctor.consultation.cancel({ id: byDoctor.id, idempotencyKey: key })).toEqual(
      answer,
    );
    expect(await codeOf(byDoctor.asDoctor.consultation.cancel({ id: byDoctor.id }))).toBe(
      "consultation.illegal_transition",
    );
    const { rows } = await world.sql.query("SELECT taken FROM slots WHERE id = $1", [byDoctor.slotId]);
    expect(rows).toEqual([{ taken: 0 }]);
  });

  it("hides a visit from strangers exactly as a missing one", async () => {
    const { id, pay, asPatient } = await stage(5);
    await pay();
    const strangers = [await as(await makePatient(world.sql)), await as(await makeDoctor(world.sql))];
    const missing = randomUUID();
    for (const stranger of strangers) {
      for (const target of [id, missing]) {
        expect(await codeOf(stranger.consultation.get({ id: target }))).toBe("not_found");
        expect(await codeOf(stranger.consultation.cancel({ id: target }))).toBe("not_found");
        expect(await codeOf(stranger.payment.get({ consultationId: target }))).toBe("not_found");
        expect(await codeOf(stranger.prescription.get({ consultationId: target }))).toBe("not_found");
      }
    }
    expect((await asPatient.consultation.get({ id })).status).toBe("CONFIRMED");
  });

  it("shows nothing when the reading can't be written down", async () => {
    const { id, asPatient } = await stage(60);
    await world.sql.query("REVOKE INSERT ON audit_events FROM amrutam_app");
    try {
      expect(await codeOf(asPatient.consultation.get({ id }))).toBe("service.unavailable");
    } finally {
      await world.sql.query("GRANT INSERT ON audit_events TO amrutam_app");
    }
  });

  it("never overwrites a note that somebody saved in between", async () => {
    const { id, pay, asDoctor } = await stage(5);
    await pay();
    await asDoctor.consultation.note({ id, body: "first", revision: 0 });
    expect(await codeOf(asDoctor.consultation.note({ id, body: "second", revision: 0 }))).toBe(
      "consultation.note_conflict",
    );
    expect((await asDoctor.consultation.get({ id })).note).toMatchObject({ body: "first", revision: 1 });
  });

  it("pages through own visits without losing or repeating one", async () => {
    const patient = await makePatient(world.sql);
    const api = await as(patient);
    const made: string[] = [];
    for (const minutes of [60, 120, 180]) {
      const doctor = await makeDoctor(world.sql, { feeMinor: 0 });
      const { slotId } = await makeSlot(world.sql, {
        doctorId: doctor.doctorId,
        startsAt: minutesAhead(minutes),
      });
      made.unshift(
        (await api.consultation.book({ slotId, mode: "AUDIO", reason: "x", idempotencyKey: randomUUID() }))
          .id,
      );
    }
    const first = await api.consultation.list({ limit: 2 });
    const rest = await api.consultation.list({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
    expect(await codeOf(api.consultation.list({ cursor: "bm9uc2Vuc2U" }))).toBe("input.invalid");
  });

  it("allows in the database exactly what the domain's table allows", async () => {
    const { rows } = await world.sql.query<{ pair: string }>(
      `SELECT a || '>' || b AS pair FROM unnest($1::text[]) a, unnest($1::text[]) b
       WHERE consultation_transition_allowed(a::"ConsultationStatus", b::"ConsultationStatus")`,
      [CONSULTATION_STATUSES],
    );
    expect(rows.map((row) => row.pair).sort()).toEqual(
      transitionPairs()
        .map((pair) => pair.join(">"))
        .sort(),
    );
  });
});
