import { describe, expect, it } from "vitest";
import { checkNewPassword, passwordStrength } from "./password-strength";

const codeFor = async (password: string, ...inputs: string[]) => {
  const result = await checkNewPassword(password, inputs);
  return result.ok ? "ok" : result.code;
};

describe("a password being chosen", () => {
  it.each([
    "correct horse battery staple",
    "neem leaves after the monsoon",
    "आज बारिश में चाय पीते हैं",
    "Tz8#kq!Lw2@xv9Rm",
  ])("%s is taken", async (password) => {
    expect(await codeFor(password)).toBe("ok");
  });
  it.each(["passwordpassword", "aaaaaaaaaaaaaaaa", "qwertyuiopqwertyuiop", "123456789123456789"])(
    "%s is refused",
    async (password) => {
      expect(await codeFor(password)).toMatch(/^auth\.password_(breached|weak)$/);
    },
  );
  // What stands between them makes a few of the commonest passwords no less common.
  it.each(["password password", "P4ssw0rd-P4ssw0rd", "qwerty 123456 password", "monkey dragon shadow"])(
    "%s is refused, spaces or not",
    async (password) => {
      expect(await codeFor(password)).toMatch(/^auth\.password_(breached|weak)$/);
      expect((await passwordStrength(password, [])).score).toBeLessThan(3);
    },
  );
  it("knows a listed password in disguise", async () => {
    expect(await codeFor("passwordpassword")).toBe("auth.password_breached");
  });
  it("doesn't count the owner's own name and address", async () => {
    expect(await codeFor("meeranair@example.test", "meeranair@example.test", "Meera Nair")).toBe(
      "auth.password_weak",
    );
    expect(await codeFor("Amrutam-Meera-2026!", "meera@example.test")).toBe("auth.password_weak");
    expect(await codeFor("Patient-demo-2026!", "someone@example.test")).toBe("ok");
  });
  it.each(["p4ssw0rdqwertyabcabc2020", "4@8({[<36&9#!1|/|7$5+%2", "121212121212"])(
    "costs little, even when it is made to cost much (%s …)",
    async (pattern) => {
      await codeFor("warm up the dictionaries");
      // Of the processor, not of the clock: other tests run beside this one.
      const before = process.cpuUsage();
      await codeFor(pattern.repeat(11).slice(0, 128));
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(250);
    },
  );
  it.each([
    ["P@$$w0rd!P@$$w0rd!", "repeated"],
    ["iloveyou1234567890", "listed"],
    ["asdfghjkl;'zxcvbnm", "keyboard"],
    ["abcdefghijklmnopqr", "sequence"],
    ["Meera-Amrutam-2026!", "own_words"],
    ["clay pots", "too_short"],
  ])("%s is wanting because of %s", async (password, reason) => {
    const verdict = await passwordStrength(password, ["Meera Nair", "meera@example.test"]);
    expect(verdict).toMatchObject({ reason, isAccepted: false });
    expect(verdict.score).toBeLessThan(3);
  });
});
