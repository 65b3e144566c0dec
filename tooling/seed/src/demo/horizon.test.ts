import { rollHorizon } from "@amrutam/api/features/availability/public";
import { availabilityRouter } from "@amrutam/api/features/availability/router";
import { testContext } from "@amrutam/api/testing-context";
import type { Person } from "@amrutam/testing/factories/person";
import { testKeys } from "@amrutam/testing/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOwner } from "../as-owner";
import { seedDemo } from "../demo";

const nowMs = Date.now();

describe("the demo clinic's slots", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  const slots = async () =>
    (await api.sql.query("SELECT id, starts_at, ends_at, modes, status, taken FROM slots ORDER BY id")).rows;

  beforeAll(async () => {
    // One moment for the seed and for who saves: a midnight between the two would add a day with good reason.
    api = await testContext({ clock: { now: () => new Date(nowMs) } });
    await asOwner(api.database.migratorUrl, (client) =>
      seedDemo(client, { keys: testKeys, nowMs, log: () => undefined }),
    );
  }, 120_000);
  afterAll(() => api.close());

  it("are what the hours give: a doctor who saves them unchanged changes nothing", async () => {
    const before = await slots();
    const { rows: doctors } = await api.sql.query<Person>(
      `SELECT u.id AS "userId", u.role, u.email::text, u.full_name AS "fullName" FROM users u
       JOIN doctors d ON d.user_id = u.id WHERE d.approval = 'APPROVED'`,
    );
    expect(doctors).toHaveLength(61);
    for (const person of doctors) {
      const doctor = await api.callerAs(availabilityRouter, person);
      const hours = await doctor.hours({});
      expect(await doctor.setHours(hours)).toMatchObject({ hours, added: 0, removed: 0 });
    }
    expect(await slots()).toEqual(before);
  }, 60_000);

  it("reach the horizon: the daily job finds nothing to add", async () => {
    expect(await rollHorizon(api.deps)).toEqual({ doctors: 0, added: 0, failed: [] });
  });
});
