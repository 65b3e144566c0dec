import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import { sql } from "../clinic/database";
import { makeSlots, signedInDoctor } from "../clinic/doctors";
import { signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { book, mustBook } from "./book";
import { call, tally } from "./call";

const ROUNDS = 12;

test.describe.configure({ mode: "serial" });
test.afterAll(() => assertInvariants(readServed().superuserUrl));

/** A free visit of a new patient with a doctor who has other times. */
async function visitWith(otherTimes: number) {
  const doctor = await signedInDoctor();
  const [[patient], [slotId = "", ...free]] = await Promise.all([
    signedInPatients(1),
    makeSlots(doctor.doctorId, 1 + otherTimes),
  ]);
  if (!patient) throw new Error("no patient was made");
  return { doctor, patient, slotId, free, id: await mustBook(patient, slotId) };
}

const placeOf = async (id: string) =>
  (
    await sql().query<{ slot: string; status: string; told: number; noted: number }>(
      `SELECT slot_id AS slot, status,
         (SELECT count(*)::int FROM outbox_events WHERE aggregate_id = c.id AND kind = 'consultation.rescheduled') AS told,
         (SELECT count(*)::int FROM audit_events WHERE entity_id = c.id AND action = 'consultation.reschedule') AS noted
       FROM consultations c WHERE id = $1`,
      [id],
    )
  ).rows[0];
const takenOf = async (slotIds: readonly string[]) =>
  (
    await sql().query<{ id: string }>("SELECT id FROM slots WHERE id = ANY ($1) AND taken > 0", [slotIds])
  ).rows.map(({ id }) => id);

test("two tabs move one visit at once: it is in one place, and every move was told once", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { patient, slotId, free, id } = await visitWith(2);
    const moves = await Promise.all(
      free.map((target) =>
        call(patient, "POST", `/consultations/${id}/reschedule`, { body: { slotId: target } }),
      ),
    );
    const moved = moves.filter(({ status }) => status === 200).length;
    expect(moved, JSON.stringify(tally(moves))).toBeGreaterThanOrEqual(1);
    const place = await placeOf(id);
    expect(free).toContain(place?.slot);
    expect(place).toMatchObject({ status: "CONFIRMED", told: moved, noted: moved });
    expect(await takenOf([slotId, ...free])).toEqual([place?.slot]);
  }
});

test("one key from two tabs moves a visit once", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { patient, free, id } = await visitWith(1);
    const move = () =>
      call(patient, "POST", `/consultations/${id}/reschedule`, {
        body: { slotId: free[0] ?? "" },
        key: "one-key-for-both-tabs",
      });
    const counts = tally(await Promise.all([move(), move(), move()]));
    const { "200": told = 0, "409 idempotency.in_flight": early = 0 } = counts;
    expect(told + early, JSON.stringify(counts)).toBe(3);
    expect(await placeOf(id)).toMatchObject({ slot: free[0], told: 1, noted: 1 });
  }
});

test("two patients want the one free time: one has it, the other keeps the old one", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const doctor = await signedInDoctor();
    const [patients, [target = "", ...own]] = await Promise.all([
      signedInPatients(3),
      makeSlots(doctor.doctorId, 4),
    ]);
    const visits = await Promise.all(patients.map((patient, n) => mustBook(patient, own[n] ?? "")));
    const moves = await Promise.all(
      patients.map((patient, n) =>
        call(patient, "POST", `/consultations/${visits[n]}/reschedule`, { body: { slotId: target } }),
      ),
    );
    expect(tally(moves)).toEqual({ "200": 1, "409 booking.slot_taken": 2 });
    const places = await Promise.all(visits.map(placeOf));
    for (const [n, place] of places.entries())
      expect(place?.slot).toBe(moves[n]?.status === 200 ? target : own[n]);
  }
});

