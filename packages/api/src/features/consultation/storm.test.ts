import { randomUUID } from "node:crypto";
import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { assertInvariants } from "@amrutam/testing/invariants";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Refused } from "../../errors";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { availabilityRouter } from "../availability/router";
import { paymentRouter } from "../payment/router";
import { waitlistRouter } from "../waitlist/router";
import { consultationRouter } from "./router";

const clinic = router({
  availability: availabilityRouter,
  consultation: consultationRouter,
  payment: paymentRouter,
  waitlist: waitlistRouter,
});
const [DOCTORS, PATIENTS, LANES, ACTS] = [2, 8, 8, 50];
const DAY_MS = 86_400_000;
const dateIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

let world: Awaited<ReturnType<typeof testContext>>;
let worker: pg.Pool;
beforeAll(async () => {
  world = await testContext();
  worker = new pg.Pool({ connectionString: world.database.workerUrl, max: 3 });
  worker.on("connect", (client) => client.on("error", () => undefined));
});
afterAll(async () => {
  await worker.end();
  await world.close();
});

/** The same every time, so that what is found can be found again; only the races differ. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return <T>(of: readonly T[]): T | undefined => of[Math.floor(next() * of.length)];
}

it("of everything at once leaves no seat, refund or offer out of place, and fails nobody by accident", async () => {
  const { sql } = world;
  const doctors = await Promise.all(
    Array.from({ length: DOCTORS }, async (_, index) => {
      const doctor = await makeDoctor(sql, { timezone: "UTC", horizonDays: 4, feeMinor: index * 50_000 });
      const api = await world.callerAs(clinic, doctor);
      return { ...doctor, api };
    }),
  );
  const hours = (endMin: number, capacity: number, dailyCap: number | null) => ({
    timezone: "UTC",
    visitLengthMin: 30,
    windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      startMin: 480,
      endMin,
      modes: ["VIDEO" as const],
      capacity,
    })),
    exceptions: [],
    dailyCap,
  });
  for (const { api } of doctors) await api.availability.setHours(hours(600, 1, 4));
  const patients = await Promise.all(
    Array.from({ length: PATIENTS }, async () => {
      const patient = await makePatient(sql);
      return { ...patient, api: await world.callerAs(clinic, patient) };
    }),
  );
  const anybody = await world.callerAs(clinic, null);
  const key = () => ({ idempotencyKey: randomUUID() });
  const ids = async (text: string, values: unknown[] = []) =>
    (await sql.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const visitsOf = (column: "patient_id" | "doctor_id", owner: string) =>
    ids(
      `SELECT id FROM consultations WHERE ${column} = $1 AND status IN ('REQUESTED', 'CONFIRMED') ORDER BY id`,
      [owner],
    );
  const told: Record<string, number> = {};

  const lane = async (seed: number) => {
    const pick = dice(seed);
    const one = <T>(of: readonly T[]): T => {
      const picked = pick(of);
      if (picked === undefined) throw new Refused("not_found");
      return picked;
    };
    const patient = async () => {
      const { api, userId } = one(patients);
      return { api, visit: pick(await visitsOf("patient_id", userId)) ?? randomUUID() };
    };
    const doctor = async () => {
      const { api, doctorId } = one(doctors);
      return { api, doctorId, visit: pick(await visitsOf("doctor_id", doctorId)) ?? randomUUID() };
    };
    const slotOf = async (doctorId?: string) =>
      one(
        await ids(
          "SELECT id FROM slots WHERE status <> 'REMOVED' AND starts_at > now() AND ($1::uuid IS NULL OR doctor_id = $1) ORDER BY id",
          [doctorId ?? null],
        ),
      );
    const freeSlot = async () =>
      one(await ids("SELECT id FROM slots WHERE status = 'OPEN' AND starts_at > now() ORDER BY id"));
    const acts: Record<string, () => Promise<unknown>> = {
      book: async () => {
        const { api } = await patient();
        const slotId = await freeSlot();
        return api.consultation.book({ slotId, mode: "VIDEO", reason: "a cough", ...key() });
      },
      pay: async () => {
        const { api, visit } = await patient();
        return api.payment.initiate({ consultationId: visit, ...key() });
      },
      cancel: async () => {
        const { api, visit } = await patient();
        return api.consultation.cancel({ id: visit });
      },
      cancelAsDoctor: async () => {
        const { api, visit } = await doctor();
        return api.consultation.cancel({ id: visit });
      },
      move: async () => {
        const { api, visit } = await patient();
        return api.consultation.reschedule({ id: visit, slotId: await freeSlot(), ...key() });
      },
      moveAsDoctor: async () => {
        const { api, doctorId, visit } = await doctor();
        return api.consultation.reschedule({ id: visit, slotId: await slotOf(doctorId), ...key() });
      },
      extend: async () => {
        const { api, visit } = await patient();
        return api.consultation.extendHold({ id: visit });
      },
      wait: async () => {
        const { api } = await patient();
        const date = dateIn(one([1, 2, 3]));
        const span = { fromDate: date, toDate: date, timezone: "UTC" };
        const { doctorId } = one(doctors);
        return api.waitlist.join({ doctorId, ...span, mode: "VIDEO", reason: "fever", ...key() });
      },
      leave: async () => {
        const { api, userId } = one(patients);
        const waiting = await ids(
          "SELECT id FROM waitlist_entries WHERE status = 'WAITING' AND patient_id = $1",
          [userId],
        );
        return api.waitlist.leave({ id: one(waiting) });
      },
      offer: async () => {
        const open = one(await ids("SELECT id FROM waitlist_offers WHERE status = 'OPEN'"));
        const token = offerTokenOf(world.deps.secrets.links, open);
        return one([true, true, false])
          ? anybody.waitlist.claim({ token, ...key() })
          : anybody.waitlist.decline({ token });
      },
      hours: async () => {
        const { api } = await doctor();
        const wanted = hours(one([570, 600, 615]), one([1, 1, 2]), one([2, 4, null]));
        const { conflicts } = await api.availability.previewHours(wanted);
        return api.availability.setHours({
          ...wanted,
          keep: conflicts.map(({ consultationId }) => consultationId),
        });
      },
      dayOff: async () => {
        const { api } = await doctor();
        const date = dateIn(one([2, 3]));
        const { visits } = await api.availability.dayOffVisits({ date });
        return api.availability.dayOff({ date, reason: "", cancels: visits.map(({ id }) => id), ...key() });
      },
      block: async () => {
        const { api, doctorId } = await doctor();
        return api.availability.block({
          id: await slotOf(doctorId),
          status: one(["OPEN", "BLOCKED"] as const),
        });
      },
      blockMany: async () => {
        const { api } = await doctor();
        const period = { from: `${dateIn(1)}T09:00:00Z`, to: `${dateIn(3)}T10:00:00Z` };
        return api.availability.blockMany({ ...period, status: one(["OPEN", "OPEN", "BLOCKED"] as const) });
      },
      moveSlot: async () => {
        const { api, doctorId } = await doctor();
        const startsAt = `${dateIn(one([1, 2, 3]))}T${one(["08", "09", "15"])}:10:00Z`;
        return api.availability.move({ slotId: await slotOf(doctorId), startsAt });
      },
      holdRunsOut: async () => {
        await sql.query("UPDATE consultations SET hold_expires_at = now() WHERE id = $1", [
          one(await ids("SELECT id FROM consultations WHERE status = 'REQUESTED'")),
        ]);
        await worker.query("SELECT expire_holds(100)");
      },
      offerRunsOut: async () => {
        await sql.query("UPDATE waitlist_offers SET expires_at = now() WHERE status = 'OPEN' AND id = $1", [
          one(await ids("SELECT id FROM waitlist_offers WHERE status = 'OPEN'")),
        ]);
        await worker.query("SELECT advance_waitlist()");
      },
      workerLooks: () => worker.query("SELECT advance_waitlist()"),
    };
    const often = [
      ...Array(6).fill("book"),
      "pay",
      "pay",
      "cancel",
      "move",
      ...Array(5).fill("wait"),
      "offer",
      "offer",
    ];
    const names = [...Object.keys(acts), ...often];
    for (let act = 0; act < ACTS; act += 1) {
      const name = one(names);
      const code = await codeOf(acts[name]?.() ?? Promise.resolve());
      const line = `${name} ${code}`;
      told[line] = (told[line] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index + 1)));
  await assertInvariants(world.database.superuserUrl);
  const faults = Object.keys(told).filter((line) => /internal|unavailable/.test(line));
  expect(faults).toEqual([]);
}, 300_000);
