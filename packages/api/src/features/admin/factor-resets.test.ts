import { hashPassword } from "@amrutam/auth/passwords";
import { createTicket, redeemTicket } from "@amrutam/auth/tickets";
import { codeOf as totpOf } from "@amrutam/auth/totp";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import { codeOf, testContext } from "../../testing-context";
import { inTransaction } from "../../transaction";

const PASSWORD = "seven quiet herons at dusk";
const reason = "Called from the number on file; answered three questions.";

describe("lost second factors", () => {
  let w: Awaited<ReturnType<typeof testContext>>;
  const admins: Person[] = [];
  let passwordHash: string;
  beforeAll(async () => {
    w = await testContext({ audience: "ADMIN", origin: new URL("http://localhost:3001") });
    passwordHash = await hashPassword(PASSWORD);
    for (const _ of [1, 2, 3]) admins.push(await makePerson(w.sql, { role: "ADMIN" }));
  });
  afterAll(() => w.close());

  const as = (person: Person | null | undefined) => w.callerAs(adminRouter, person ?? null);
  const [first, second] = [() => as(admins[0]), () => as(admins[1])];
  /** Somebody of the console with an authenticator app and an open session. */
  const enrolled = async (role: "ADMIN" | "SUPPORT" = "SUPPORT") => {
    const who = await makePerson(w.sql, { role, passwordHash });
    const api = await as(who);
    const { secret } = await api.auth.enableMfa({});
    await api.auth.confirmMfa({ code: totpOf(secret, Date.now()) });
    return who;
  };
  const held = async (userId: string) => {
    const { rows } = await w.sql.query(
      `SELECT (SELECT count(*)::int FROM totp_factors WHERE user_id = $1) AS totp,
        (SELECT count(*)::int FROM recovery_codes WHERE user_id = $1) AS codes,
        (SELECT count(*)::int FROM sessions WHERE user_id = $1 AND revoked_at IS NULL) AS sessions`,
      [userId],
    );
    return rows[0];
  };

  it("are taken away by two admins, with every session, and the person is told both times", async () => {
    const who = await enrolled();
    const asked = await (await first()).admin.requestFactorReset({ userId: who.userId, reason });
    expect(asked).toMatchObject({ state: "OPEN", reason, mayDecide: false, person: { id: who.userId } });
    expect(await held(who.userId)).toEqual({ totp: 1, codes: 10, sessions: 1 });
    const ticket = await inTransaction(w.deps, (tx) =>
      createTicket(tx, { userId: who.userId, audience: "ADMIN", aal: 2 }),
    );
    const { items } = await (await second()).admin.factorResets({});
    expect(items.find(({ id }) => id === asked.id)).toMatchObject({ mayDecide: true });
    const done = await (await second()).admin.decideFactorReset({ id: asked.id, decision: "APPROVED" });
    expect(done).toMatchObject({ state: "APPROVED", decidedBy: { id: admins[1]?.userId } });
    expect(await held(who.userId)).toEqual({ totp: 0, codes: 0, sessions: 0 });
    // Made for the factor that is gone, a moment before: it opens nothing.
    expect(await inTransaction(w.deps, (tx) => redeemTicket(tx, "ADMIN", ticket))).toBeNull();
    const { rows } = await w.sql.query("SELECT kind FROM outbox_events WHERE aggregate_id = $1 ORDER BY id", [
      who.userId,
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      "auth.totp_added",
      "auth.factor_reset_requested",
      "auth.factors_reset",
    ]);
    const answer = await (await as(null)).auth.login({ email: who.email, password: PASSWORD });
    expect(answer).toHaveProperty("accessToken");
  });

  it("stay when the same admin decides, or the person concerned asks or decides", async () => {
    const who = await enrolled("ADMIN");
    const { id } = await (await first()).admin.requestFactorReset({ userId: who.userId, reason });
    const approve = async (admin: Person | undefined) =>
      codeOf((await as(admin)).admin.decideFactorReset({ id, decision: "APPROVED" }));
    expect(await approve(admins[0])).toBe("admin.reset_own_request");
    expect(await approve(who)).toBe("admin.self_change");
    const own = (await as(who)).admin.requestFactorReset({ userId: who.userId, reason });
    expect(await codeOf(own)).toBe("admin.self_change");
    const support = await makePerson(w.sql, { role: "SUPPORT" });
    expect(await approve(support)).toBe("auth.forbidden");
    expect(await held(who.userId)).toMatchObject({ totp: 1, codes: 10 });
  });

  it("can't be decided past the rule by anybody: the schema says no too", async () => {
    const who = await enrolled();
    const { id } = await (await first()).admin.requestFactorReset({ userId: who.userId, reason });
    const decide = (by: string | undefined) =>
      w.sql.query(
        "UPDATE factor_resets SET decision = 'APPROVED', decided_by = $2, decided_at = now() WHERE id = $1",
        [id, by],
      );
    await expect(decide(admins[0]?.userId)).rejects.toThrow("factor_resets_decider");
    await expect(decide(who.userId)).rejects.toThrow("factor_resets_decider");
    const again = w.sql.query(
      "INSERT INTO factor_resets (user_id, reason, requested_by, expires_at) VALUES ($1, 'x', $2, now() + interval '1 day')",
      [who.userId, admins[1]?.userId],
    );
    await expect(again).rejects.toThrow("factor_resets_one_open");
    await decide(admins[1]?.userId);
    await expect(w.sql.query("UPDATE factor_resets SET reason = 'y' WHERE id = $1", [id])).rejects.toThrow(
      "append-only",
    );
  });

  it("are asked for once at a time, decided once, within a day, while who asked is an admin", async () => {
    const who = await enrolled();
    const ask = async (admin: Person | undefined) =>
      codeOf((await as(admin)).admin.requestFactorReset({ userId: who.userId, reason }));
    const both = await Promise.all([ask(admins[0]), ask(admins[1])]);
    expect(both.sort()).toEqual(["admin.reset_open", "ok"]);
    const { rows } = await w.sql.query("SELECT id, requested_by FROM factor_resets WHERE user_id = $1", [
      who.userId,
    ]);
    const { id, requested_by: asker } = rows[0];
    const others = admins.filter(({ userId }) => userId !== asker);
    const decide = async (admin: Person | undefined, decision: "APPROVED" | "REJECTED") =>
      codeOf((await as(admin)).admin.decideFactorReset({ id, decision }));
    await w.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [asker]);
    expect(await decide(others[0], "APPROVED")).toBe("admin.reset_expired");
    await w.sql.query("UPDATE users SET status = 'ACTIVE' WHERE id = $1", [asker]);
    const codes = await Promise.all([decide(others[0], "REJECTED"), decide(others[1], "APPROVED")]);
    expect(codes.sort()).toEqual(["admin.reset_decided", "ok"]);

    const late = await enrolled();
    const made = await (await first()).admin.requestFactorReset({ userId: late.userId, reason });
    await w.sql.query(
      "UPDATE factor_resets SET requested_at = now() - interval '25 hours', expires_at = now() - interval '1 hour' WHERE id = $1",
      [made.id],
    );
    const answer = (await second()).admin.decideFactorReset({ id: made.id, decision: "APPROVED" });
    expect(await codeOf(answer)).toBe("admin.reset_expired");
    expect(await codeOf((await second()).admin.requestFactorReset({ userId: late.userId, reason }))).toBe(
      "ok",
    );
  });

  it("need a fresh proof, something to take away, and an account", async () => {
    const bare = await makePerson(w.sql, { role: "SUPPORT" });
    const api = await first();
    expect(await codeOf(api.admin.requestFactorReset({ userId: bare.userId, reason }))).toBe(
      "admin.no_factors",
    );
    const nobody = "019adf3e-7c00-7000-8000-0000000000a1";
    expect(await codeOf(api.admin.requestFactorReset({ userId: nobody, reason }))).toBe("not_found");
    expect(await codeOf(api.admin.decideFactorReset({ id: nobody, decision: "APPROVED" }))).toBe("not_found");
  });
});