test("a day off against bookings of that day: either it hears of them, or they of it", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const doctor = await signedInDoctor();
    const [patients, slots] = await Promise.all([signedInPatients(3), makeSlots(doctor.doctorId, 3)]);
    const { rows } = await sql().query<{ day: string }>(
      "SELECT DISTINCT (starts_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day FROM slots WHERE id = ANY ($1)",
      [slots],
    );
    const date = rows[0]?.day ?? "";
    const [off, ...bookings] = await Promise.all([
      call(doctor, "POST", "/availability/day-off", { body: { date, reason: "A wedding", cancels: [] } }),
      ...patients.map((patient, n) => book(patient, slots[n] ?? "")),
    ]);
    const onTheDay = await sql().query(
      `SELECT FROM consultations WHERE doctor_id = $1 AND holds_seat(status)
         AND (starts_at AT TIME ZONE 'Asia/Kolkata')::date = $2::date`,
      [doctor.doctorId, date],
    );
    if (off.status === 200) expect(onTheDay.rowCount).toBe(0);
    else expect([off.status, off.code]).toEqual([409, "availability.hours_conflict"]);
    // Who was told of a visit has one, and nobody else.
    const { rows: made } = await sql().query<{ id: string }>(
      "SELECT id FROM consultations WHERE doctor_id = $1 ORDER BY id",
      [doctor.doctorId],
    );
    expect(made.map(({ id }) => id)).toEqual(bookings.flatMap(({ id }) => id ?? []).toSorted());
  }
});

test("a slot moved while it is booked: nobody has a visit at a time they didn't choose", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const doctor = await signedInDoctor();
    const [[patient], [slotId = ""]] = await Promise.all([
      signedInPatients(1),
      makeSlots(doctor.doctorId, 1),
    ]);
    if (!patient) throw new Error("no patient was made");
    const { rows } = await sql().query<{ chosen: Date; later: Date }>(
      "SELECT starts_at AS chosen, starts_at + interval '2 hours' AS later FROM slots WHERE id = $1",
      [slotId],
    );
    const { chosen, later } = rows[0] ?? {};
    const [move, booking] = await Promise.all([
      call(doctor, "POST", `/availability/${slotId}/move`, { body: { startsAt: later?.toISOString() } }),
      book(patient, slotId),
    ]);
    expect([move.status === 200, booking.status === 201].filter(Boolean)).toHaveLength(1);
    if (booking.id === null) continue;
    expect(move.code).toBe("availability.slot_booked");
    const visit = await sql().query("SELECT starts_at AS at FROM consultations WHERE id = $1", [booking.id]);
    expect(visit.rows).toEqual([{ at: chosen }]);
  }
});

test("a hold extended at its last moment either lives on or is over", async () => {
  const doctor = await signedInDoctor(50_000);
  const [patients, slots] = await Promise.all([
    signedInPatients(ROUNDS * 2),
    makeSlots(doctor.doctorId, ROUNDS * 2),
  ]);
  const holds = await Promise.all(patients.map((patient, n) => mustBook(patient, slots[n] ?? "")));
  // They end one after the other while they are extended and cleared away.
  await sql().query(
    `UPDATE consultations c SET hold_expires_at = clock_timestamp() + place * interval '8 milliseconds'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS held (id, place) WHERE c.id = held.id`,
    [holds],
  );
  const [extensions] = await Promise.all([
    Promise.all(
      patients.map((patient, n) => call(patient, "POST", `/consultations/${holds[n]}/extend-hold`)),
    ),
    (async () => {
      for (let round = 0; round < 20; round += 1) await sql().query("SELECT expire_holds(500)");
    })(),
  ]);
  await expect(async () => {
    await sql().query("SELECT expire_holds(500)");
    const { rows } = await sql().query<{ id: string; status: string }>(
      "SELECT id, status FROM consultations WHERE id = ANY ($1)",
      [holds],
    );
    const statusOf = new Map(rows.map(({ id, status }) => [id, status]));
    expect(holds.map((id) => statusOf.get(id))).toEqual(
      extensions.map(({ status }) => (status === 200 ? "REQUESTED" : "EXPIRED")),
    );
  }).toPass({ timeout: 15_000 });
  expect((await takenOf(slots)).length).toBe(extensions.filter(({ status }) => status === 200).length);
});
