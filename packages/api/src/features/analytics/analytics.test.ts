import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toPublicError } from "../../errors";
import { testContext } from "../../testing-context";
import { analyticsRouter } from "./router";

type World = Awaited<ReturnType<typeof testContext>>;
let world: World;
let ask: Awaited<ReturnType<typeof askAs>>;
const askAs = async () => world.callerAs(analyticsRouter, await makePerson(world.sql, { role: "ADMIN" }));

/** Two days of Kolkata in March: 10 and 11, midnight to midnight. */
const march = {
  from: "2026-03-10T00:00:00+05:30",
  to: "2026-03-12T00:00:00+05:30",
  timezone: "Asia/Kolkata",
};

beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
  ask = await askAs();
  const { sql } = world;
  const general = await makeDoctor(sql, { specialization: "general-medicine", fullName: "Dr. General" });
  const skin = await makeDoctor(sql, { specialization: "dermatology", fullName: "Dr. Skin" });
  await makeDoctor(sql, { approval: "PENDING" });

  const visit = async (doctorId: string, at: string, status: ConsultationStatus | null) => {
    const slot = await makeSlot(sql, { doctorId, startsAt: new Date(at) });
    if (!status) return;
    const patient = await makePatient(sql);
    const id = await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId, status });
    if (status !== "COMPLETED") return;
    await sql.query(
      `INSERT INTO payments (consultation_id, provider, amount_minor, refunded_minor, status, captured_at)
       VALUES ($1, 'local', 50000, 10000, 'SUCCEEDED', $2)`,
      [id, at],
    );
  };
  // The first minute of the period, by the wall in Kolkata; the last day before it; the first instant after it.
  await visit(general.doctorId, "2026-03-10T00:00:00+05:30", "COMPLETED");
  await visit(general.doctorId, "2026-03-11T23:40:00+05:30", "NO_SHOW");
  await visit(general.doctorId, "2026-03-12T00:00:00+05:30", "COMPLETED");
  await visit(general.doctorId, "2026-03-09T23:40:00+05:30", "COMPLETED");
  await visit(general.doctorId, "2026-03-10T10:00:00+05:30", "CANCELLED");
  await visit(general.doctorId, "2026-03-10T11:00:00+05:30", null);
  await visit(skin.doctorId, "2026-03-10T02:00:00+05:30", "COMPLETED");
  await visit(skin.doctorId, "2026-03-10T03:00:00+05:30", "EXPIRED");
  const blocked = await makeSlot(sql, {
    doctorId: skin.doctorId,
    startsAt: new Date("2026-03-10T09:00:00+05:30"),
  });
  await sql.query("UPDATE slots SET status = 'BLOCKED' WHERE id = $1", [blocked.slotId]);
  await sql.query(
    "UPDATE users SET created_at = '2026-03-10T12:00:00Z' WHERE id = (SELECT id FROM users LIMIT 1)",
  );
});
afterAll(() => world.close());

describe("analytics", () => {
  it("sums up a period beside the one before", async () => {
    expect(await ask.summary(march)).toMatchObject({
      doctors: 2,
      pendingDoctors: 1,
      pendingComments: 0,
      newUsers: 1,
      consultations: 3,
      revenue: { minor: 80_000, currency: "INR" },
      conversion: 0.4,
      noShows: 1,
      previous: { newUsers: 0, consultations: 1, revenue: { minor: 40_000 }, conversion: 1, noShows: 0 },
    });
  });

  it("has no rate where nothing was booked", async () => {
    const empty = { from: "2025-01-01T00:00:00Z", to: "2025-01-02T00:00:00Z" };
    expect(await ask.summary(empty)).toMatchObject({ conversion: null, revenue: { minor: 0 } });
    expect((await ask.conversion(empty)).rate).toBeNull();
    expect((await ask.doctorUtilization(empty)).items).toEqual([]);
  });

  it("counts days on the wall of the chosen zone, empty ones too, and agrees with the summary", async () => {
    expect((await ask.consultationsPerDay(march)).items).toEqual([
      { date: "2026-03-10", booked: 2, completed: 2 },
      { date: "2026-03-11", booked: 1, completed: 0 },
    ]);
    const inUtc = await ask.consultationsPerDay({ ...march, timezone: "UTC" });
    expect(inUtc.items).toEqual([
      { date: "2026-03-09", booked: 2, completed: 2 },
      { date: "2026-03-10", booked: 0, completed: 0 },
      { date: "2026-03-11", booked: 1, completed: 0 },
    ]);
  });

  it("keeps a day of 25 hours one day", async () => {
    const fall = {
      from: "2026-11-01T00:00:00-04:00",
      to: "2026-11-02T00:00:00-05:00",
      timezone: "America/New_York",
    };
    expect((await ask.consultationsPerDay(fall)).items.map((day) => day.date)).toEqual(["2026-11-01"]);
  });

  it("says what became of each booking", async () => {
    expect(await ask.conversion(march)).toEqual({
      booked: 5,
      confirmed: 4,
      completed: 2,
      cancelled: 1,
      noShow: 1,
      expired: 1,
      rate: 0.4,
    });
  });

  it("sets taken against offered minutes, blocked slots left out", async () => {
    const { items } = await ask.doctorUtilization(march);
    expect(items.map(({ doctorId: _, ...row }) => row)).toEqual([
      { fullName: "Dr. General", offeredMin: 80, bookedMin: 40, utilization: 0.5 },
      { fullName: "Dr. Skin", offeredMin: 40, bookedMin: 20, utilization: 0.5 },
    ]);
  });

  it("ranks specializations, whose visits and revenue add up to the summary's", async () => {
    const { items } = await ask.topSpecializations(march);
    expect(items.map((row) => [row.specialization, row.consultations, row.revenue.minor])).toEqual([
      ["general-medicine", 2, 40_000],
      ["dermatology", 1, 40_000],
    ]);
  });

  it.each([
    ["backwards", { from: march.to, to: march.from }],
    ["longer than a year and a day", { from: "2024-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }],
    ["in a zone nobody knows", { ...march, timezone: "Asia/Atlantis" }],
  ])("refuses a period %s", async (_why, period) => {
    const names = [
      "summary",
      "consultationsPerDay",
      "conversion",
      "doctorUtilization",
      "topSpecializations",
    ] as const;
    for (const name of names) {
      const code = await ask[name](period).then(
        () => "ok",
        (error) => toPublicError(error).code,
      );
      expect(code, name).toBe("input.invalid");
    }
  });
});
