import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { doctorRouter } from "./router";

const NOBODY = "019aaaaa-0000-7000-8000-000000000000";
const base = minutesAhead(0).getTime();
const ahead = (minutes: number) => new Date(base + minutes * 60_000);
const DAY_MIN = 1440;

describe("a doctor's public pages", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let open: Awaited<ReturnType<typeof anonymous>>;
  let doctor: Doctor;
  const anonymous = () => api.callerAs(doctorRouter, null);
  const slotAt = (minutes: number, wishes: object = {}) =>
    makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: ahead(minutes), ...wishes });

  beforeAll(async () => {
    api = await testContext();
    open = await anonymous();
    doctor = await makeDoctor(api.sql, {
      minNoticeMin: 30,
      practisingSince: 2000,
      timezone: "Asia/Kathmandu",
    });
  });
  afterAll(() => api.close());

  it("show the profile, and the same not_found for unknown, unapproved and disabled", async () => {
    const profile = await open.get({ id: doctor.doctorId });
    expect(profile).toMatchObject({
      fullName: "Dr. Asha Rao",
      experienceYears: new Date().getUTCFullYear() - 2000,
      fee: { minor: 50_000, currency: "INR" },
      rating: null,
    });
    const hidden = [
      await makeDoctor(api.sql, { approval: "PENDING" }),
      await makeDoctor(api.sql, { approval: "SUSPENDED" }),
      await makeDoctor(api.sql, { status: "DISABLED" }),
    ];
    for (const id of [NOBODY, ...hidden.map(({ doctorId }) => doctorId)]) {
      const period = { from: ahead(0).toISOString(), to: ahead(60).toISOString() };
      expect(await codeOf(open.get({ id }))).toBe("not_found");
      expect(await codeOf(open.slots({ doctorId: id, ...period }))).toBe("not_found");
    }
    const slot = await makeSlot(api.sql, { doctorId: hidden[0]?.doctorId ?? "", startsAt: ahead(100) });
    expect(await codeOf(open.slot({ id: slot.slotId }))).toBe("not_found");
    expect(await codeOf(open.slot({ id: NOBODY }))).toBe("not_found");
  });

  it("list open slots beyond the notice, and the first one after the period", async () => {
    await slotAt(20);
    const [first, last] = [await slotAt(60), await slotAt(DAY_MIN)];
    await slotAt(90, { status: "BLOCKED" });
    await slotAt(120, { status: "REMOVED" });
    const taken = await slotAt(150);
    const patient = await makePatient(api.sql);
    await makeConsultation(api.sql, { slotId: taken.slotId, patientId: patient.userId });
    const slots = await open.slots({
      doctorId: doctor.doctorId,
      from: ahead(-60).toISOString(),
      to: ahead(DAY_MIN).toISOString(),
    });
    expect(slots.timezone).toBe("Asia/Kathmandu");
    expect(slots.items.map(({ id }) => id)).toEqual([first.slotId]);
    expect(slots.nextAfter?.id).toBe(last.slotId);
    const later = await open.slots({
      doctorId: doctor.doctorId,
      from: ahead(2 * DAY_MIN).toISOString(),
      to: ahead(33 * DAY_MIN).toISOString(),
    });
    expect(later).toMatchObject({ items: [], nextAfter: null });
  });

  it.each([
    ["empty", 0, 0],
    ["backwards", 60, 0],
    ["of more than 31 days", 0, 31 * DAY_MIN + 61],
  ])("refuse a period that is %s", async (_what, from, to) => {
    const period = { from: ahead(from).toISOString(), to: ahead(to).toISOString() };
    expect(await codeOf(open.slots({ doctorId: doctor.doctorId, ...period }))).toBe("input.invalid");
  });

  it("show a slot's state with the nearest other times", async () => {
    const other = await makeDoctor(api.sql, { fullName: "Dr. Four" });
    const make = (minutes: number, wishes: object = {}) =>
      makeSlot(api.sql, { doctorId: other.doctorId, startsAt: ahead(minutes), ...wishes });
    const [a, b, middle, c] = [await make(100), await make(240), await make(300), await make(340)];
    const [blocked, past] = [await make(400, { status: "BLOCKED" }), await make(-30)];
    const detail = await open.slot({ id: middle.slotId });
    expect(detail).toMatchObject({
      state: "OPEN",
      doctor: { fullName: "Dr. Four" },
      slot: { id: middle.slotId },
    });
    expect(detail.alternatives.map(({ id }) => id)).toEqual([c.slotId, b.slotId, a.slotId]);
    expect((await open.slot({ id: blocked.slotId })).state).toBe("TAKEN");
    expect((await open.slot({ id: past.slotId })).state).toBe("PAST");
    const patient = await makePatient(api.sql);
    await makeConsultation(api.sql, {
      slotId: middle.slotId,
      patientId: patient.userId,
      status: "REQUESTED",
    });
    expect((await open.slot({ id: middle.slotId })).state).toBe("TAKEN");
  });
});
