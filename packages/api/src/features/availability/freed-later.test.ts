import { randomUUID } from "node:crypto";
import type { setHoursInput } from "@amrutam/domain/availability/schema";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { waitlistRouter } from "../waitlist/router";
import { availabilityRouter } from "./router";

const clinic = router({
  availability: availabilityRouter,
  consultation: consultationRouter,
  waitlist: waitlistRouter,
});
type Wanted = z.input<typeof setHoursInput>;

const hoursOf = (wishes: Partial<Wanted> = {}, capacity = 1): Wanted => ({
  timezone: "UTC",
  visitLengthMin: 60,
  windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    startMin: 600,
    endMin: 720,
    modes: ["VIDEO" as const],
    capacity,
  })),
  exceptions: [],
  ...wishes,
});

describe("a time that falls free where the doctor no longer works", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  let caller: Awaited<ReturnType<typeof as>>;
  let date: string;
  const as = (person: Parameters<typeof api.callerAs>[1]) => api.callerAs(clinic, person);

  beforeAll(async () => {
    api = await testContext();
  });
  beforeEach(async () => {
    doctor = await makeDoctor(api.sql, { timezone: "UTC", horizonDays: 6 });
    caller = await as(doctor);
    date = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  });
  afterAll(async () => {
    await assertInvariants(api.database.superuserUrl);
    await api.close();
  });

  const slots = async () =>
    (
      await api.sql.query<{ id: string; status: string; taken: number }>(
        `SELECT id, status, taken FROM slots
         WHERE doctor_id = $1 AND (starts_at AT TIME ZONE 'UTC')::date = $2::date AND status <> 'REMOVED' ORDER BY starts_at`,
        [doctor.doctorId, date],
      )
    ).rows;
  const open = async () => (await slots()).filter(({ status }) => status === "OPEN");
  const book = async (slotId = "") => {
    const patient = await as(await makePatient(api.sql));
    const call = { slotId, mode: "VIDEO" as const, reason: "a cough", idempotencyKey: randomUUID() };
    return { patient, id: (await patient.consultation.book(call)).id };
  };
  const runOut = (id: string) =>
    api.sql.query("UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
  const sweep = () => api.sql.query("SELECT expire_holds(100)");
  const off = (keep: string[] = []) => ({
    ...hoursOf({ exceptions: [{ kind: "OFF", date, reason: "" }] }),
    keep,
  });
  const wait = async () => {
    const patient = await as(await makePatient(api.sql));
    await patient.waitlist.join({
      doctorId: doctor.doctorId,
      fromDate: date,
      toDate: date,
      timezone: "UTC",
      mode: "VIDEO",
      reason: "fever",
      idempotencyKey: randomUUID(),
    });
  };
  const offers = async () =>
    (
      await api.sql.query(
        "SELECT o.status FROM waitlist_offers o JOIN slots s ON s.id = o.slot_id WHERE s.doctor_id = $1",
        [doctor.doctorId],
      )
    ).rows.map(({ status }) => status);

  it("is withdrawn when a hold ran out before the day off was taken", async () => {
    await caller.availability.setHours(hoursOf());
    await runOut((await book((await slots())[0]?.id)).id);
    await caller.availability.dayOff({ date, reason: "", cancels: [], idempotencyKey: randomUUID() });
    await sweep();
    expect(await slots()).toEqual([]);
  });

  it("is withdrawn when a hold ran out before the hours were narrowed", async () => {
    await caller.availability.setHours(hoursOf());
    await runOut((await book((await slots())[0]?.id)).id);
    await caller.availability.setHours(off());
    await sweep();
    expect(await slots()).toEqual([]);
  });

  it.each(["is cancelled", "was never paid"])(
    "is offered to nobody when the visit that was kept %s",
    async (how) => {
      await caller.availability.setHours(hoursOf());
      const [first, second] = await slots();
      const { patient, id } = await book(first?.id);
      const other = await book(second?.id);
      await wait();
      await caller.availability.setHours(off([id, other.id]));
      expect((await slots()).map(({ taken }) => taken)).toEqual([1, 1]);
      if (how === "is cancelled") await patient.consultation.cancel({ id });
      else {
        await runOut(id);
        await sweep();
      }
      expect(await slots()).toEqual([{ id: second?.id, status: "BLOCKED", taken: 1 }]);
      expect(await offers()).toEqual([]);
    },
  );

  it("is open again when the hours came back before", async () => {
    await caller.availability.setHours(hoursOf());
    const [first] = await slots();
    const { patient, id } = await book(first?.id);
    await caller.availability.setHours(off([id]));
    await caller.availability.setHours(hoursOf());
    await patient.consultation.cancel({ id });
    expect((await open()).map(({ id }) => id)).toContain(first?.id);
    expect(await open()).toHaveLength(2);
  });

  it("takes no second patient into a group session that was kept", async () => {
    await caller.availability.setHours(hoursOf({}, 3));
    const [group] = await slots();
    const { id } = await book(group?.id);
    await caller.availability.setHours(off([id]));
    expect(await codeOf(book(group?.id))).toBe("booking.slot_not_open");
  });

  it("leaves a kept group session in sight when an offered seat of it is withdrawn", async () => {
    await caller.availability.setHours(hoursOf({}, 2));
    const [group, other] = await slots();
    const kept = [await book(group?.id), await book(group?.id), await book(other?.id), await book(other?.id)];
    await wait();
    await kept[0]?.patient.consultation.cancel({ id: kept[0].id });
    expect(await offers()).toEqual(["OPEN"]);
    const ids = kept.slice(1).map(({ id }) => id);
    await caller.availability.setHours(off(ids));
    expect(await offers()).toEqual(["WITHDRAWN"]);
    expect(await slots()).toEqual([
      { id: group?.id, status: "BLOCKED", taken: 1 },
      { id: other?.id, status: "BLOCKED", taken: 2 },
    ]);
  });

  it("and is offered at the very moment of an edit, is found when the edit looks again", async () => {
    await caller.availability.setHours(hoursOf());
    const [first, second] = await slots();
    await book(first?.id);
    await book(second?.id);
    await wait();
    const { rows } = await api.sql.query<{ id: string; entry: string }>(
      `SELECT s.id, (SELECT id FROM waitlist_entries WHERE doctor_id = $1) AS entry
       FROM slots s WHERE s.doctor_id = $1 AND s.taken = 0 AND s.starts_at > now() ORDER BY s.starts_at DESC LIMIT 1`,
      [doctor.doctorId],
    );
    const rival = await api.sql.connect();
    try {
      await rival.query("BEGIN");
      await rival.query(
        "INSERT INTO waitlist_offers (entry_id, slot_id, expires_at) VALUES ($2, $1, now() + interval '1 hour')",
        [rows[0]?.id, rows[0]?.entry],
      );
      const windows = hoursOf().windows.map((window) => ({ ...window, startMin: 630, endMin: 750 }));
      const { conflicts } = await caller.availability.previewHours(hoursOf({ windows }));
      const keep = conflicts.map(({ consultationId }) => consultationId);
      const saved = codeOf(caller.availability.setHours({ ...hoursOf({ windows }), keep }));
      await expect
        .poll(async () => {
          const { rows } = await api.sql.query(
            "SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'",
          );
          return rows[0].waiting;
        })
        .toBe(1);
      await rival.query("COMMIT");
      expect(await saved).toBe("ok");
    } finally {
      rival.release();
    }
  });

  it("lets nobody claim a time that was offered when the hours were narrowed", async () => {
    await caller.availability.setHours(hoursOf());
    const [first, second] = await slots();
    const { patient, id } = await book(first?.id);
    const other = await book(second?.id);
    await wait();
    await patient.consultation.cancel({ id });
    expect(await offers()).toEqual(["OPEN"]);
    await caller.availability.setHours({ ...hoursOf({ windows: [] }), keep: [other.id] });
    expect(await offers()).toEqual(["WITHDRAWN"]);
    expect((await slots()).map(({ id }) => id)).toEqual([second?.id]);
  });
});
