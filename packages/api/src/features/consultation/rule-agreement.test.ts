import { randomUUID } from "node:crypto";
import { decideBooking, MAX_OPEN_HOLDS } from "@amrutam/domain/booking/decide-booking";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "./router";

const situation = fc.record({
  status: fc.constantFrom("OPEN" as const, "OPEN" as const, "BLOCKED" as const, "REMOVED" as const),
  startsIn: fc.constantFrom(-30, 30, 300),
  minNoticeMin: fc.constantFrom(0, 120),
  offersVideo: fc.boolean(),
  isTaken: fc.boolean(),
  isApproved: fc.boolean(),
  isVerified: fc.boolean(),
  dependant: fc.constantFrom("none", "own", "own", "archived", "foreign"),
  isOverlapping: fc.boolean(),
  openHolds: fc.constantFrom(0, MAX_OPEN_HOLDS),
  isFree: fc.boolean(),
});

let world: Awaited<ReturnType<typeof testContext>>;
beforeAll(async () => {
  world = await testContext();
});
afterAll(() => world.close());

it("book_consultation() and decideBooking() say the same of every situation", () =>
  fc.assert(
    fc.asyncProperty(situation, async (s) => {
      const { sql } = world;
      const patient = await makePatient(sql, { isVerified: s.isVerified });
      const doctor = await makeDoctor(sql, {
        approval: s.isApproved ? "APPROVED" : "PENDING",
        feeMinor: s.isFree ? 0 : 50_000,
        minNoticeMin: s.minNoticeMin,
      });
      const modes = s.offersVideo ? (["VIDEO", "CHAT"] as const) : (["CHAT"] as const);
      const startsAt = minutesAhead(s.startsIn);
      const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt, modes });
      const elsewhere = async (minutes: number, status: "REQUESTED" | "CONFIRMED") => {
        const other = await makeDoctor(sql);
        const { slotId } = await makeSlot(sql, { doctorId: other.doctorId, startsAt: minutesAhead(minutes) });
        await makeConsultation(sql, { slotId, patientId: patient.userId, status });
      };
      if (s.isTaken) {
        const other = await makePatient(sql);
        await makeConsultation(sql, { slotId: slot.slotId, patientId: other.userId });
      }
      if (s.isOverlapping) await elsewhere(s.startsIn + 5, "CONFIRMED");
      for (let n = 0; n < s.openHolds; n += 1) await elsewhere(2_000 + n * 60, "REQUESTED");
      await sql.query("UPDATE slots SET status = $2 WHERE id = $1", [slot.slotId, s.status]);

      const dependantId =
        s.dependant === "none"
          ? undefined
          : await makeDependant(sql, {
              patientId: s.dependant === "foreign" ? (await makePatient(sql)).userId : patient.userId,
              isArchived: s.dependant === "archived",
            });

      const rule = decideBooking(
        {
          slot:
            s.status === "REMOVED"
              ? null
              : {
                  startsAt: fromEpochMs(startsAt.getTime()),
                  endsAt: fromEpochMs(slot.endsAt.getTime()),
                  status: s.status,
                  capacity: 1,
                  taken: s.isTaken ? 1 : 0,
                  modes,
                },
          doctor: { bookable: s.isApproved, minNoticeMin: s.minNoticeMin, isFree: s.isFree },
          patient: {
            emailVerified: s.isVerified,
            dependantKnown: s.dependant === "none" || s.dependant === "own",
            overlapping: s.isOverlapping,
            openHolds: s.openHolds,
          },
          mode: "VIDEO",
        },
        fromEpochMs(Date.now()),
      );
      const api = await world.callerAs(consultationRouter, patient);
      const code = await codeOf(
        api.book({
          slotId: slot.slotId,
          mode: "VIDEO",
          reason: "cough",
          dependantId,
          idempotencyKey: randomUUID(),
        }),
      );
      expect(code).toBe(rule.ok ? "ok" : rule.code);
    }),
    { numRuns: 150 },
  ));
