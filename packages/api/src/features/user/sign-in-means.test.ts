import { createLinkToken, linkTokenOf } from "@amrutam/auth/link-tokens";
import { hashPassword } from "@amrutam/auth/passwords";
import type { Role } from "@amrutam/domain/actor";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../context";
import { createCallerFactory } from "../../procedure";
import { rateLimits } from "../../rate-limit";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

const web = createCallerFactory(webRouter);
const OLD = "neem leaves after the monsoon";
const NEW = "seven clay pots in the courtyard";

describe("what one signs in with", () => {
  let t: Awaited<ReturnType<typeof testContext>>;
  let passwordHash: string;
  beforeAll(async () => {
    t = await testContext();
    passwordHash = await hashPassword(OLD);
  });
  afterAll(() => t.close());

  const person = (role: Role = "PATIENT", wishes: object = {}) =>
    makePerson(t.sql, { role, passwordHash, ...wishes });
  const visitor = async () => web(await contextOf(t.deps, null));
  const rows = async (text: string, ...values: unknown[]) => (await t.sql.query(text, values)).rows;
  const openSessions = async ({ userId }: Person) =>
    (await rows("SELECT id FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", userId)).map(
      ({ id }) => id,
    );
  const signedIn = async (who: Person) => {
    const ctx = await contextOf(t.deps, who);
    return { ctx, caller: web(ctx), sessionId: ctx.session?.sessionId ?? "" };
  };
  const eventsOf = async (id: string) =>
    (await rows("SELECT kind FROM outbox_events WHERE aggregate_id = $1 ORDER BY id", id)).map(
      ({ kind }) => kind,
    );

  describe("the password", () => {
    it("is changed by who knows it; the other sessions end, this one stays", async () => {
      const who = await person();
      const here = await signedIn(who);
      await signedIn(who);
      await signedIn(who);
      expect(await openSessions(who)).toHaveLength(3);
      const change = { currentPassword: OLD, newPassword: NEW };
      expect(await here.caller.user.changePassword(change)).toEqual({ done: true });
      expect(await openSessions(who)).toEqual([here.sessionId]);
      expect(await eventsOf(who.userId)).toEqual(["auth.password_changed"]);
      const caller = await visitor();
      expect(await codeOf(caller.auth.login({ email: who.email, password: OLD }))).toBe(
        "auth.invalid_credentials",
      );
      expect(await codeOf(caller.auth.login({ email: who.email, password: NEW }))).toBe("ok");
    });

    it("takes a mailed reset link with it", async () => {
      const who = await person();
      await (await visitor()).auth.requestPasswordReset({ email: who.email });
      const [link] = await rows("SELECT id FROM link_tokens WHERE user_id = $1", who.userId);
      await (await signedIn(who)).caller.user.changePassword({ currentPassword: OLD, newPassword: NEW });
      const token = linkTokenOf(t.deps.secrets.links, link.id);
      const late = (await visitor()).auth.resetPassword({ token, newPassword: `${NEW} too` });
      expect(await codeOf(late)).toBe("auth.link_invalid");
    });

    it.each([
      ["wrong words entirely here", NEW, "auth.current_password_wrong"],
      [OLD, OLD, "auth.password_unchanged"],
      [OLD, "passwordpassword", "auth.password_breached"],
      [OLD, "meera nair meera", "auth.password_weak"],
      [OLD, "short", "input.invalid"],
    ])("stays as it is when %j becomes %j", async (currentPassword, newPassword, code) => {
      const who = await person();
      const { caller } = await signedIn(who);
      await signedIn(who);
      expect(await codeOf(caller.user.changePassword({ currentPassword, newPassword }))).toBe(code);
      expect(await rows("SELECT password_hash FROM users WHERE id = $1", who.userId)).toEqual([
        { password_hash: passwordHash },
      ]);
      expect(await openSessions(who)).toHaveLength(2);
    });

    it("changes once when it is changed twice at the same time", async () => {
      const who = await person();
      const { caller } = await signedIn(who);
      const codes = await Promise.all(
        [1, 2, 3].map((n) =>
          codeOf(caller.user.changePassword({ currentPassword: OLD, newPassword: `${NEW} ${n}` })),
        ),
      );
      expect(codes.sort()).toEqual(["auth.current_password_wrong", "auth.current_password_wrong", "ok"]);
    });

    it("is guessed at five times, in parallel and on all sessions, with the sign-in's own tries", async () => {
      const who = await person();
      const limits = rateLimits(t.deps.db.pool);
      const only: Context["deps"]["limits"] = {
        ...limits,
        consume: async (name, limit, key) =>
          name === "auth.password" ? limits.consume(name, limit, key) : undefined,
      };
      const deps = { ...t.deps, limits: only };
      const callers = await Promise.all([1, 2].map(async () => web(await contextOf(deps, who))));
      const codes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          codeOf(
            callers[n % 2]?.user.changePassword({ currentPassword: "a guess at it", newPassword: NEW }) ??
              Promise.resolve(),
          ),
        ),
      );
      expect(codes.filter((code) => code === "auth.current_password_wrong")).toHaveLength(5);
      expect(codes.filter((code) => code === "rate.limited")).toHaveLength(15);
      const signIn = web(await contextOf(deps, null)).auth.login({ email: who.email, password: OLD });
      expect(await codeOf(signIn)).toBe("rate.limited");
    });
  });

  describe("the address", () => {
    /** @param minutes since everything was shown */
    const stepped = async (who: Person, minutes = 0) => {
      const made = await signedIn(who);
      const now = Temporal.Instant.fromEpochMilliseconds(t.deps.clock.now().getTime());
      const actor = made.ctx.actor && { ...made.ctx.actor, stepUpAt: now.subtract({ minutes }) };
      return { ...made, caller: web({ ...made.ctx, actor } as Context) };
    };
    const newAddress = () => `new-${t.deps.ids.uuid()}@example.test`;
    const pending = async ({ userId }: Person) =>
      (await rows("SELECT * FROM email_changes WHERE user_id = $1 ORDER BY id DESC LIMIT 1", userId))[0];
    const tokenOf = async (who: Person) => linkTokenOf(t.deps.secrets.links, (await pending(who)).id);
    const emailOf = async ({ userId }: Person) =>
      (await rows("SELECT email::text, email_verified_at FROM users WHERE id = $1", userId))[0];

    it("asks for a fresh proof first", async () => {
      const { caller } = await stepped(await person(), 10);
      expect(await codeOf(caller.user.requestEmailChange({ email: newAddress() }))).toBe(
        "auth.step_up_required",
      );
    });

    it("changes when the link is used, once, and then ends what was open elsewhere", async () => {
      const who = await person();
      const here = await stepped(who);
      await signedIn(who);
      const email = newAddress();
      expect(await here.caller.user.requestEmailChange({ email: email.toUpperCase() })).toEqual({
        sent: true,
      });
      expect((await emailOf(who)).email).toBe(who.email);
      const { id } = await pending(who);
      expect(await eventsOf(id)).toEqual(["auth.email_change_requested"]);
      const token = await tokenOf(who);
      const codes = await Promise.all(
        Array.from({ length: 6 }, () => codeOf(here.caller.auth.confirmEmailChange({ token }))),
      );
      expect(codes.filter((code) => code === "ok")).toHaveLength(1);
      expect(codes.filter((code) => code === "auth.link_invalid")).toHaveLength(5);
      expect(await emailOf(who)).toMatchObject({ email, email_verified_at: expect.any(Date) });
      expect(await openSessions(who)).toEqual([here.sessionId]);
      expect(await eventsOf(id)).toEqual(["auth.email_change_requested", "auth.email_changed"]);
      expect(await codeOf((await visitor()).auth.login({ email, password: OLD }))).toBe("ok");
    });

    it("opened where nobody is signed in ends every session", async () => {
      const who = await person();
      const here = await stepped(who);
      await here.caller.user.requestEmailChange({ email: newAddress() });
      const token = await tokenOf(who);
      expect(await codeOf((await visitor()).auth.confirmEmailChange({ token }))).toBe("ok");
      expect(await openSessions(who)).toEqual([]);
    });

    it("of somebody else gets the same answer, and the link changes nothing", async () => {
      const [who, owner] = [await person(), await person()];
      const here = await stepped(who);
      expect(await here.caller.user.requestEmailChange({ email: owner.email })).toEqual({ sent: true });
      const token = await tokenOf(who);
      expect(await codeOf(here.caller.auth.confirmEmailChange({ token }))).toBe("auth.link_invalid");
      expect((await emailOf(who)).email).toBe(who.email);
    });

    it("wanted by two at once becomes one's", async () => {
      const people = [await person(), await person()];
      const email = newAddress();
      const tokens: string[] = [];
      for (const who of people) {
        await (await stepped(who)).caller.user.requestEmailChange({ email });
        tokens.push(await tokenOf(who));
      }
      const caller = await visitor();
      const codes = await Promise.all(
        tokens.map((token) => codeOf(caller.auth.confirmEmailChange({ token }))),
      );
      expect(codes.sort()).toEqual(["auth.link_invalid", "ok"]);
      const { length } = (await Promise.all(people.map(emailOf))).filter((one) => one.email === email);
      expect(length).toBe(1);
    });

    it("asked for again makes the earlier link worthless, and so does a reset of the password", async () => {
      const who = await person();
      const here = await stepped(who);
      await here.caller.user.requestEmailChange({ email: newAddress() });
      const first = await tokenOf(who);
      await here.caller.user.requestEmailChange({ email: newAddress() });
      const second = await tokenOf(who);
      const caller = await visitor();
      expect(await codeOf(caller.auth.confirmEmailChange({ token: first }))).toBe("auth.link_invalid");
      const id = t.deps.ids.uuid();
      const token = await t.deps.db.prisma.$transaction((tx) =>
        createLinkToken(tx, t.deps.secrets.links, { id, userId: who.userId, purpose: "RESET_PASSWORD" }),
      );
      await caller.auth.resetPassword({ token, newPassword: NEW });
      expect(await codeOf(caller.auth.confirmEmailChange({ token: second }))).toBe("auth.link_invalid");
    });

    it("takes reset links that went to the old one with it", async () => {
      const who = await person();
      const caller = await visitor();
      await caller.auth.requestPasswordReset({ email: who.email });
      const [reset] = await rows(
        "SELECT id FROM link_tokens WHERE user_id = $1 AND purpose = 'RESET_PASSWORD'",
        who.userId,
      );
      await (await stepped(who)).caller.user.requestEmailChange({ email: newAddress() });
      await caller.auth.confirmEmailChange({ token: await tokenOf(who) });
      const token = linkTokenOf(t.deps.secrets.links, reset.id);
      expect(await codeOf(caller.auth.resetPassword({ token, newPassword: NEW }))).toBe("auth.link_invalid");
    });

    it.each([
      "a@example.test\r\nBcc: spy@example.test",
      "a@example.test\nX-Header: 1",
      "a@example.test,b@example.test",
      '"a\r\nb"@example.test',
    ])("is one address and nothing else (%j)", async (email) => {
      const here = await stepped(await person());
      expect(await codeOf(here.caller.user.requestEmailChange({ email }))).toBe("input.invalid");
    });

    it("is not the present one", async () => {
      const who = await person();
      const here = await stepped(who);
      expect(await codeOf(here.caller.user.requestEmailChange({ email: who.email }))).toBe(
        "auth.email_unchanged",
      );
    });
  });
});
