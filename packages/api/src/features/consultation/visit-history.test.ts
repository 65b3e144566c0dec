import { randomUUID } from "node:crypto";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "./router";

describe("consultation.history", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(() => world.close());

  const as = (person: Person) => world.callerAs(consultationRouter, person);
  const book = async (doctor: Doctor, patient: Person, minutes: number, more: object = {}) => {
    const startsAt = minutesAhead(minutes);
    const { slotId } = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt });
    const wish = { slotId, mode: "VIDEO" as const, reason: `Reason of ${minutes}`, ...more };
    return (await (await as(patient)).book({ ...wish, idempotencyKey: randomUUID() })).id;
  };
  const free = () => makeDoctor(world.sql, { feeMinor: 0 });

  it("tells the doctor what came before with this person, newest first, and notes who read it", async () => {
    const [doctor, patient] = [await free(), await makePatient(world.sql)];
    const api = await as(doctor);
    const [first, second, third] = [
      await book(doctor, patient, 60),
      await book(doctor, patient, 120),
      await book(doctor, patient, 180),
    ];
    await api.note({ id: first, body: `Dry cough. ${"Rest and fluids. ".repeat(40)}`, revision: 0 });
    await (await as(patient)).cancel({ id: second });
    expect(await api.history({ id: third })).toMatchObject({
      items: [
        {
          id: second,
          status: "CANCELLED",
          reason: { text: "Reason of 120", isCut: false },
          note: null,
          prescription: null,
        },
        { id: first, status: "CONFIRMED", note: { isCut: true } },
      ],
      nextCursor: null,
    });
    const page = await api.history({ id: third, limit: 1 });
    expect(page.items.map(({ id }) => id)).toEqual([second]);
    const rest = await api.history({ id: third, limit: 1, cursor: page.nextCursor ?? "" });
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[first], null]);
    expect(await api.history({ id: first })).toEqual({ items: [], nextCursor: null });
    const { rows } = await world.sql.query(
      `SELECT entity_id AS id, count(*)::int AS times FROM audit_events
       WHERE action = 'consultation.read_history' AND actor_id = $1 AND patient_id = $2 GROUP BY 1 ORDER BY 2`,
      [doctor.userId, patient.userId],
    );
    expect(rows).toEqual([
      { id: first, times: 1 },
      { id: third, times: 3 },
    ]);
  });

  it("keeps a child's visits, the guardian's and those with other doctors apart", async () => {
    const [doctor, other, patient] = [await free(), await free(), await makePatient(world.sql)];
    const dependantId = await makeDependant(world.sql, { patientId: patient.userId });
    await book(other, patient, 30);
    const own = await book(doctor, patient, 60);
    const child = await book(doctor, patient, 120, { dependantId });
    const ownAgain = await book(doctor, patient, 180);
    const childAgain = await book(doctor, patient, 240, { dependantId });
    const api = await as(doctor);
    const idsOf = async (id: string) => (await api.history({ id })).items.map((item) => item.id);
    expect(await idsOf(ownAgain)).toEqual([own]);
    expect(await idsOf(childAgain)).toEqual([child]);
  });

  it("tells nobody else, nor of a visit that is only held", async () => {
    const [doctor, other, patient] = [
      await makeDoctor(world.sql),
      await free(),
      await makePatient(world.sql),
    ];
    const held = await book(doctor, patient, 60);
    const visit = await book(other, patient, 120);
    const api = await as(doctor);
    expect(await codeOf(api.history({ id: held }))).toBe("not_found");
    expect(await codeOf(api.history({ id: visit }))).toBe("not_found");
    expect(await codeOf(api.history({ id: randomUUID() }))).toBe("not_found");
    expect(await codeOf((await as(patient)).history({ id: visit }))).toBe("auth.forbidden");
  });
});
