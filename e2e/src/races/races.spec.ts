import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import { sql } from "../clinic/database";
import { makeSlots, TOMORROW_MIN } from "../clinic/doctors";
import { signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { book } from "./book";
import { tally } from "./call";

/** Slots of one doctor, back to back from tomorrow on. */
async function openSlots(count: number, feeMinor = 50_000): Promise<string[]> {
  const { doctorId } = await makeDoctor(sql(), { feeMinor });
  return makeSlots(doctorId, count);
}

const activeOn = async (slotIds: readonly string[]) =>
  (
    await sql().query<{ slot_id: string }>(
      "SELECT slot_id FROM consultations WHERE slot_id = ANY ($1) AND holds_seat(status)",
      [slotIds],
    )
  ).rows.map((row) => row.slot_id);

test.describe.configure({ mode: "serial" });
test.afterEach(() => assertInvariants(readServed().superuserUrl));

test("200 patients race for one slot: one gets it, 199 hear that it is taken", async () => {
  const [patients, slots] = await Promise.all([signedInPatients(200), openSlots(1)]);
  const slotId = slots[0] ?? "";
  const answers = await Promise.all(patients.map((patient) => book(patient, slotId)));
  expect(tally(answers)).toEqual({ "201": 1, "409 booking.slot_taken": 199 });
  expect(await activeOn([slotId])).toHaveLength(1);
});

test("50 patients race for each of 40 slots: exactly 40 get one", async () => {
  // Free visits, which count as no hold: of unpaid ones a patient may have three.
  const [patients, slots] = await Promise.all([signedInPatients(50), openSlots(40, 0)]);
  const tries = slots.flatMap((slotId) => patients.map((patient) => () => book(patient, slotId)));
  const answers = await inLanes(200, tries);
  expect(tally(answers)).toEqual({ "201": 40, "409 booking.slot_taken": 1960 });
  expect(new Set(await activeOn(slots)).size).toBe(40);
});

test("the same idempotency key 20 times at once makes one consultation", async () => {
  const [[patient], [slotId = ""]] = await Promise.all([signedInPatients(1), openSlots(1)]);
  if (!patient) throw new Error("no patient was made");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => book(patient, slotId, "one-and-the-same-key")),
  );
  const ids = new Set(answers.flatMap(({ id }) => (id === null ? [] : [id])));
  expect(ids.size).toBe(1);
  const { "201": told = 0, "409 idempotency.in_flight": early = 0 } = tally(answers);
  expect(told + early).toBe(20);
  expect(await activeOn([slotId])).toHaveLength(1);
  // Whoever came too early asks again and hears of the same one.
  expect((await book(patient, slotId, "one-and-the-same-key")).id).toBe([...ids][0]);
});

test("an overlapping slot typed by hand is refused by the schema", async () => {
  const { doctorId } = await makeDoctor(sql());
  await makeSlot(sql(), { doctorId, startsAt: minutesAhead(TOMORROW_MIN) });
  const overlap = makeSlot(sql(), { doctorId, startsAt: minutesAhead(TOMORROW_MIN + 19) });
  await expect(overlap).rejects.toMatchObject({ code: "23P01", constraint: "slots_no_overlap" });
});

/** So many at a time, in order: more would only wait for a connection, and be told to come back later. */
async function inLanes<T>(width: number, work: readonly (() => Promise<T>)[]): Promise<T[]> {
  const waiting = [...work];
  const done: T[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await next());
  };
  await Promise.all(Array.from({ length: width }, lane));
  return done;
}
