import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { paymentRouter } from "../payment/router";

const clinic = router({ consultation: consultationRouter, payment: paymentRouter });

describe("the sequence of a visit in calendars", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(() => world.close());

  const booked = async () => {
    const [doctor, patient] = [await makeDoctor(world.sql), await makePatient(world.sql)];
    const slotAt = async (minutes: number) =>
      (await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) })).slotId;
    const asPatient = await world.callerAs(clinic, patient);
    const { id } = await asPatient.consultation.book({
      slotId: await slotAt(600),
      mode: "VIDEO",
      reason: "cough",
      idempotencyKey: randomUUID(),
    });
    const pay = () => asPatient.payment.initiate({ consultationId: id, idempotencyKey: randomUUID() });
    return { id, asPatient, slotAt, pay };
  };
  const sequenceOf = async (id: string) => {
    const { rows } = await world.sql.query<{ sequence: number; isDated: boolean }>(
      `SELECT calendar_sequence AS sequence, calendar_changed_at IS NOT NULL AS "isDated" FROM consultations WHERE id = $1`,
      [id],
    );
    return rows[0];
  };

  it("rises with each other time and with the cancellation, and with nothing else", async () => {
    const { id, asPatient, slotAt, pay } = await booked();
    await pay();
    expect(await sequenceOf(id)).toEqual({ sequence: 0, isDated: false });
    for (const [sequence, minutes] of [
      [1, 700],
      [2, 800],
    ] as const) {
      await asPatient.consultation.reschedule({
        id,
        slotId: await slotAt(minutes),
        idempotencyKey: randomUUID(),
      });
      expect(await sequenceOf(id)).toEqual({ sequence, isDated: true });
    }
    await asPatient.consultation.cancel({ id });
    expect((await sequenceOf(id))?.sequence).toBe(3);
  });

  it("stays where it is while the visit takes its course", async () => {
    const { id, pay } = await booked();
    await pay();
    for (const status of ["IN_PROGRESS", "COMPLETED"])
      await world.sql.query(
        `WITH said AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id)
           VALUES ('SYSTEM', 'consultation.start', 'consultation', $1))
         UPDATE consultations SET status = $2::"ConsultationStatus", started_at = now(),
           completed_at = CASE WHEN $2 = 'COMPLETED' THEN now() END WHERE id = $1`,
        [id, status],
      );
    expect((await sequenceOf(id))?.sequence).toBe(0);
  });

  it("doesn't count what becomes of a hold: that was in nobody's calendar", async () => {
    const { id, asPatient } = await booked();
    await asPatient.consultation.cancel({ id });
    expect(await sequenceOf(id)).toEqual({ sequence: 0, isDated: false });
  });

  it("is counted by the database, whatever a statement says of it", async () => {
    const { id, pay } = await booked();
    await pay();
    await world.sql.query("UPDATE consultations SET calendar_sequence = 99, mode = 'CHAT' WHERE id = $1", [
      id,
    ]);
    expect((await sequenceOf(id))?.sequence).toBe(1);
    await world.sql.query("UPDATE consultations SET calendar_sequence = 0 WHERE id = $1", [id]);
    expect((await sequenceOf(id))?.sequence).toBe(1);
  });
});
