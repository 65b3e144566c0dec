import { randomUUID } from "node:crypto";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../procedure";
import { codeOf, testContext } from "../../testing-context";
import { paymentRouter } from "../payment/router";
import { consultationRouter } from "./router";

const clinic = router({ consultation: consultationRouter, payment: paymentRouter });
const ROUNDS = 12;

describe("expiring, paying and cancelling at the same moment", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  let worker: pg.Pool;
  beforeAll(async () => {
    world = await testContext();
    worker = new pg.Pool({ connectionString: world.database.workerUrl, max: 2 });
  });
  afterAll(async () => {
    await worker.end();
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  const held = async (doctorId: string, minutes: number) => {
    const api = await world.callerAs(clinic, await makePatient(world.sql));
    const { slotId } = await makeSlot(world.sql, { doctorId, startsAt: minutesAhead(minutes) });
    const { id } = await api.consultation.book({
      slotId,
      mode: "VIDEO",
      reason: "cough",
      idempotencyKey: randomUUID(),
    });
    return { api, id };
  };
  const endOfHolds = () =>
    world.sql.query(
      "UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE status = 'REQUESTED'",
    );
  const settle = (id: string) =>
    world.deps.db.pool.query<{ outcome: string }>(
      "SELECT outcome FROM settle_payment((SELECT id FROM payments WHERE consultation_id = $1), $2, NULL, 'SYSTEM', 'race')",
      [id, randomUUID()],
    );
  const expire = () => worker.query("SELECT expire_holds(500)");
  const storyOf = async (id: string) => {
    const { rows } = await world.sql.query<{
      status: string;
      paid: string;
      refunded: number;
      told: string[];
    }>(
      `SELECT c.status, p.status AS paid, p.refunded_minor::int AS refunded,
         (SELECT array_agg(kind ORDER BY kind) FROM outbox_events WHERE aggregate_id = c.id AND kind <> 'consultation.requested') AS told
       FROM consultations c JOIN payments p ON p.consultation_id = c.id WHERE c.id = $1`,
      [id],
    );
    return rows[0];
  };

  it("ends each visit in one way, with its money where it belongs", async () => {
    const { doctorId } = await makeDoctor(world.sql);
    for (let round = 0; round < ROUNDS; round += 1) {
      const visits = await Promise.all([0, 30, 60].map((more) => held(doctorId, 600 + round * 100 + more)));
      await endOfHolds();
      const races = visits.flatMap(({ api, id }) => [
        settle(id),
        codeOf(api.consultation.cancel({ id })),
        settle(id),
      ]);
      await Promise.all([expire(), ...races, expire()]);
      for (const { id } of visits) {
        const story = await storyOf(id);
        // Money came in any case: the visit stands, or all of it goes back.
        expect(story?.paid).toBe("SUCCEEDED");
        const isCancelledAfterPaying =
          story?.status === "CANCELLED" && story.told.includes("consultation.confirmed");
        const told = story?.told.filter((kind) => kind === "consultation.cancelled").length;
        expect(told).toBe(story?.status === "CANCELLED" ? 1 : 0);
        if (story?.status === "CONFIRMED") expect(story.refunded).toBe(0);
        else expect([story?.refunded, isCancelledAfterPaying]).toEqual([50_000, isCancelledAfterPaying]);
      }
    }
  });

  it("meets money and the end of its hold without a deadlock", async () => {
    const { doctorId } = await makeDoctor(world.sql);
    const before = await deadlocks();
    for (let round = 0; round < ROUNDS; round += 1) {
      const visits = await Promise.all(
        [0, 30, 60, 90].map((more) => held(doctorId, 5_000 + round * 130 + more)),
      );
      await endOfHolds();
      const outcomes = await Promise.all([expire(), ...visits.map(({ id }) => settle(id)), expire()]);
      expect(outcomes).toHaveLength(6);
    }
    expect(await deadlocks()).toBe(before);
  });

  const deadlocks = async () => {
    await world.sql.query("SELECT pg_stat_force_next_flush()");
    const { rows } = await world.sql.query<{ deadlocks: string }>(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    );
    return Number(rows[0]?.deadlocks);
  };
});
