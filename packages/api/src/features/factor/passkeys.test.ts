import { softwareAuthenticator } from "@amrutam/auth/testing-authenticator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../testing-context";
import { type FactorWorld, factorWorld, PASSWORD } from "./testing-factors";

const BAD = [
  ["from another origin", { origin: "https://amrutam.example.evil.test" }],
  ["from the console's origin", { origin: "http://localhost:3001" }],
  ["for another site", { rpId: "evil.test" }],
  ["without the person verified", { isVerified: false }],
  ["for another challenge", { challenge: "x".repeat(43) }],
  ["from inside somebody's frame", { isFramed: true }],
  ["of another ceremony", { type: "payment.get" }],
] as const;

describe("passkeys", () => {
  let w: FactorWorld;
  beforeAll(async () => {
    w = await factorWorld();
  });
  afterAll(() => w.close());

  describe("are added", () => {
    it("several to an account, named, with ten recovery codes for the first; the owner is told each time", async () => {
      const who = await w.person();
      const first = await w.withPasskey(who, "  Phone ");
      expect(first.passkey).toMatchObject({ name: "Phone", isSynced: false, lastUsedAt: null });
      expect(first.recoveryCodes).toHaveLength(10);
      const second = await w.withPasskey(who, "Laptop");
      expect(second.recoveryCodes).toEqual([]);
      const listed = await second.api.factor.list({});
      expect(listed).toMatchObject({ recoveryCodesLeft: 10, mustKeepOne: false });
      expect(listed.passkeys.map(({ name }) => name)).toEqual(["Phone", "Laptop"]);
      expect(await w.audited(who.userId)).toEqual(["auth.passkey_add ok", "auth.passkey_add ok"]);
      expect(await w.notices(who.userId)).toEqual(["auth.passkey_added", "auth.passkey_added"]);
    });

    it.each(BAD)("not when made %s", async (_, wishes) => {
      const who = await w.person();
      const { api } = await w.signedIn(who);
      const { challengeId, options } = await api.factor.beginPasskey({});
      const response = softwareAuthenticator().make(options, wishes);
      expect(await codeOf(api.factor.addPasskey({ challengeId, name: "X", response }))).toBe(
        "auth.passkey_invalid",
      );
      expect(await w.rows("SELECT id FROM passkeys WHERE user_id = $1", who.userId)).toEqual([]);
    });

    it("once per challenge, in the session that began, and no credential of another account", async () => {
      const [who, other] = [await w.person(), await w.person()];
      const { api } = await w.signedIn(who);
      const device = softwareAuthenticator();
      const { challengeId, options } = await api.factor.beginPasskey({});
      const input = { challengeId, name: "X", response: device.make(options) };
      const elsewhere = await w.signedIn(who);
      expect(await codeOf(elsewhere.api.factor.addPasskey(input))).toBe("auth.challenge_expired");
      const both = await Promise.all([1, 2].map(() => codeOf(api.factor.addPasskey(input))));
      // The one that came second finds a factor that its session, as it was read, had not shown.
      expect(both.filter((code) => code === "ok")).toHaveLength(1);
      const theirs = await w.signedIn(other);
      const begun = await theirs.api.factor.beginPasskey({});
      const copied = { ...begun, name: "Y", response: device.make(begun.options) };
      const { options: _, ...stolen } = copied;
      expect(await codeOf(theirs.api.factor.addPasskey(stolen))).toBe("factor.passkey_known");
    });

    it("only freshly: ten minutes after signing in it is asked who one is", async () => {
      const { sessionId } = await w.signedIn(await w.person());
      const later = await w.again(sessionId, 10);
      expect(await codeOf(later.factor.beginPasskey({}))).toBe("auth.step_up_required");
    });

    it("not by a session that has never shown the factor that is there", async () => {
      const who = await w.person();
      const old = await w.signedIn(who, 1);
      await w.withPasskey(who);
      expect(await codeOf(old.api.factor.beginPasskey({}))).toBe("auth.step_up_required");
      expect(await codeOf(old.api.auth.enableMfa({}))).toBe("auth.step_up_required");
    });
  });

  describe("sign in", () => {
    it("by themselves, whoever's is chosen, with the assurance of two factors", async () => {
      const who = await w.person("DOCTOR");
      const { device } = await w.withPasskey(who);
      const caller = await w.anonymous();
      const { challengeId, options } = await caller.auth.passkeyOptions({});
      expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
      expect(options).not.toHaveProperty("allowCredentials");
      const answer = await caller.auth.passkeySignIn({ challengeId, response: device.show(options) });
      expect(answer).toMatchObject({ user: { id: who.userId } });
      const [session] = await w.rows<{ aal: number }>(
        "SELECT aal FROM sessions WHERE user_id = $1 AND step_up_at IS NOT NULL ORDER BY id DESC LIMIT 1",
        who.userId,
      );
      expect(session).toEqual({ aal: 2 });
    });

    it.each(BAD)("not when shown %s", async (_, wishes) => {
      const who = await w.person();
      const { device } = await w.withPasskey(who);
      const caller = await w.anonymous();
      const { challengeId, options } = await caller.auth.passkeyOptions({});
      const call = caller.auth.passkeySignIn({ challengeId, response: device.show(options, wishes) });
      expect(await codeOf(call)).toBe("auth.passkey_invalid");
      expect(await w.audited(who.userId)).toContain("auth.passkey_failed refused");
    });

    it("not with a key, a handle or a credential of somebody else", async () => {
      const [mine, other] = [await w.person(), await w.person()];
      const [{ device }, theirs] = [await w.withPasskey(mine), await w.withPasskey(other)];
      const caller = await w.anonymous();
      const answers = [
        (shown: ReturnType<typeof device.show>) => ({
          ...shown,
          id: theirs.device.credentialId.toString("base64url"),
          rawId: theirs.device.credentialId.toString("base64url"),
        }),
        (shown: ReturnType<typeof device.show>) => ({
          ...shown,
          response: { ...shown.response, userHandle: "AAAA" },
        }),
        (shown: ReturnType<typeof device.show>) => ({ ...shown, id: "AAAA", rawId: "AAAA" }),
      ];
      for (const forge of answers) {
        const { challengeId, options } = await caller.auth.passkeyOptions({});
        const response = forge(device.show(options));
        expect(await codeOf(caller.auth.passkeySignIn({ challengeId, response }))).toBe(
          "auth.passkey_invalid",
        );
      }
    });

    it("once per challenge, however often the answer is sent, and not with an old one", async () => {
      const { device } = await w.withPasskey(await w.person());
      const caller = await w.anonymous();
      const { challengeId, options } = await caller.auth.passkeyOptions({});
      const input = { challengeId, response: device.show(options) };
      const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(caller.auth.passkeySignIn(input))));
      expect(codes.sort()).toEqual([...Array(3).fill("auth.challenge_expired"), "ok"]);
      const late = await caller.auth.passkeyOptions({});
      await w.sql.query("UPDATE passkey_challenges SET expires_at = now() WHERE id = $1", [late.challengeId]);
      const response = device.show(late.options);
      expect(await codeOf(caller.auth.passkeySignIn({ challengeId: late.challengeId, response }))).toBe(
        "auth.challenge_expired",
      );
    });

    it("not with a challenge that was made for something else", async () => {
      const { device, api } = await w.withPasskey(await w.person());
      const { passkey } = await api.auth.stepUpOptions({});
      if (!passkey) throw new Error("no challenge");
      const caller = await w.anonymous();
      const response = device.show(passkey.options);
      const call = caller.auth.passkeySignIn({ challengeId: passkey.challengeId, response });
      expect(await codeOf(call)).toBe("auth.challenge_expired");
    });

    it("not with a count that went back: somebody has a copy, and the owner is told", async () => {
      const who = await w.person();
      const { device } = await w.withPasskey(who);
      const caller = await w.anonymous();
      const show = async (signCount: number) => {
        const { challengeId, options } = await caller.auth.passkeyOptions({});
        return codeOf(
          caller.auth.passkeySignIn({ challengeId, response: device.show(options, { signCount }) }),
        );
      };
      expect([await show(7), await show(7), await show(3), await show(8)]).toEqual([
        "ok",
        "auth.passkey_invalid",
        "auth.passkey_invalid",
        "ok",
      ]);
      const refused = (await w.audited(who.userId)).filter((event) =>
        event.startsWith("auth.passkey_copied"),
      );
      expect(refused).toEqual(["auth.passkey_copied refused", "auth.passkey_copied refused"]);
      expect(await w.notices(who.userId)).toContain("auth.passkey_copied");
    });

    it("not into the other app, nor a disabled account", async () => {
      const who = await w.person();
      const { device } = await w.withPasskey(who);
      await w.sql.query("UPDATE users SET status = 'DISABLED' WHERE id = $1", [who.userId]);
      const caller = await w.anonymous();
      const enter = async () => {
        const { challengeId, options } = await caller.auth.passkeyOptions({});
        return codeOf(caller.auth.passkeySignIn({ challengeId, response: device.show(options) }));
      };
      expect(await enter()).toBe("auth.account_disabled");
      await w.sql.query("UPDATE users SET status = 'ACTIVE', role = 'ADMIN' WHERE id = $1", [who.userId]);
      expect(await enter()).toBe("auth.wrong_app");
    });

    it("as the second step of a password, with that account's passkeys and no other's", async () => {
      const [who, other] = [await w.person("DOCTOR"), await w.person("DOCTOR")];
      const [{ device }, theirs] = [await w.withPasskey(who), await w.withPasskey(other)];
      const caller = await w.anonymous();
      const login = await caller.auth.login({ email: who.email, password: PASSWORD });
      if (!("mfaRequired" in login)) throw new Error("no challenge");
      expect(login).toMatchObject({ methods: ["passkey", "recovery_code"], canRemember: false });
      const ask = () => caller.auth.passkeyOptions({ challengeId: login.challengeId });
      const [one, two] = [await ask(), await ask()];
      expect(one.options.allowCredentials).toEqual([
        { id: device.credentialId.toString("base64url"), type: "public-key", transports: ["internal"] },
      ]);
      const foreign = { challengeId: one.challengeId, response: theirs.device.show(one.options) };
      expect(await codeOf(caller.auth.passkeySignIn(foreign))).toBe("auth.passkey_invalid");
      const own = { challengeId: two.challengeId, response: device.show(two.options) };
      expect(await caller.auth.passkeySignIn(own)).toMatchObject({ user: { id: who.userId } });
      expect(await codeOf(ask())).toBe("auth.challenge_expired");
    });
  });

  it("are renamed and removed by their owner alone", async () => {
    const [who, other] = [await w.person(), await w.person()];
    const { passkey, api } = await w.withPasskey(who);
    const { api: stranger } = await w.withPasskey(other);
    const { id } = passkey;
    expect(await codeOf(stranger.factor.renamePasskey({ id, name: "Mine" }))).toBe("not_found");
    expect((await api.factor.renamePasskey({ id, name: "Old phone" })).name).toBe("Old phone");
    expect(await codeOf(stranger.factor.removePasskey({ id }))).toBe("not_found");
    expect(await api.factor.removePasskey({ id })).toEqual({ done: true });
    expect(await api.factor.list({})).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
  });
});
