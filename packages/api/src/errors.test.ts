import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toPublicError } from "./errors";
import { codeOf, testContext } from "./testing-context";
import { inTransaction } from "./transaction";

describe("a database that says no for now", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(() => world.close());

  const raising = (state: string) =>
    `DO $$ BEGIN RAISE EXCEPTION 'row values' USING ERRCODE = '${state}'; END $$`;

  it.each([
    ["a serialization failure", "40001"],
    ["a deadlock", "40P01"],
    ["a lock that isn't let go of", "55P03"],
    ["a cancelled statement", "57014"],
    ["a grant that is gone", "42501"],
  ])("answers %s with 503, by Prisma and by pg", async (_what, state) => {
    let tries = 0;
    const byPrisma = inTransaction(world.deps, async (tx) => {
      tries += 1;
      await tx.$executeRawUnsafe(raising(state));
    });
    expect(await codeOf(byPrisma)).toBe("service.unavailable");
    expect(tries).toBe(state.startsWith("40") ? 3 : 1);
    const byPg: unknown = await world.deps.db.pool.query(raising(state)).catch((error: unknown) => error);
    expect(toPublicError(byPg)).toEqual({ code: "service.unavailable", status: 503 });
    const wrapped = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: byPg });
    expect(toPublicError(wrapped)).toEqual({ code: "service.unavailable", status: 503 });
  });

  it.each(["22P02", "23514", "42703"])("takes %s for a bug of ours", async (state) => {
    const error: unknown = await world.deps.db.pool.query(raising(state)).catch((cause: unknown) => cause);
    expect(toPublicError(error)).toEqual({ code: "internal", status: 500 });
  });
});
