import { newDeviceToken } from "@amrutam/auth/device-token";
import { inviteStaff } from "@amrutam/auth/invite-staff";
import { linkTokenOf } from "@amrutam/auth/link-tokens";
import { hashPassword } from "@amrutam/auth/passwords";
import { redeemSignIn } from "@amrutam/auth/redeem-sign-in";
import { resolveRequest } from "@amrutam/auth/resolve-request";
import { codeOf as totpOf } from "@amrutam/auth/totp";
import type { Role } from "@amrutam/domain/actor";
import { makePerson, type Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Audience, Deps } from "../../deps";
import { createCallerFactory, router } from "../../procedure";
import { rateLimits } from "../../rate-limit";
import { codeOf, contextOf, testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { userRouter } from "../user/router";
import { adminAuthRouter, webAuthRouter } from "./router";

const web = createCallerFactory(
  router({ auth: webAuthRouter, user: userRouter, consultation: consultationRouter }),
);
const console_ = createCallerFactory(router({ auth: adminAuthRouter, user: userRouter }));
const PASSWORD = "neem leaves after the monsoon";
const WRONG = "neem leaves before the monsoon";

describe("accounts and signing in", () => {
  let t: Awaited<ReturnType<typeof testContext>>;
  let passwordHash: string;
  beforeAll(async () => {
    t = await testContext();
    passwordHash = await hashPassword(PASSWORD);
  });
  afterAll(() => t.close());

  const depsOf = (audience: Audience, wishes: Partial<Deps> = {}): Deps => ({
    ...t.deps,
    audience,
    ...wishes,
  });
  const anonymous = async (wishes: Partial<Deps> = {}) => web(await contextOf(depsOf("WEB", wishes), null));
  const anonymousConsole = async () => console_(await contextOf(depsOf("ADMIN"), null));
  const person = (role: Role, wishes: object = {}) => makePerson(t.sql, { role, passwordHash, ...wishes });
  const rows = async (text: string, ...values: unknown[]) => (await t.sql.query(text, values)).rows;
  const audited = async (id: string) =>
    (await rows("SELECT action, outcome FROM audit_events WHERE entity_id = $1 ORDER BY id", id)).map(
      ({ action, outcome }) => `${action} ${outcome}`,
    );
  const outbox = (id: string) =>
    rows(
      `SELECT o.kind FROM outbox_events o LEFT JOIN link_tokens l ON l.id = o.aggregate_id
       WHERE coalesce(l.user_id, o.aggregate_id) = $1 ORDER BY o.id`,
      id,
    ).then((found) => found.map(({ kind }) => kind));
  /** The token in the newest mail to this person, as the worker makes it from the outbox event's id. */
  const mailedToken = async (id: string) => {
    const [link] = await rows("SELECT id FROM link_tokens WHERE user_id = $1 ORDER BY id DESC LIMIT 1", id);
    return linkTokenOf(t.deps.secrets.links, link.id);
  };
  const bearer = async (accessToken: string, audience: Audience = "WEB") => {
    const means = { ...t.deps, audience, isSecure: false };
    return (await resolveRequest(means, { authorization: `Bearer ${accessToken}` })).session;
  };
  const tokensOf = (answer: object) => answer as { accessToken: string; refreshToken: string };

  /** A person of the console or a doctor with a confirmed factor. */
  async function enrolled(role: Role) {
    const who = await person(role);
    const audience: Audience = role === "ADMIN" || role === "SUPPORT" ? "ADMIN" : "WEB";
    const caller = (audience === "ADMIN" ? console_ : web)(await contextOf(depsOf(audience), who, 1));
    const { secret } = await caller.auth.enableMfa({});
    const { recoveryCodes } = await caller.auth.confirmMfa({ code: totpOf(secret, Date.now()) });
    // Its step is spent; tests want the present one.
    await t.sql.query("UPDATE totp_factors SET last_step = 0 WHERE user_id = $1", [who.userId]);
    return { who, secret, recoveryCodes, audience };
  }
  const challengeFor = async (who: Person) => {
    const answer = await (await anonymous()).auth.login({ email: who.email, password: PASSWORD });
    if (!("challengeId" in answer)) throw new Error("expected a challenge");
    return answer.challengeId;
  };

  describe("sign-up", () => {
    const form = (email: string) => ({
      email,
      password: PASSWORD,
      fullName: "Meera Nair",
      role: "PATIENT" as const,
      phone: "+919812345678",
      draft: {
        slotId: "0193b1a0-0000-7000-8000-000000000009",
        mode: "VIDEO" as const,
        reason: "a cough that stays",
      },
    });
    const idOf = async (email: string) => (await rows("SELECT id FROM users WHERE email = $1", email))[0]?.id;

    it("opens an account whose draft waits behind the mail's link, with nothing readable in the rows", async () => {
      const caller = await anonymous();
      const email = "new@example.test";
      expect(await caller.auth.signup(form(email))).toEqual({ verificationSent: true });
      const userId = await idOf(email);
      expect(await outbox(userId)).toEqual(["auth.verify_email"]);
      const [dump] = await rows(
        "SELECT u::text || d::text AS text FROM users u JOIN booking_drafts d ON d.user_id = u.id WHERE u.id = $1",
        userId,
      );
      expect(dump.text).not.toMatch(/cough|9812345678|neem/);
      expect(dump.text).not.toContain(Buffer.from("cough").toString("hex"));

      const signedIn = await caller.auth.login({ email, password: PASSWORD });
      expect(signedIn).toMatchObject({ user: { emailVerified: false, role: "PATIENT" } });
      const token = await mailedToken(userId);
      const both = await Promise.all([1, 2].map(() => codeOf(caller.auth.verifyEmail({ token }))));
      expect(both.sort()).toEqual(["auth.link_invalid", "ok"]);
      const session = await bearer(tokensOf(signedIn).accessToken);
      expect(session?.emailVerified).toBe(true);
      const mine = await t.callerAs(router({ c: consultationRouter, user: userRouter }), {
        userId,
        role: "PATIENT",
        email,
        fullName: "",
      });
      expect(await mine.c.draft({})).toEqual(form(email).draft);
      expect(await mine.user.profile({})).toMatchObject({
        phone: "+919812345678",
        aal: 1,
        secondFactor: false,
      });
    });

    it("answers the same for a known address, changes nothing, and tells its owner", async () => {
      const owner = await person("PATIENT");
      const caller = await anonymous();
      const before = await rows("SELECT * FROM users WHERE id = $1", owner.userId);
      const answer = await caller.auth.signup({ ...form(owner.email), password: WRONG });
      expect(answer).toEqual({ verificationSent: true });
      expect(await rows("SELECT * FROM users WHERE id = $1", owner.userId)).toEqual(before);
      expect(await outbox(owner.userId)).toEqual(["auth.account_exists"]);
    });

    it("of one address twice at the same time makes one account", async () => {
      const caller = await anonymous();
      const answers = await Promise.all(
        [1, 2, 3].map(() => codeOf(caller.auth.signup(form("race@example.test")))),
      );
      expect(answers).toEqual(["ok", "ok", "ok"]);
      expect(await rows("SELECT count(*)::int AS n FROM users WHERE email = 'race@example.test'")).toEqual([
        { n: 1 },
      ]);
    });

    it.each([
      [{ role: "ADMIN" }, "input.invalid"],
      [{ status: "ACTIVE" }, "input.invalid"],
      [{ password: "short" }, "input.invalid"],
      [{ password: "passwordpassword" }, "auth.password_breached"],
      [{ password: "meera nair meera" }, "auth.password_weak"],
    ])("refuses %j", async (change, code) => {
      const email = "refused@example.test";
      const call = (await anonymous()).auth.signup({ ...form(email), ...change } as never);
      const refused = await call.then(
        () => null,
        (error: Error & { code: string }) => error,
      );
      expect(refused?.code === "BAD_REQUEST" ? "input.invalid" : refused?.message).toBe(code);
      expect(await idOf(email)).toBeUndefined();
    });

    it("sends the mail again only to those who wait for it, and says the same to all", async () => {
      const caller = await anonymous();
      const waiting = await person("PATIENT", { isVerified: false });
      const done = await person("PATIENT");
      for (const email of [waiting.email, done.email, "nobody@example.test"])
        expect(await caller.auth.resendVerification({ email })).toEqual({ verificationSent: true });
      expect(await outbox(waiting.userId)).toEqual(["auth.verify_email"]);
      expect(await outbox(done.userId)).toEqual([]);
    });
  });

  describe("sign-in", () => {
    it("gives a session by tokens, or a ticket for the cookies", async () => {
      const { email, userId } = await person("PATIENT");
      const caller = await anonymous();
      const tokens = await caller.auth.login({ email: email.toUpperCase(), password: PASSWORD });
      expect((await bearer(tokensOf(tokens).accessToken))?.userId).toBe(userId);
      const asked = await caller.auth.login({ email, password: PASSWORD, delivery: "ticket" });
      expect(Object.keys(asked)).toEqual(["ticket"]);
    });

    it("says the same of a wrong password and of no account, and notes both", async () => {
      const { email, userId } = await person("PATIENT");
      const caller = await anonymous();
      for (const [address, password] of [
        [email, WRONG],
        ["nobody@example.test", WRONG],
        ["nobody@example.test", PASSWORD],
      ] as const)
        expect(await codeOf(caller.auth.login({ email: address, password }))).toBe(
          "auth.invalid_credentials",
        );
      expect(await audited(userId)).toEqual(["auth.login_failed refused"]);
    });

    it("tells of a disabled account and of the wrong app only who knows the password", async () => {
      const disabled = await person("PATIENT", { status: "DISABLED" });
      const admin = await person("ADMIN");
      const patient = await person("PATIENT");
      const caller = await anonymous();
      const code = (who: Person, password: string, via = caller.auth.login) =>
        codeOf(via({ email: who.email, password }));
      expect(await code(disabled, WRONG)).toBe("auth.invalid_credentials");
      expect(await code(disabled, PASSWORD)).toBe("auth.account_disabled");
      expect(await code(admin, WRONG)).toBe("auth.invalid_credentials");
      expect(await code(admin, PASSWORD)).toBe("auth.wrong_app");
      expect(await code(patient, PASSWORD, (await anonymousConsole()).auth.login)).toBe("auth.wrong_app");
    });

    it("of 40 guesses at once judges five, on all processes together", async () => {
      const { email, userId } = await person("PATIENT");
      const processes = await Promise.all(
        [1, 2].map(() => anonymous({ limits: onlyStages(rateLimits(t.deps.db.pool)) })),
      );
      const codes = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          codeOf(processes[n % 2]?.auth.login({ email, password: WRONG }) ?? Promise.resolve()),
        ),
      );
      const count = (code: string) => codes.filter((one) => one === code).length;
      expect([count("auth.invalid_credentials"), count("rate.limited")]).toEqual([5, 35]);
      expect(await audited(userId)).toHaveLength(5);
      const right = { email, password: PASSWORD };
      expect(await codeOf(processes[0]?.auth.login(right) ?? Promise.resolve())).toBe("rate.limited");

      // The owner's own device is counted apart: a stranger can't lock it out.
      const means = { ...t.deps, audience: "WEB" as const, isSecure: false };
      const asked = await (await anonymous()).auth.login({ ...right, delivery: "ticket" });
      const from = { userAgent: null, clientAddress: null, place: null, deviceToken: null, requestId: null };
      const signedIn = await redeemSignIn(means, (asked as { ticket: string }).ticket, from);
      const limited = await contextOf(
        depsOf("WEB", { limits: onlyStages(rateLimits(t.deps.db.pool)) }),
        null,
      );
      const known = web({ ...limited, deviceToken: signedIn?.deviceToken });
      expect(await codeOf(known.auth.login(right))).toBe("ok");
      const forged = web({ ...limited, deviceToken: `x.${signedIn?.deviceToken.split(".")[1]}` });
      expect(await codeOf(forged.auth.login(right))).toBe("rate.limited");
    });

    it("counts what failed by network, but neither who is right nor who is on a known device", async () => {
      const [crowd, victim] = [await person("PATIENT"), await person("PATIENT")];
      const clientAddress = "198.51.100.23";
      const deps = depsOf("WEB", { limits: rateLimits(t.deps.db.pool) });
      const from = { ...(await contextOf(deps, null)), clientAddress };
      const caller = web(from);
      for (let n = 0; n < 31; n += 1)
        expect(await codeOf(caller.auth.login({ email: crowd.email, password: PASSWORD }))).toBe("ok");

      const guesses = Array.from({ length: 40 }, (_, n) =>
        codeOf(caller.auth.login({ email: `nobody-${n}@example.test`, password: WRONG })),
      );
      const codes = await Promise.all(guesses);
      expect(codes.filter((code) => code === "auth.invalid_credentials")).toHaveLength(30);
      const right = { email: victim.email, password: PASSWORD };
      expect(await codeOf(caller.auth.login(right))).toBe("rate.limited");
      const deviceToken = newDeviceToken(deps.secrets.access.WEB, victim.userId);
      const known = web({ ...from, deviceToken });
      expect(await codeOf(known.auth.login(right))).toBe("ok");
      // Its own count of five is all that a known device has.
      const slips: string[] = [];
      for (let n = 0; n < 6; n += 1)
        slips.push(await codeOf(known.auth.login({ ...right, password: WRONG })));
      expect(slips.filter((code) => code === "auth.invalid_credentials")).toHaveLength(5);
      expect(await codeOf(web({ ...from, deviceToken: `x.${deviceToken}` }).auth.login(right))).toBe(
        "rate.limited",
      );
    });

    it("forgets slips once the password is right", async () => {
      const { email } = await person("PATIENT");
      const caller = await anonymous({ limits: onlyStages(rateLimits(t.deps.db.pool)) });
      const attempts = [WRONG, WRONG, WRONG, WRONG, PASSWORD, WRONG, WRONG, PASSWORD];
      const codes: string[] = [];
      for (const password of attempts) codes.push(await codeOf(caller.auth.login({ email, password })));
      expect(codes.filter((code) => code === "rate.limited")).toEqual([]);
    });
  });

  describe("the second factor", () => {
    it("is enrolled from a session of the password alone, which it raises", async () => {
      const who = await person("DOCTOR");
      const caller = await anonymous();
      const { accessToken } = tokensOf(await caller.auth.login({ email: who.email, password: PASSWORD }));
      expect(await bearer(accessToken)).toMatchObject({ aal: 1, stepUpAt: expect.any(Date) });
      const ctx = await contextOf(depsOf("WEB"), who, 1);
      const mine = web(ctx);
      expect(await codeOf(mine.consultation.list({}))).toBe("auth.second_factor_required");
      const { secret, otpauthUrl } = await mine.auth.enableMfa({});
      expect(otpauthUrl).toContain(secret);
      expect(await codeOf(mine.auth.confirmMfa({ code: "000000" }))).toBe("auth.invalid_code");
      const { recoveryCodes } = await mine.auth.confirmMfa({ code: totpOf(secret, Date.now()) });
      expect(recoveryCodes).toHaveLength(10);
      const raised = web(await contextOf(depsOf("WEB"), who, 2));
      expect(await codeOf(raised.auth.enableMfa({}))).toBe("auth.second_factor_enrolled");
      const [row] = await rows(
        "SELECT aal, second_factor_at FROM sessions WHERE id = $1",
        ctx.actor?.sessionId,
      );
      expect(row).toMatchObject({ aal: 2, second_factor_at: expect.any(Date) });
      expect(await audited(who.userId)).toEqual(["auth.second_factor_enrol ok"]);
    });

    it("is asked for from then on, and one code opens one session, however often it is sent", async () => {
      const { who, secret } = await enrolled("DOCTOR");
      const caller = await anonymous();
      const challenges = await Promise.all([1, 2, 3, 4].map(() => challengeFor(who)));
      const code = totpOf(secret, Date.now());
      const answers = await Promise.all(
        challenges.map((challengeId) => codeOf(caller.auth.verifyMfa({ challengeId, code }))),
      );
      expect(answers.sort()).toEqual(["auth.invalid_code", "auth.invalid_code", "auth.invalid_code", "ok"]);
      const open = await rows(
        "SELECT aal FROM sessions WHERE user_id = $1 AND second_factor_at IS NOT NULL ORDER BY id OFFSET 1",
        who.userId,
      );
      expect(open).toEqual([{ aal: 2 }]);
    });

    it("may be a recovery code; the challenge is then used up", async () => {
      const { who, recoveryCodes } = await enrolled("DOCTOR");
      const caller = await anonymous();
      const challengeId = await challengeFor(who);
      const [code = "", other = ""] = recoveryCodes;
      const answer = await caller.auth.verifyMfa({ challengeId, code });
      expect(await bearer(tokensOf(answer).accessToken)).toMatchObject({ aal: 2 });
      expect(await codeOf(caller.auth.verifyMfa({ challengeId, code: other }))).toBe(
        "auth.challenge_expired",
      );
      expect(await audited(who.userId)).toContain("auth.recovery_code_use ok");
    });

    it("gives five guesses per challenge, and per account over all challenges", async () => {
      const { who, secret } = await enrolled("DOCTOR");
      const caller = await anonymous();
      const challengeId = await challengeFor(who);
      const guess = () => codeOf(caller.auth.verifyMfa({ challengeId, code: "000000" }));
      const guesses = await Promise.all(Array.from({ length: 12 }, guess));
      expect(guesses.filter((code) => code === "auth.invalid_code")).toHaveLength(5);
      const right = { challengeId, code: totpOf(secret, Date.now()) };
      expect(await codeOf(caller.auth.verifyMfa(right))).toBe("auth.challenge_expired");

      const limited = await anonymous({ limits: onlyStages(rateLimits(t.deps.db.pool)) });
      const codes: string[] = [];
      for (const id of [await challengeFor(who), await challengeFor(who)])
        for (let n = 0; n < 4; n += 1)
          codes.push(await codeOf(limited.auth.verifyMfa({ challengeId: id, code: "000000" })));
      expect(codes.filter((code) => code === "auth.invalid_code")).toHaveLength(5);
      expect(codes.slice(5)).toEqual(Array(3).fill("rate.limited"));
    });

    it("of one app's challenge is nothing to the other, nor is the session it opens", async () => {
      const { who, secret } = await enrolled("ADMIN");
      const answer = await (await anonymousConsole()).auth.login({ email: who.email, password: PASSWORD });
      const { challengeId } = answer as { challengeId: string };
      const code = totpOf(secret, Date.now());
      expect(await codeOf((await anonymous()).auth.verifyMfa({ challengeId, code }))).toBe(
        "auth.challenge_expired",
      );
      const { accessToken } = tokensOf(
        await (await anonymousConsole()).auth.verifyMfa({ challengeId, code }),
      );
      expect(await bearer(accessToken, "ADMIN")).toMatchObject({ role: "ADMIN", aal: 2 });
      expect(await bearer(accessToken, "WEB")).toBeNull();
    });
  });

  describe("a session by tokens", () => {
    it("is renewed, and ended by its owner on both tokens", async () => {
      const { email } = await person("PATIENT");
      const caller = await anonymous();
      const first = tokensOf(await caller.auth.login({ email, password: PASSWORD }));
      const second = await caller.auth.refreshToken({ refreshToken: first.refreshToken });
      expect(await bearer(second.accessToken)).not.toBeNull();
      expect(await caller.auth.logout({ refreshToken: second.refreshToken })).toEqual({ done: true });
      expect(await bearer(second.accessToken)).toBeNull();
      expect(await codeOf(caller.auth.refreshToken({ refreshToken: second.refreshToken }))).toBe(
        "auth.unauthenticated",
      );
      expect(await codeOf(caller.auth.logout({ refreshToken: second.refreshToken }))).toBe("ok");
    });
  });

  describe("an invitation", () => {
    it("lets a colleague choose a password once, and only a good one", async () => {
      const email = "colleague@example.test";
      const invite = () =>
        t.deps.db.prisma.$transaction((tx) =>
          inviteStaff(
            tx,
            { ...t.deps, linkSecret: t.deps.secrets.links },
            { email, fullName: "Ravi Iyer", role: "SUPPORT" },
          ),
        );
      const early = await invite();
      const { token, userId } = await invite();
      const caller = await anonymousConsole();
      const accept = (text: string, password = PASSWORD) =>
        codeOf(caller.auth.acceptInvitation({ token: text, password }));
      expect(await accept(early.token)).toBe("auth.link_invalid");
      expect(await accept(token, "passwordpassword")).toBe("auth.password_breached");
      const both = await Promise.all([accept(token), accept(token)]);
      expect(both.sort()).toEqual(["auth.link_invalid", "ok"]);
      const answer = await caller.auth.login({ email, password: PASSWORD });
      expect(await bearer(tokensOf(answer).accessToken, "ADMIN")).toMatchObject({
        userId,
        aal: 1,
        emailVerified: true,
      });
      await expect(invite()).rejects.toThrow("colleague@example.test");
    });
  });
});

/** The sign-in's own throttle without the policy's: that one counts addresses, and a test has only one. */
function onlyStages(limits: Deps["limits"]): Deps["limits"] {
  const isStage = (name: string) => name === "auth.password" || name === "auth.factor";
  return {
    ...limits,
    consume: async (name, limit, who) => (isStage(name) ? limits.consume(name, limit, who) : undefined),
  };
}
