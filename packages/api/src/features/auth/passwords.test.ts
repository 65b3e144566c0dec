import { linkTokenOf } from "@amrutam/auth/link-tokens";
import { hashPassword, verifyPassword } from "@amrutam/auth/passwords";
import { resolveRequest } from "@amrutam/auth/resolve-request";
import { codeOf as totpOf } from "@amrutam/auth/totp";
import type { Role } from "@amrutam/domain/actor";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adminRouter } from "../../admin-router";
import type { Audience, Deps } from "../../deps";
import { createCallerFactory } from "../../procedure";
import { rateLimits } from "../../rate-limit";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

const web = createCallerFactory(webRouter);
const console_ = createCallerFactory(adminRouter);
const OLD = "neem leaves after the monsoon";
const NEW = "seven clay pots in the courtyard";

describe("forgotten passwords", () => {
  let t: Awaited<ReturnType<typeof testContext>>;
  let passwordHash: string;
  beforeAll(async () => {
    t = await testContext();
    passwordHash = await hashPassword(OLD);
  });
  afterAll(() => t.close());

  const depsOf = (audience: Audience, wishes: Partial<Deps> = {}): Deps => ({
    ...t.deps,
    audience,
    ...wishes,
  });
  const visitor = async (wishes: Partial<Deps> = {}) => web(await contextOf(depsOf("WEB", wishes), null));
  const visitorOfConsole = async () => console_(await contextOf(depsOf("ADMIN"), null));
  const person = (role: Role, wishes: object = {}) => makePerson(t.sql, { role, passwordHash, ...wishes });
  const rows = async (text: string, ...values: unknown[]) => (await t.sql.query(text, values)).rows;
  const linksOf = ({ userId }: Person, purpose = "RESET_PASSWORD") =>
    rows(
      "SELECT id, used_at FROM link_tokens WHERE user_id = $1 AND purpose = $2 ORDER BY id",
      userId,
      purpose,
    );
  /** The token in the newest letter, as the worker makes it from the event's id. */
  const tokenFor = async (who: Person) => {
    const link = (await linksOf(who)).at(-1);
    if (!link) throw new Error("no link was made");
    return linkTokenOf(t.deps.secrets.links, link.id);
  };
  const openSessions = ({ userId }: Person) =>
    rows("SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", userId);
  const passwordOf = async ({ userId }: Person) =>
    (await rows("SELECT password_hash FROM users WHERE id = $1", userId))[0].password_hash as string;
  const isPasswordOf = async (who: Person, password: string) =>
    verifyPassword(await passwordOf(who), password);
  const bearer = async (accessToken: string) =>
    (await resolveRequest({ ...t.deps, isSecure: false }, { authorization: `Bearer ${accessToken}` }))
      .session;

  describe("a request", () => {
    it("gets the same answer for every address, and only whoever may reset gets a link", async () => {
      const owner = await person("PATIENT");
      const others = {
        disabled: await person("PATIENT", { status: "DISABLED" }),
        invited: await person("PATIENT", { passwordHash: null }),
        colleague: await person("ADMIN"),
      };
      const caller = await visitor();
      const ask = (email: string) => caller.auth.requestPasswordReset({ email });
      for (const email of [
        owner.email,
        "nobody@example.test",
        ...Object.values(others).map((one) => one.email),
      ])
        expect(await ask(email)).toEqual({ sent: true });
      expect(await linksOf(owner)).toHaveLength(1);
      for (const other of Object.values(others)) expect(await linksOf(other)).toEqual([]);
      await (await visitorOfConsole()).auth.requestPasswordReset({ email: others.colleague.email });
      expect(await linksOf(others.colleague)).toHaveLength(1);
    });

    it("does the same work for every address: an event and an audit entry each", async () => {
      const owner = await person("PATIENT");
      const caller = await visitor();
      const written = async () =>
        (
          await rows(`SELECT (SELECT count(*)::int FROM outbox_events) AS events,
            (SELECT count(*)::int FROM audit_events) AS audited`)
        )[0];
      const cost = async (email: string) => {
        const before = await written();
        await caller.auth.requestPasswordReset({ email });
        const after = await written();
        return [after.events - before.events, after.audited - before.audited];
      };
      expect(await cost(owner.email)).toEqual([1, 1]);
      expect(await cost("nobody-either@example.test")).toEqual([1, 1]);
      const [event] = await rows("SELECT * FROM outbox_events ORDER BY id DESC LIMIT 1");
      expect(JSON.stringify(event)).not.toContain("example.test");
    });

    it("keeps the hash of the token, not the token", async () => {
      const owner = await person("PATIENT");
      await (await visitor()).auth.requestPasswordReset({ email: owner.email });
      const token = await tokenFor(owner);
      const [row] = await rows("SELECT l::text AS text FROM link_tokens l WHERE user_id = $1", owner.userId);
      expect(row.text).not.toContain(token.split(".")[1]);
      expect(row.text).not.toContain(Buffer.from(token).toString("hex"));
    });

    it("is made five times an hour for an address, known or not, however many ask at once", async () => {
      const limits = onlyLetters(rateLimits(t.deps.db.pool));
      const owner = await person("PATIENT");
      const caller = await visitor({ limits });
      for (const email of [owner.email, "unknown-and-asked@example.test"]) {
        const codes = await Promise.all(
          Array.from({ length: 12 }, () => codeOf(caller.auth.requestPasswordReset({ email }))),
        );
        expect(codes.filter((code) => code === "ok")).toHaveLength(5);
        expect(codes.filter((code) => code === "rate.limited")).toHaveLength(7);
      }
      expect(await linksOf(owner)).toHaveLength(5);
      // Sign-up and its repeated mail count with it: no other door to the same mailbox.
      expect(await codeOf(caller.auth.resendVerification({ email: owner.email }))).toBe("rate.limited");
      const form = { email: owner.email, password: OLD, fullName: "Asha Rao", role: "PATIENT" as const };
      expect(await codeOf(caller.auth.signup(form))).toBe("rate.limited");
    });

    it.each([
      "victim@example.test\r\nBcc: spy@example.test",
      "victim@example.test\nBcc: spy@example.test",
      "victim@example.test, spy@example.test",
      "Victim <victim@example.test>",
      "victim@example.test\u0000",
    ])("takes no address that is more than one (%j)", async (email) => {
      expect(await codeOf((await visitor()).auth.requestPasswordReset({ email }))).toBe("input.invalid");
    });
  });

  const linkCalendar = (userId: string) =>
    t.sql.query(
      `INSERT INTO calendar_feeds (user_id, link_id, token_hash, linked_at)
       VALUES ($1::uuid, gen_random_uuid(), sha256($1::text::bytea), now())`,
      [userId],
    );

  describe("a reset", () => {
    const askFor = async (role: Role = "PATIENT", wishes: object = {}) => {
      const who = await person(role, wishes);
      await (await visitor()).auth.requestPasswordReset({ email: who.email });
      return { who, token: await tokenFor(who) };
    };
    const reset = async (token: string, newPassword = NEW) =>
      codeOf((await visitor()).auth.resetPassword({ token, newPassword }));

    it("is done by one of eight at once", async () => {
      const { who, token } = await askFor();
      const passwords = Array.from({ length: 8 }, (_, n) => `${NEW} number ${n}`);
      const codes = await Promise.all(passwords.map((password) => reset(token, password)));
      expect(codes.filter((code) => code === "ok")).toHaveLength(1);
      expect(codes.filter((code) => code === "auth.link_invalid")).toHaveLength(7);
      expect(await isPasswordOf(who, passwords[codes.indexOf("ok")] ?? "")).toBe(true);
      const audited = await rows(
        "SELECT count(*)::int AS n FROM audit_events WHERE entity_id = $1 AND action = 'auth.password_reset'",
        who.userId,
      );
      expect(audited).toEqual([{ n: 1 }]);
      expect(await rows("SELECT kind FROM outbox_events WHERE aggregate_id = $1", who.userId)).toEqual([
        { kind: "auth.password_changed" },
      ]);
    });

    it("ends every session, ticket, second step and other link that the old password was good for", async () => {
      const { who, token } = await askFor("DOCTOR");
      const caller = await visitor();
      await contextOf(depsOf("WEB"), who);
      const signedIn = (await caller.auth.login({ email: who.email, password: OLD })) as {
        accessToken: string;
      };
      const ticket = await caller.auth.login({ email: who.email, password: OLD, delivery: "ticket" });
      expect(ticket).toHaveProperty("ticket");
      await t.sql.query(
        `INSERT INTO sign_in_challenges (user_id, audience, expires_at) VALUES ($1, 'WEB', now() + interval '5 minutes')`,
        [who.userId],
      );
      await linkCalendar(who.userId);
      await caller.auth.requestPasswordReset({ email: who.email });
      const other = await tokenFor(who);
      expect(await reset(token)).toBe("ok");
      expect(await openSessions(who)).toEqual([]);
      expect(await bearer(signedIn.accessToken)).toBeNull();
      expect(await reset(other)).toBe("auth.link_invalid");
      for (const table of ["sign_in_tickets", "sign_in_challenges", "link_tokens"])
        expect(
          await rows(`SELECT id FROM ${table} WHERE user_id = $1 AND used_at IS NULL`, who.userId),
        ).toEqual([]);
      // Whoever had the account may have the address of its calendar too.
      expect(await rows("SELECT link_id FROM calendar_feeds WHERE user_id = $1", who.userId)).toEqual([
        { link_id: null },
      ]);
      expect(await codeOf(caller.auth.login({ email: who.email, password: OLD }))).toBe(
        "auth.invalid_credentials",
      );
      expect(await codeOf(caller.auth.login({ email: who.email, password: NEW }))).toBe("ok");
    });

    it("keeps the second factor: the new password alone opens nothing", async () => {
      const { who, token } = await askFor("DOCTOR");
      const mine = web(await contextOf(depsOf("WEB"), who, 1));
      const { secret } = await mine.auth.enableMfa({});
      await mine.auth.confirmMfa({ code: totpOf(secret, Date.now()) });
      expect(await reset(token)).toBe("ok");
      const answer = await (await visitor()).auth.login({ email: who.email, password: NEW });
      expect(answer).toMatchObject({ mfaRequired: true });
      expect(answer).not.toHaveProperty("accessToken");
    });

    it("leaves no session to whoever signs in with the old password at the same time", async () => {
      const { who, token } = await askFor();
      const caller = await visitor();
      const signIns = Array.from({ length: 6 }, () =>
        codeOf(caller.auth.login({ email: who.email, password: OLD })),
      );
      const [done] = await Promise.all([reset(token), ...signIns]);
      expect(done).toBe("ok");
      expect(await openSessions(who)).toEqual([]);
    });

    it("proves the address, of which the link is proof", async () => {
      const { who, token } = await askFor("PATIENT", { isVerified: false });
      expect(await reset(token)).toBe("ok");
      const [row] = await rows("SELECT email_verified_at FROM users WHERE id = $1", who.userId);
      expect(row.email_verified_at).not.toBeNull();
    });

    it("refuses a password with the reason, and the link still works", async () => {
      const { token, who } = await askFor();
      const refusal = async (newPassword: string) => {
        const call = (await visitor()).auth.resetPassword({ token, newPassword });
        return call.then(
          () => null,
          ({ refusal: code, details }: { refusal: string; details: object }) => ({ code, ...details }),
        );
      };
      expect(await refusal("passwordpassword")).toEqual({
        code: "auth.password_breached",
        reason: "repeated",
      });
      expect(await refusal("asdfghjkl;'zxcvbnm")).toEqual({ code: "auth.password_weak", reason: "keyboard" });
      expect(await refusal(who.email)).toEqual({ code: "auth.password_weak", reason: "own_words" });
      expect(await reset(token)).toBe("ok");
    });

    it("does nothing with a link of another kind, another app, out of date, or of a disabled account", async () => {
      const { who, token } = await askFor();
      expect(await codeOf((await visitor()).auth.verifyEmail({ token }))).toBe("auth.link_invalid");
      expect(await codeOf((await visitorOfConsole()).auth.resetPassword({ token, newPassword: NEW }))).toBe(
        "auth.link_invalid",
      );
      expect(await reset(`${token}A`)).toBe("auth.link_invalid");
      await t.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [who.userId]);
      expect(await reset(token)).toBe("auth.link_invalid");
      await t.sql.query("UPDATE users SET status = 'ACTIVE' WHERE id = $1", [who.userId]);
      await t.sql.query(
        "UPDATE link_tokens SET expires_at = now() - interval '1 second' WHERE user_id = $1",
        [who.userId],
      );
      expect(await reset(token)).toBe("auth.link_invalid");
      expect(await passwordOf(who)).toBe(passwordHash);
    });
  });

  describe("the strength of what is typed", () => {
    const judge = async (password: string, ...words: string[]) =>
      (await visitor()).auth.passwordStrength({ password, words });
    it.each([
      ["neem leaves", "too_short"],
      ["qwertyuiop", "listed"],
      ["asdfghjkl;'zxcvbnm", "keyboard"],
      ["passwordpassword", "repeated"],
      ["abcdefghijklmnopqr", "sequence"],
    ])("of %j is wanting because of %s", async (password, reason) => {
      const verdict = await judge(password);
      expect(verdict).toMatchObject({ isAccepted: false, reason });
      expect(verdict.score).toBeLessThan(3);
    });
    it("counts the words of the form as known, and says nothing against a good one", async () => {
      expect(await judge("Meera Nair Meera 1", "Meera Nair", "meera@example.test")).toMatchObject({
        reason: "own_words",
      });
      expect(await judge(NEW)).toEqual({ score: 4, isAccepted: true, reason: null });
    });
  });
});

/** The letters' own throttle without the policies': those count addresses, and a test has only one. */
function onlyLetters(limits: Deps["limits"]): Deps["limits"] {
  return {
    ...limits,
    consume: async (name, limit, who) =>
      name === "auth.letter" ? limits.consume(name, limit, who) : undefined,
  };
}
