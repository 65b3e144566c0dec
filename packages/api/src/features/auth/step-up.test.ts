import { codeOf as totpOf } from "@amrutam/auth/totp";
import { makePerson } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCallerFactory } from "../../procedure";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { adminAuthRouter } from "./router";

const callerOf = createCallerFactory(adminAuthRouter);
let world: Awaited<ReturnType<typeof testContext>>;
beforeAll(async () => {
  world = await testContext({ audience: "ADMIN" });
});
afterAll(() => world.close());

it("makes a stale second factor fresh, in this session alone, with a code that works once", async () => {
  const admin = await makePerson(world.sql, { role: "ADMIN" });
  const context = await contextOf(world.deps, admin);
  const caller = callerOf(context);
  const { secret } = await caller.enableMfa({});
  await caller.confirmMfa({ code: totpOf(secret, Date.now()) });
  const other = await contextOf(world.deps, admin);
  await world.sql.query("UPDATE sessions SET step_up_at = now() - interval '1 hour' WHERE user_id = $1", [
    admin.userId,
  ]);
  await world.sql.query("UPDATE totp_factors SET last_step = 0 WHERE user_id = $1", [admin.userId]);

  const code = totpOf(secret, Date.now());
  expect(await codeOf(caller.stepUp({ code: "000000" }))).toBe("auth.invalid_code");
  expect(await caller.stepUp({ code })).toEqual({ done: true });
  expect(await codeOf(callerOf(other).stepUp({ code }))).toBe("auth.invalid_code");
  const { rows } = await world.sql.query(
    "SELECT id FROM sessions WHERE user_id = $1 AND step_up_at > now() - interval '1 minute'",
    [admin.userId],
  );
  expect(rows).toEqual([{ id: context.session?.sessionId }]);
});
