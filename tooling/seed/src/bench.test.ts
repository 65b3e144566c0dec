import { findSession } from "@amrutam/auth/sessions";
import { openDatabase } from "@amrutam/db/client";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { assertInvariants } from "@amrutam/testing/invariants";
import { testKeys } from "@amrutam/testing/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOwner } from "./as-owner";
import { benchCounts, seedBench } from "./bench";

describe("the bench scenario", () => {
  let database: TestDatabase;
  const counts = { doctors: 30, slots: 900, consultations: 600, sessions: 40 };
  const seed = (nowMs: number) =>
    asOwner(database.migratorUrl, (client) =>
      seedBench(client, counts, { keys: testKeys, nowMs, log: () => undefined }),
    );
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it("makes what was asked for, twice beside itself, with sessions that live", async () => {
    const [session] = await seed(Date.now());
    await seed(Date.now() + 1);
    const db = openDatabase({ url: database.superuserUrl, max: 1 });
    try {
      const [made] = await db.query(
        "counts",
        `SELECT (SELECT count(*) FROM doctors) AS doctors,
        (SELECT count(*) FROM slots WHERE starts_at > now() AND taken = 0) AS slots,
        (SELECT count(*) FROM consultations) AS consultations, (SELECT count(*) FROM sessions) AS sessions`,
        [],
      );
      expect(made).toEqual({ doctors: 60, slots: 1800, consultations: 1200, sessions: 80 });
      expect(await findSession(db.query, "WEB", session?.sessionId ?? "")).toMatchObject({
        userId: session?.userId,
      });
    } finally {
      await db.close();
    }
    await assertInvariants(database.superuserUrl);
  });

  it("names every option that is no count", () => {
    expect(benchCounts({}).doctors).toBe(2_000);
    expect(() => benchCounts({ doctors: "many", slots: "-1" })).toThrow(/--doctors.*\n--slots/);
  });
});
