import { describe, expect, it } from "vitest";
import { checkNewPassword } from "./password-strength";

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
  it("judges the longest password quickly", async () => {
    await codeFor("warm up the dictionaries");
    const startedAt = performance.now();
    await codeFor("p4ssw0rdqwertyabcabc2020".repeat(6).slice(0, 128));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
