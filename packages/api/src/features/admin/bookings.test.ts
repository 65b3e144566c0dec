import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { adminRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
});
afterAll(() => world.close());

it("shows support who meets whom and what was paid, by each filter, and notes the look", async () => {
  const { sql } = world;
  const support = await makePerson(sql, { role: "SUPPORT" });
  const doctor = await makeDoctor(sql, { fullName: "Dr. Leela Nair" });
  const [ritu, mohan] = [
    await makePatient(sql, { fullName: "Ritu Sharma" }),
    await makePatient(sql, { fullName: "Mohan Iyer" }),
  ];
  const book = async (patientId: string, inMin: number, status: "CONFIRMED" | "CANCELLED") => {
    const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(inMin) });
    return makeConsultation(sql, { slotId: slot.slotId, patientId, status });
  };
  const [first, second, third] = [
    await book(ritu.userId, 60, "CONFIRMED"),
    await book(mohan.userId, 120, "CANCELLED"),
    await book(ritu.userId, 24 * 60, "CONFIRMED"),
  ];
  await sql.query(
    `INSERT INTO payments (consultation_id, provider, amount_minor, refunded_minor, status, captured_at)
     VALUES ($1, 'local', 50000, 25000, 'SUCCEEDED', now())`,
    [second],
  );
  const caller = await world.callerAs(adminRouter, support);
  const idsBy = async (input: Parameters<typeof caller.bookings>[0]) =>
    (await caller.bookings(input)).items.map((booking) => booking.id);
  expect(await idsBy({})).toEqual([third, second, first]);
  expect(await idsBy({ status: "CANCELLED" })).toEqual([second]);
  expect(await idsBy({ q: "ritu" })).toEqual([third, first]);
  expect(await idsBy({ q: "leela" })).toHaveLength(3);
  expect(await idsBy({ q: first })).toEqual([first]);
  expect(await idsBy({ patientId: ritu.userId, to: minutesAhead(300).toISOString() })).toEqual([first]);
  expect(await idsBy({ doctorId: ritu.userId })).toEqual([]);
  const [page] = [await caller.bookings({ limit: 1 })];
  expect(await idsBy({ limit: 2, cursor: page.nextCursor ?? "" })).toEqual([second, first]);
  expect((await caller.bookings({ status: "CANCELLED" })).items[0]).toMatchObject({
    patient: { fullName: "Mohan Iyer" },
    paymentStatus: "SUCCEEDED",
    refunded: { minor: 25_000, currency: "INR" },
  });
  const noted = await sql.query(
    "SELECT FROM audit_events WHERE action = 'consultation.list' AND actor_id = $1 AND patient_id = $2",
    [support.userId, ritu.userId],
  );
  expect(noted.rowCount).toBe(1);
});

it("shows nothing when the look can't be noted", async () => {
  const support = await makePerson(world.sql, { role: "SUPPORT" });
  const caller = await world.callerAs(adminRouter, support);
  await world.sql.query("REVOKE INSERT ON audit_events FROM amrutam_app");
  try {
    expect(await codeOf(caller.bookings({}))).not.toBe("ok");
  } finally {
    await world.sql.query("GRANT INSERT ON audit_events TO amrutam_app");
  }
});
