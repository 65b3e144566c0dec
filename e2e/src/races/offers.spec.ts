import { minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import * as z from "zod";
import { sql } from "../clinic/database";
import { makeSlots, signedInDoctor } from "../clinic/doctors";
import { type SignedIn, signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { book, mustBook } from "./book";
import { call, tally } from "./call";

const ROUNDS = 8;
const waiting = z.object({ items: z.array(z.object({ offer: z.object({ path: z.string() }).nullable() })) });

test.describe.configure({ mode: "serial" });
test.afterAll(() => assertInvariants(readServed().superuserUrl));

const day = (ahead: number) =>
  minutesAhead(ahead * 24 * 60)
    .toISOString()
    .slice(0, 10);

/** A time that just fell free and is offered to a patient who waited for it. */
async function offered() {
  const doctor = await signedInDoctor();
  const [[before, waiter, stranger], [slotId = ""]] = await Promise.all([
    signedInPatients(3),
    makeSlots(doctor.doctorId, 1, 3 * 24 * 60),
  ]);
  if (!before || !waiter || !stranger) throw new Error("no patients were made");
  const id = await mustBook(before, slotId);
  const joined = await call(waiter, "POST", "/waitlist", {
    body: {
      doctorId: doctor.doctorId,
      fromDate: day(0),
      toDate: day(9),
      timezone: "Asia/Kolkata",
      mode: "VIDEO",
      reason: "A cough that stays",
    },
  });
  expect(joined).toMatchObject({ status: 201 });
  expect(await call(before, "POST", `/consultations/${id}/cancel`)).toMatchObject({ status: 200 });
  return { slotId, waiter, stranger, token: await tokenFor(waiter) };
}

/** As the patient's own list shows it, once the time is offered. */
async function tokenFor(patient: SignedIn): Promise<string> {
  let token = "";
  await expect(async () => {
    const { items } = waiting.parse((await call(patient, "GET", "/waitlist")).body);
    token = items[0]?.offer?.path.split("#token=")[1] ?? "";
    expect(token).not.toBe("");
  }).toPass({ timeout: 15_000 });
  return token;
}

const claim = (token: string) => call(null, "POST", "/waitlist-offers/claim", { body: { token } });

const seats = async (slotId: string) =>
  (
    await sql().query<{ patient: string; status: string }>(
      `SELECT patient_id AS patient, status FROM consultations WHERE slot_id = $1 AND holds_seat(status)`,
      [slotId],
    )
  ).rows;
const offersOf = async (slotId: string) =>
  (
    await sql().query<{ status: string }>(
      "SELECT status FROM waitlist_offers WHERE slot_id = $1 ORDER BY created_at, id",
      [slotId],
    )
  ).rows.map(({ status }) => status);

test("an offer claimed from two tabs and taken by a stranger at once is one booking of who waited", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { slotId, waiter, stranger, token } = await offered();
    const [first, second, third, taken] = await Promise.all([
      claim(token),
      claim(token),
      claim(token),
      book(stranger, slotId),
    ]);
    const claims = tally([first, second, third]);
    expect(claims["201"], JSON.stringify(claims)).toBe(1);
    expect([taken.status, taken.code]).toEqual([409, "booking.slot_taken"]);
    expect(await seats(slotId)).toEqual([{ patient: waiter.userId, status: "CONFIRMED" }]);
    expect(await offersOf(slotId)).toEqual(["CLAIMED"]);
  }
});

test("an offer that ends while it is claimed is claimed or over, never both", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { slotId, waiter, token } = await offered();
    await sql().query(
      "UPDATE waitlist_offers SET expires_at = clock_timestamp() + $2 * interval '5 milliseconds' WHERE slot_id = $1 AND status = 'OPEN'",
      [slotId, round],
    );
    const [claimed] = await Promise.all([
      claim(token),
      ...[1, 2, 3].map(() => sql().query("SELECT advance_waitlist()")),
    ]);
    const taken = await seats(slotId);
    if (claimed.status === 201) expect(taken).toEqual([{ patient: waiter.userId, status: "CONFIRMED" }]);
    else {
      expect(claimed.code).toBe("waitlist.offer_closed");
      expect(taken).toEqual([]);
      // Too late stays too late.
      expect((await claim(token)).code).toBe("waitlist.offer_closed");
    }
    const [state] = await offersOf(slotId);
    expect(state === "CLAIMED").toBe(claimed.status === 201);
  }
});
