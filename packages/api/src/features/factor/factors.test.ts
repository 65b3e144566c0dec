import { newDeviceToken } from "@amrutam/auth/device-token";
import { emailCodeOf } from "@amrutam/auth/email-codes";
import { redeemSignIn } from "@amrutam/auth/redeem-sign-in";
import { revokeSessionsOf } from "@amrutam/auth/sessions";
import { softwareAuthenticator } from "@amrutam/auth/testing-authenticator";
import { codeOf as totpOf } from "@amrutam/auth/totp";
import type { Person } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCallerFactory } from "../../procedure";
import { rateLimits } from "../../rate-limit";
import { codeOf, contextOf } from "../../testing-context";
import { webRouter } from "../../web-router";
import { type FactorWorld, factorWorld, PASSWORD } from "./testing-factors";

describe("second factors", () => {
  let w: FactorWorld;
  beforeAll(async () => {
    w = await factorWorld();
  });
  afterAll(() => w.close());

  const challengeFor = async (who: Person) => {
    const answer = await (await w.anonymous()).auth.login({ email: who.email, password: PASSWORD });
    if (!("mfaRequired" in answer)) throw new Error("no second step was asked for");
    return answer;
  };
  /** The code of the mail that was asked for last, as the worker would write it. */
  const mailedCode = async (challengeId: string) => {
    const [row] = await w.rows<{ number: number }>(
      "SELECT email_codes AS number FROM sign_in_challenges WHERE id = $1",
      challengeId,
    );
    return emailCodeOf(w.deps.secrets.links, challengeId, row?.number ?? 0);
  };
  const withEmailCode = async () => {
    const who = await w.person();
    const { api, sessionId } = await w.signedIn(who);
    const { recoveryCodes } = await api.factor.setEmailCode({ enabled: true });
    return { who, api, sessionId, recoveryCodes };
  };

  describe("the last one", () => {
    it("stays with staff, whichever two are removed at the same time", async () => {
      const who = await w.person("DOCTOR");
      const { passkey } = await w.withPasskey(who);
      const { api } = await w.withTotp(who);
      const codes = await Promise.all([
        codeOf(api.factor.removePasskey({ id: passkey.id })),
        codeOf(api.factor.removeTotp({})),
      ]);
      expect(codes.sort()).toEqual(["factor.last_one", "ok"]);
      const { passkeys, totpSince, mustKeepOne } = await api.factor.list({});
      expect(passkeys.length + (totpSince ? 1 : 0)).toBe(1);
      expect(mustKeepOne).toBe(true);
    });

    it("may go with a patient, and takes the recovery codes along", async () => {
      const who = await w.person();
      const { api } = await w.withTotp(who);
      expect(await api.factor.removeTotp({})).toEqual({ done: true });
      expect(await codeOf(api.factor.removeTotp({}))).toBe("not_found");
      expect(await w.rows("SELECT id FROM recovery_codes WHERE user_id = $1", who.userId)).toEqual([]);
      expect(await w.audited(who.userId)).toEqual(["auth.second_factor_enrol ok", "auth.totp_remove ok"]);
      expect(await w.notices(who.userId)).toEqual(["auth.totp_added", "auth.totp_removed"]);
      const answer = await (await w.anonymous()).auth.login({ email: who.email, password: PASSWORD });
      expect(answer).toHaveProperty("accessToken");
    });
  });

  // Whoever opened an account with your address could otherwise wait in it behind a passkey, which a reset would keep.
  it("are enrolled by nobody who hasn't shown that the address is theirs", async () => {
    const who = await w.person();
    const begun = await w.signedIn(who);
    const device = softwareAuthenticator();
    const { challengeId, options } = await begun.api.factor.beginPasskey({});
    const response = device.make(options);
    const { secret } = await begun.api.auth.enableMfa({});
    await w.sql.query("UPDATE users SET email_verified_at = NULL WHERE id = $1", [who.userId]);
    const api = await w.again(begun.sessionId);
    for (const act of [
      () => api.factor.beginPasskey({}),
      () => api.factor.addPasskey({ challengeId, name: "X", response }),
      () => api.auth.enableMfa({}),
      () => api.auth.confirmMfa({ code: totpOf(secret, Date.now()) }),
    ])
      expect(await codeOf(act())).toBe("auth.email_unverified");
    expect(await w.notices(who.userId)).toEqual([]);
  });

  it("renew recovery codes, and the earlier ones stop working", async () => {
    const who = await w.person("DOCTOR");
    const { api, recoveryCodes } = await w.withTotp(who);
    const [old = ""] = recoveryCodes;
    const { recoveryCodes: fresh } = await api.factor.renewRecoveryCodes({});
    expect(new Set([...fresh, ...recoveryCodes]).size).toBe(20);
    const { challengeId } = await challengeFor(who);
    const caller = await w.anonymous();
    expect(await codeOf(caller.auth.verifyMfa({ challengeId, code: old }))).toBe("auth.invalid_code");
    expect(await codeOf(caller.auth.verifyMfa({ challengeId, code: fresh[0] ?? "" }))).toBe("ok");
    const none = await w.signedIn(await w.person());
    expect(await codeOf(none.api.factor.renewRecoveryCodes({}))).toBe("factor.none");
  });

  describe("a code by mail", () => {
    it("is for patients whose address is confirmed", async () => {
      const doctor = await w.signedIn(await w.person("DOCTOR"));
      expect(await codeOf(doctor.api.factor.setEmailCode({ enabled: true }))).toBe("auth.forbidden");
      const who = await w.person();
      await w.sql.query("UPDATE users SET email_verified_at = NULL WHERE id = $1", [who.userId]);
      const { api } = await w.signedIn(who);
      expect(await codeOf(api.factor.setEmailCode({ enabled: true }))).toBe("auth.email_unverified");
    });

    it("opens one session, with ten recovery codes beside it, and proves less than a device", async () => {
      const { who, recoveryCodes } = await withEmailCode();
      expect(recoveryCodes).toHaveLength(10);
      const { challengeId, methods } = await challengeFor(who);
      expect(methods).toEqual(["email_code", "recovery_code"]);
      const caller = await w.anonymous();
      expect(await codeOf(caller.auth.verifyMfa({ challengeId, code: "000000" }))).toBe("auth.invalid_code");
      expect(await caller.auth.sendEmailCode({ challengeId })).toEqual({ sent: true });
      expect(await w.notices(challengeId)).toEqual(["auth.email_code"]);
      const input = { challengeId, code: await mailedCode(challengeId) };
      const codes = await Promise.all([1, 2, 3].map(() => codeOf(caller.auth.verifyMfa(input))));
      expect(codes.filter((code) => code === "ok")).toHaveLength(1);
      const [session] = await w.rows(
        "SELECT aal FROM sessions WHERE user_id = $1 ORDER BY id DESC LIMIT 1",
        who.userId,
      );
      expect(session).toEqual({ aal: 1 });
    });

    it("is mailed ten times an hour, whoever begins how many sign-ins, and a known device's are apart", async () => {
      const { who } = await withEmailCode();
      const real = rateLimits(w.deps.db.pool);
      const limits: typeof real = {
        ...real,
        consume: async (name, limit, key) =>
          name === "auth.code" ? real.consume(name, limit, key) : undefined,
      };
      const context = { ...(await contextOf(w.deps, null)), deps: { ...w.deps, limits } };
      const ask = async (deviceToken: string | null = null) => {
        const { challengeId } = await challengeFor(who);
        const caller = createCallerFactory(webRouter)({ ...context, deviceToken });
        return codeOf(caller.auth.sendEmailCode({ challengeId }));
      };
      const codes = await Promise.all(Array.from({ length: 13 }, () => ask()));
      expect(codes.filter((code) => code === "ok")).toHaveLength(10);
      expect(codes.filter((code) => code === "rate.limited")).toHaveLength(3);
      expect(await ask(newDeviceToken(w.deps.secrets.access.WEB, who.userId))).toBe("ok");
    });

    it("belongs to its challenge, is retired by the next one, and ends with five tries or ten minutes", async () => {
      const { who } = await withEmailCode();
      const [one, two] = [await challengeFor(who), await challengeFor(who)];
      const caller = await w.anonymous();
      const verify = (challengeId: string, code: string) =>
        codeOf(caller.auth.verifyMfa({ challengeId, code }));
      await caller.auth.sendEmailCode(pick(one));
      const early = await mailedCode(one.challengeId);
      await caller.auth.sendEmailCode(pick(two));
      expect(await verify(two.challengeId, early)).toBe("auth.invalid_code");
      await caller.auth.sendEmailCode(pick(one));
      expect(await verify(one.challengeId, early)).toBe("auth.invalid_code");
      await w.sql.query("UPDATE sign_in_challenges SET expires_at = now() WHERE id = $1", [two.challengeId]);
      expect(await verify(two.challengeId, await mailedCode(two.challengeId))).toBe("auth.challenge_expired");
      expect(await codeOf(caller.auth.sendEmailCode(pick(two)))).toBe("auth.challenge_expired");

      const guesses = await Promise.all([1, 2, 3, 4, 5, 6].map(() => verify(one.challengeId, "000000")));
      expect(guesses.filter((code) => code === "auth.invalid_code")).toHaveLength(4);
      expect(await verify(one.challengeId, await mailedCode(one.challengeId))).toBe("auth.challenge_expired");
    });

    it("is sent three times per challenge, and for nobody who did not ask for such codes", async () => {
      const { who } = await withEmailCode();
      const challenge = pick(await challengeFor(who));
      const caller = await w.anonymous();
      const sent = await Promise.all([1, 2, 3, 4, 5].map(() => codeOf(caller.auth.sendEmailCode(challenge))));
      expect(sent.filter((code) => code === "ok")).toHaveLength(3);
      const other = await w.person();
      await w.withTotp(other);
      const theirs = pick(await challengeFor(other));
      expect(await codeOf(caller.auth.sendEmailCode(theirs))).toBe("auth.challenge_expired");
    });
  });

  describe("a remembered device", () => {
    /** Signs in as a browser does. @returns what its cookies say */
    const browse = async (who: Person, rememberDevice: boolean, deviceToken: string | null = null) => {
      const context = { ...(await contextOf(w.deps, null)), deviceToken };
      const api = createCallerFactory(webRouter)(context);
      const { challengeId } = await challengeFor(who);
      await api.auth.sendEmailCode({ challengeId });
      const code = await mailedCode(challengeId);
      const delivery = "ticket" as const;
      const answer = await api.auth.verifyMfa({ challengeId, code, delivery, rememberDevice });
      const means = { ...w.deps, audience: "WEB" as const, isSecure: false };
      const from = { userAgent: null, clientAddress: null, place: null, deviceToken, requestId: null };
      const redeemed = await redeemSignIn(means, "ticket" in answer ? answer.ticket : "", from);
      if (!redeemed) throw new Error("the ticket was no good");
      return redeemed;
    };
    const loginOn = async (who: Person, deviceToken: string) => {
      const api = createCallerFactory(webRouter)({ ...(await contextOf(w.deps, null)), deviceToken });
      return api.auth.login({ email: who.email, password: PASSWORD });
    };

    it("isn't asked for the second factor, but is for a fresh proof; nobody else's device is let in", async () => {
      const { who } = await withEmailCode();
      const unasked = await browse(who, false);
      expect(await loginOn(who, unasked.deviceToken)).toHaveProperty("mfaRequired");
      const { deviceToken } = await browse(who, true, unasked.deviceToken);
      expect(deviceToken).toBe(unasked.deviceToken);
      expect(await loginOn(who, deviceToken)).toHaveProperty("accessToken");
      const [session] = await w.rows(
        "SELECT aal, step_up_at FROM sessions WHERE user_id = $1 ORDER BY id DESC LIMIT 1",
        who.userId,
      );
      expect(session).toEqual({ aal: 1, step_up_at: null });
      const { who: other } = await withEmailCode();
      expect(await loginOn(other, deviceToken)).toHaveProperty("mfaRequired");
      expect(await w.audited(who.userId)).toContain("auth.device_remember ok");
    });

    it.each([
      ["its thirty days are over", "expire"],
      ["its owner forgets all devices", "forget"],
      ["a factor changes", "factor"],
      ["every session is ended", "revoke"],
      ["the account is a doctor's now", "role"],
    ])("is asked again once %s", async (_, event) => {
      const { who, api } = await withEmailCode();
      const { deviceToken } = await browse(who, true);
      const happen: Record<string, () => Promise<unknown>> = {
        expire: () => w.sql.query("UPDATE remembered_devices SET expires_at = now()"),
        forget: () => api.factor.forgetDevices({}),
        factor: () => api.factor.renewRecoveryCodes({}),
        revoke: () => w.deps.db.prisma.$transaction((tx) => revokeSessionsOf(tx, who.userId, "test")),
        async role() {
          await w.withTotp(who);
          await w.sql.query(
            `INSERT INTO remembered_devices (user_id, device_hash, expires_at)
             SELECT $1, sha256(split_part($2, '.', 1)::bytea), now() + interval '1 day'`,
            [who.userId, deviceToken],
          );
          await w.sql.query("UPDATE users SET role = 'DOCTOR' WHERE id = $1", [who.userId]);
        },
      };
      expect(await loginOn(who, deviceToken)).toHaveProperty("accessToken");
      await happen[event]?.();
      expect(await loginOn(who, deviceToken)).toHaveProperty("mfaRequired");
    });
  });

  describe("a fresh proof", () => {
    const isFresh = async (sessionId: string) => {
      const [row] = await w.rows<{ fresh: boolean; aal: number }>(
        "SELECT step_up_at > now() - interval '1 minute' AS fresh, aal FROM sessions WHERE id = $1",
        sessionId,
      );
      return row;
    };

    it("is the password where there is nothing else, judged like a sign-in", async () => {
      const { sessionId } = await w.signedIn(await w.person());
      const later = await w.again(sessionId, 10);
      expect(await later.auth.stepUpOptions({})).toEqual({
        methods: ["password"],
        passkey: null,
        emailChallengeId: null,
      });
      expect(await codeOf(later.auth.stepUp({ password: "wrong" }))).toBe("auth.invalid_credentials");
      expect(await isFresh(sessionId)).toEqual({ fresh: false, aal: 1 });
      expect(await later.auth.stepUp({ password: PASSWORD })).toEqual({ done: true });
      expect(await isFresh(sessionId)).toEqual({ fresh: true, aal: 1 });
      expect(await codeOf((await w.again(sessionId)).factor.beginPasskey({}))).toBe("ok");
    });

    it("is never the password once there is a factor", async () => {
      const who = await w.person();
      const { sessionId } = await w.withTotp(who);
      const later = await w.again(sessionId, 10);
      expect(await codeOf(later.auth.stepUp({ password: PASSWORD }))).toBe("auth.second_factor_required");
      expect((await isFresh(sessionId))?.fresh).toBe(false);
    });

    it("is a passkey of the own, answering this session's challenge, once", async () => {
      const [who, other] = [await w.person("DOCTOR"), await w.person("DOCTOR")];
      const [mine, theirs] = [await w.withPasskey(who), await w.withPasskey(other)];
      const later = await w.again(mine.sessionId, 10);
      const ask = async (api = later) => {
        const { passkey } = await api.auth.stepUpOptions({});
        if (!passkey) throw new Error("no challenge");
        return passkey;
      };
      const foreign = await ask(theirs.api);
      const stolen = { challengeId: foreign.challengeId, passkey: mine.device.show(foreign.options) };
      expect(await codeOf(later.auth.stepUp(stolen))).toBe("auth.challenge_expired");
      const one = await ask();
      const borrowed = { challengeId: one.challengeId, passkey: theirs.device.show(one.options) };
      expect(await codeOf(later.auth.stepUp(borrowed))).toBe("auth.passkey_invalid");
      const two = await ask();
      const own = { challengeId: two.challengeId, passkey: mine.device.show(two.options) };
      const codes = await Promise.all([1, 2].map(() => codeOf(later.auth.stepUp(own))));
      expect(codes.sort()).toEqual(["auth.challenge_expired", "ok"]);
      expect(await isFresh(mine.sessionId)).toEqual({ fresh: true, aal: 2 });
    });

    it("is an authenticator's code, good for one of four sent at once", async () => {
      const { sessionId, secret } = await w.withTotp(await w.person());
      const later = await w.again(sessionId, 10);
      const code = totpOf(secret, Date.now());
      const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(later.auth.stepUp({ code }))));
      expect(codes.filter((answer) => answer === "ok")).toHaveLength(1);
      expect(await isFresh(sessionId)).toEqual({ fresh: true, aal: 2 });
    });

    it("is a code by mail where there is nothing stronger, for this session only and for no sign-in", async () => {
      const { who, sessionId } = await withEmailCode();
      const later = await w.again(sessionId, 10);
      const { methods, emailChallengeId } = await later.auth.stepUpOptions({});
      expect(methods).toEqual(["email_code", "recovery_code"]);
      const challengeId = emailChallengeId ?? "";
      const anonymous = await w.anonymous();
      expect(await codeOf(anonymous.auth.sendEmailCode({ challengeId }))).toBe("auth.challenge_expired");
      await later.auth.sendEmailCode({ challengeId });
      const input = { challengeId, code: await mailedCode(challengeId) };
      expect(await codeOf(anonymous.auth.verifyMfa(input))).toBe("auth.challenge_expired");
      const elsewhere = await w.signedIn(who);
      expect(await codeOf(elsewhere.api.auth.stepUp(input))).toBe("auth.challenge_expired");
      expect(await later.auth.stepUp(input)).toEqual({ done: true });
      expect(await isFresh(sessionId)).toEqual({ fresh: true, aal: 1 });
      expect(await codeOf(later.auth.stepUp(input))).toBe("auth.challenge_expired");

      await w.withTotp(who);
      const stronger = await (await w.again(sessionId)).auth.stepUpOptions({});
      expect(stronger).toMatchObject({ methods: ["totp", "recovery_code"], emailChallengeId: null });
    });
  });

  it("are enrolled by staff from the password alone, before anything else is open to them", async () => {
    const who = await w.person("DOCTOR");
    const { api, sessionId } = await w.signedIn(who, 1);
    expect(await codeOf(api.consultation.list({}))).toBe("auth.second_factor_required");
    const later = await w.again(sessionId, 10);
    expect(await codeOf(later.auth.enableMfa({}))).toBe("auth.step_up_required");
    expect(await later.auth.stepUp({ password: PASSWORD })).toEqual({ done: true });
    expect(await codeOf((await w.again(sessionId)).consultation.list({}))).toBe(
      "auth.second_factor_required",
    );
    await w.withPasskey(who);
    const { challengeId } = await challengeFor(who);
    expect(challengeId).toBeTruthy();
  });
});

const pick = ({ challengeId }: { challengeId: string }) => ({ challengeId });
