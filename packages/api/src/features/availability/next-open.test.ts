import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { testContext } from "../../testing-context";
import { refreshStaleNextOpen } from "./next-open";

let api: Awaited<ReturnType<typeof testContext>>;
beforeAll(async () => {
  api = await testContext();
});
afterAll(() => api.close());

it("moves the soonest time on, and waits for no doctor whose slots are being changed", async () => {
  const stale = async () => {
    const { doctorId } = await makeDoctor(api.sql);
    const { startsAt } = await makeSlot(api.sql, { doctorId, startsAt: minutesAhead(90) });
    await api.sql.query("UPDATE doctors SET next_open_at = now() - interval '1 minute' WHERE id = $1", [
      doctorId,
    ]);
    return { doctorId, startsAt };
  };
  const nextOf = async (doctorId: string) =>
    (await api.sql.query("SELECT next_open_at FROM doctors WHERE id = $1", [doctorId])).rows[0].next_open_at;
  const [busy, free] = [await stale(), await stale()];
  const rival = await api.sql.connect();
  try {
    await rival.query("BEGIN");
    await rival.query("SELECT FROM doctors WHERE id = $1 FOR NO KEY UPDATE", [busy.doctorId]);
    await refreshStaleNextOpen(api.deps.db);
    expect(await nextOf(free.doctorId)).toEqual(free.startsAt);
    await rival.query("COMMIT");
  } finally {
    rival.release();
  }
  await refreshStaleNextOpen(api.deps.db);
  expect(await nextOf(busy.doctorId)).toEqual(busy.startsAt);
});
