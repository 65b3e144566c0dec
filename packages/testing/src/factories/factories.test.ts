import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../database";
import { makeConsultation } from "./consultation";
import { makeDoctor } from "./doctor";
import { makePatient } from "./person";
import { makeSlot, minutesAhead } from "./slot";

describe("factories", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  it("make rows that hold every constraint, in every state of a consultation", async () => {
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const states = [
      "REQUESTED",
      "CONFIRMED",
      "IN_PROGRESS",
      "COMPLETED",
      "CANCELLED",
      "NO_SHOW",
      "EXPIRED",
    ] as const;
    for (const [index, status] of states.entries()) {
      const slot = await makeSlot(sql, {
        doctorId: doctor.doctorId,
        startsAt: minutesAhead(60 + index * 20),
      });
      await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId, status });
    }
    const { rows } = await sql.query("SELECT sum(taken)::int AS taken, count(*)::int AS slots FROM slots");
    expect(rows).toEqual([{ taken: 5, slots: 7 }]);
  });
});
