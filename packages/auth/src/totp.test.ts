import { testKeys } from "@amrutam/testing/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replaceRecoveryCodes, spendRecoveryCode } from "./recovery-codes";
import { spendSecondFactor } from "./second-factor";
import { type TestMeans, testMeans } from "./testing-means";
import { beginTotp, codeOf, confirmTotp, enrolmentOf, spendTotp, stepOfCode } from "./totp";

const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const NOW = 1_800_000_000_000;

describe("a time-based code", () => {
  it.each([
    ["RFC 6238's SHA-1 vector at 59 s", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "287082", 59_000, 1],
    [
      "RFC 6238's SHA-1 vector at 1111111109 s",
      "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
      "081804",
      1_111_111_109_000,
      37_037_036,
    ],
  ])("agrees with %s", (_name, secret, code, ms, step) => {
    expect(stepOfCode(secret, code, ms)).toBe(step);
  });
  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])("made %i s away is taken: %s", (sec, isTaken) => {
    const step = stepOfCode(SECRET, codeOf(SECRET, NOW + sec * 1000), NOW);
    expect(step).toBe(isTaken ? NOW / 30_000 + sec / 30 : null);
  });
  it.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%j is none", (code) => {
    expect(stepOfCode(SECRET, code, NOW)).toBeNull();
  });
  it("comes with a link and a picture for the app", async () => {
    const { otpauthUrl, qrSvg } = await enrolmentOf(SECRET, "a@example.test");
    expect(otpauthUrl).toMatch(/^otpauth:\/\/totp\/Amrutam(:|%3A)a(@|%40)example\.test\?.*secret=JBSWY3DP/);
    expect(qrSvg).toMatch(/^<svg/);
  });
});

describe("the second factor of an account", () => {
  let t: TestMeans;
  beforeAll(async () => {
    t = await testMeans();
  });
  afterAll(() => t.close());
  async function enrolled() {
    const { userId } = await t.person("DOCTOR");
    const secret = (await t.db.prisma.$transaction((tx) => beginTotp(tx, testKeys, userId))) ?? "";
    const confirmed = await t.db.prisma.$transaction((tx) =>
      confirmTotp(tx, testKeys, userId, codeOf(secret, NOW), NOW),
    );
    expect(confirmed).toBe(true);
    return { userId, secret };
  }
  const spend = (userId: string, code: string, ms: number) =>
    t.db.prisma.$transaction((tx) => spendTotp(tx, testKeys, userId, code, ms));

  it("takes a code once, even from many at the same time", async () => {
    const { userId, secret } = await enrolled();
    const later = NOW + 60_000;
    const code = codeOf(secret, later);
    const results = await Promise.all(Array.from({ length: 8 }, () => spend(userId, code, later)));
    expect(results.filter(Boolean)).toHaveLength(1);
    // Nor an older one after a newer one.
    expect(await spend(userId, codeOf(secret, later - 30_000), later)).toBe(false);
    expect(await spend(userId, codeOf(secret, later + 30_000), later)).toBe(true);
  });

  it("has spent the code it was confirmed with", async () => {
    const { userId, secret } = await enrolled();
    expect(await spend(userId, codeOf(secret, NOW), NOW)).toBe(false);
  });

  it("doesn't count before it is confirmed, and can't be replaced after", async () => {
    const { userId } = await t.person("DOCTOR");
    const secret = (await t.db.prisma.$transaction((tx) => beginTotp(tx, testKeys, userId))) ?? "";
    expect(await spend(userId, codeOf(secret, NOW), NOW)).toBe(false);
    const { userId: other } = await enrolled();
    expect(await t.db.prisma.$transaction((tx) => beginTotp(tx, testKeys, other))).toBeNull();
  });

  it("lies sealed, and opens for no other account", async () => {
    const [mine, other] = [await enrolled(), await enrolled()];
    await t.sql.query(
      "UPDATE totp_factors SET secret_sealed = (SELECT secret_sealed FROM totp_factors WHERE user_id = $2) WHERE user_id = $1",
      [mine.userId, other.userId],
    );
    await expect(spend(mine.userId, codeOf(other.secret, NOW), NOW + 60_000)).rejects.toThrow();
  });

  it("can be a recovery code, each once, however it is typed", async () => {
    const { userId } = await enrolled();
    const codes = await t.db.prisma.$transaction((tx) => replaceRecoveryCodes(tx, userId));
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    const means = { keys: testKeys, linkSecret: "l".repeat(32), nowMs: NOW };
    const use = (typed: string) =>
      t.db.prisma.$transaction((tx) => spendSecondFactor(tx, means, userId, typed, null));
    const results = await Promise.all(Array.from({ length: 5 }, () => use(first)));
    expect(results.filter((kind) => kind === "recovery_code")).toHaveLength(1);
    expect(await use(second.toLowerCase().replaceAll("-", " "))).toBe("recovery_code");
    const stranger = await t.person("DOCTOR");
    const [, , third = ""] = codes;
    expect(await t.db.prisma.$transaction((tx) => spendRecoveryCode(tx, stranger.userId, third))).toBe(false);
  });
});
