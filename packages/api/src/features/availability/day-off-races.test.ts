import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { availabilityRouter } from "./router";

const clinic = router({ availability: availabilityRouter, consultation: consultationRouter });
const DAY_MS = 86_400_000;
const PATIENTS = 6;

describe("a day off while its patients act", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    api = await testContext();
  });
  afterAll(async () => {
    await assertInvariants(api.database.superuserUrl);
    await api.close();
  });

  /** How often PostgreSQL had to break a ring of waiting transactions so far. */
  const deadlocks = async () => {
    const { rows } = await api.sql.query(
      "SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()",
    );
    return rows[0].count as number;
  };

  it("waits for them, or they for it, but never in a ring", async () => {
    const date = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
    const before = await deadlocks();
    for (let round = 0; round < 4; round += 1) {
      const doctor = await makeDoctor(api.sql, { timezone: "UTC" });
      const practice = await api.callerAs(clinic, doctor);
      const visits = await Promise.all(
        Array.from({ length: PATIENTS }, async (_, index) => {
          const startsAt = new Date(`${date}T${String(8 + index).padStart(2, "0")}:00:00Z`);
          const { slotId } = await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt });
          const patient = await api.callerAs(clinic, await makePatient(api.sql));
          const call = { slotId, mode: "VIDEO" as const, reason: "a cough", idempotencyKey: randomUUID() };
          return { patient, id: (await patient.consultation.book(call)).id };
        }),
      );
      const off = {
        date,
        reason: "",
        cancels: visits.map(({ id }) => id),
        idempotencyKey: randomUUID(),
      };
      const [taken, ...extended] = await Promise.all([
        codeOf(practice.availability.dayOff(off)),
        ...visits.map(({ patient, id }) => codeOf(patient.consultation.extendHold({ id }))),
      ]);
      expect(taken).toBe("ok");
      for (const code of extended) expect(["ok", "consultation.illegal_transition"]).toContain(code);
    }
    // What a connection counts is told when it has been idle for a moment.
    await api.deps.db.query("stats", "SELECT pg_stat_force_next_flush()", []);
    await expect.poll(async () => (await deadlocks()) - before, { timeout: 1_500 }).toBe(0);
  });
});
