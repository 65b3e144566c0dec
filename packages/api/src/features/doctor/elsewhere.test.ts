import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { router } from "../../procedure";
import { testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { doctorRouter } from "./router";

const clinic = router({ doctor: doctorRouter, consultation: consultationRouter });
let world: Awaited<ReturnType<typeof testContext>>;
beforeAll(async () => {
  world = await testContext();
});
afterAll(() => world.close());

it("offers a lost time's nearest others: the doctor's own first, then those of the specialization", async () => {
  const { sql } = world;
  const doctorOf = (specialization: string, more = {}) =>
    makeDoctor(sql, { specialization, ...more } as never);
  const own = await doctorOf("dermatology");
  const [near, far, other, hidden] = [
    await doctorOf("dermatology"),
    await doctorOf("dermatology"),
    await doctorOf("cardiology"),
    await doctorOf("dermatology", { approval: "SUSPENDED" }),
  ];
  const slotAt = (doctorId: string, minutes: number, modes?: readonly ("VIDEO" | "CHAT")[]) =>
    makeSlot(sql, { doctorId, startsAt: minutesAhead(minutes), ...(modes ? { modes } : {}) });
  const lost = await slotAt(own.doctorId, 600);
  await makeConsultation(sql, { slotId: lost.slotId, patientId: (await makePatient(sql)).userId });
  const ownOther = await slotAt(own.doctorId, 3_000);
  await slotAt(other.doctorId, 600);
  await slotAt(hidden.doctorId, 600);
  await slotAt(near.doctorId, 610, ["CHAT"]);
  const nearVideo = await slotAt(near.doctorId, 660);
  const farVideo = await slotAt(far.doctorId, 900);

  const patient = await world.callerAs(clinic, await makePatient(sql));
  const input = { slotId: lost.slotId, mode: "VIDEO" as const, reason: "rash", idempotencyKey: randomUUID() };
  await expect(patient.consultation.book(input)).rejects.toMatchObject({
    details: {
      alternatives: [
        { id: ownOther.slotId, doctorId: own.doctorId },
        { id: nearVideo.slotId, doctorId: near.doctorId },
        { id: farVideo.slotId, doctorId: far.doctorId },
      ],
    },
  });
  const shown = await patient.doctor.slot({ id: lost.slotId });
  expect(shown.elsewhere.map(({ doctor }) => doctor.id)).toEqual([near.doctorId, far.doctorId]);
  const open = await patient.doctor.slot({ id: ownOther.slotId });
  expect(open.elsewhere).toEqual([]);
});
