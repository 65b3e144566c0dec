import { randomUUID } from "node:crypto";
import { decideReschedule } from "@amrutam/domain/consultation/decide-reschedule";
import { CONSULTATION_STATUSES } from "@amrutam/domain/consultation/schema";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "./router";

const situation = fc.record({
  party: fc.constantFrom("PATIENT" as const, "DOCTOR" as const),
  status: fc.constantFrom(
    ...CONSULTATION_STATUSES,
    "CONFIRMED" as const,
    "CONFIRMED" as const,
    "CONFIRMED" as const,
  ),
  startsIn: fc.constantFrom(-60, 60, 119, 600),
  moves: fc.constantFrom(0, 2, 3),
  target: fc.constantFrom("other", "other", "other", "same", "foreign", "missing"),
  targetIn: fc.constantFrom(-20, 90, 900),
  targetStatus: fc.constantFrom("OPEN" as const, "OPEN" as const, "BLOCKED" as const, "REMOVED" as const),
  minNoticeMin: fc.constantFrom(0, 120),
  offersVideo: fc.boolean(),
  isTaken: fc.boolean(),
  isOverlapping: fc.boolean(),
  isApproved: fc.boolean(),
  isActive: fc.boolean(),
});

let world: Awaited<ReturnType<typeof testContext>>;
beforeAll(async () => {
  world = await testContext();
});
afterAll(() => world.close());

it("reschedule_consultation() and decideReschedule() say the same of every situation", () =>
  fc.assert(
    fc.asyncProperty(situation, async (s) => {
      const { sql } = world;
      const patient = await makePatient(sql);
      const doctor = await makeDoctor(sql, { minNoticeMin: s.minNoticeMin });
      const own = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(s.startsIn) });
      const id = await makeConsultation(sql, {
        slotId: own.slotId,
        patientId: patient.userId,
        status: s.status,
      });
      await sql.query("UPDATE consultations SET patient_moves = $2 WHERE id = $1", [id, s.moves]);
      const modes = s.offersVideo ? (["VIDEO", "CHAT"] as const) : (["CHAT"] as const);
      const startsAt = minutesAhead(s.targetIn);
      const target =
        s.target === "same"
          ? own
          : await makeSlot(sql, {
              doctorId: s.target === "foreign" ? (await makeDoctor(sql)).doctorId : doctor.doctorId,
              startsAt,
              modes,
            });
      if (s.isTaken && s.target !== "same")
        await makeConsultation(sql, { slotId: target.slotId, patientId: (await makePatient(sql)).userId });
      if (s.isOverlapping) {
        const elsewhere = await makeDoctor(sql);
        const busy = await makeSlot(sql, {
          doctorId: elsewhere.doctorId,
          startsAt: minutesAhead(s.targetIn + 5),
        });
        await makeConsultation(sql, { slotId: busy.slotId, patientId: patient.userId });
      }
      if (s.target !== "same")
        await sql.query("UPDATE slots SET status = $2 WHERE id = $1", [target.slotId, s.targetStatus]);
      if (!s.isApproved)
        await sql.query("UPDATE doctors SET approval = 'SUSPENDED', decided_at = now() WHERE id = $1", [
          doctor.doctorId,
        ]);
      // A doctor whose account is disabled can't ask at all: only the patient's side is judged then.
      const isActive = s.isActive || s.party === "DOCTOR";
      const api = await world.callerAs(consultationRouter, s.party === "PATIENT" ? patient : doctor);
      if (!isActive) await sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [doctor.userId]);

      const isKnown = s.target === "same" || (s.target === "other" && s.targetStatus !== "REMOVED");
      const rule = decideReschedule(
        {
          visit: {
            status: s.status,
            startsAt: fromEpochMs(own.startsAt.getTime()),
            endsAt: fromEpochMs(own.endsAt.getTime()),
            holdExpiresAt: null,
            mode: "VIDEO",
            patientMoves: s.moves,
          },
          slot: isKnown
            ? {
                startsAt: fromEpochMs(target.startsAt.getTime()),
                endsAt: fromEpochMs(target.endsAt.getTime()),
                status: s.targetStatus === "BLOCKED" ? "BLOCKED" : "OPEN",
                capacity: 1,
                taken: s.isTaken ? 1 : 0,
                modes: [...modes],
              }
            : null,
          isSameSlot: s.target === "same",
          doctor: { bookable: s.isApproved && isActive, minNoticeMin: s.minNoticeMin },
          overlapping: s.isOverlapping,
        },
        s.party,
        fromEpochMs(Date.now()),
      );
      const slotId = s.target === "missing" ? randomUUID() : target.slotId;
      const code = await codeOf(api.reschedule({ id, slotId, idempotencyKey: randomUUID() }));
      expect(code).toBe(rule.ok ? "ok" : rule.code);
    }),
    { numRuns: 150 },
  ));
