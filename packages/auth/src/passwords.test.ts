import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";
import { semaphore } from "./semaphore";

describe("passwords", () => {
  it("are argon2id with OWASP's parameters", async () => {
    expect(await hashPassword("a long passphrase of words")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  it("may be long, and every byte counts: the 73rd too", async () => {
    const start = "x".repeat(72);
    const hash = await hashPassword(`${start}A and more`);
    expect(await verifyPassword(hash, `${start}A and more`)).toBe(true);
    expect(await verifyPassword(hash, `${start}B and more`)).toBe(false);
  });
  it("match nothing where there is no account", async () => {
    expect(await verifyPassword(null, "a long passphrase of words")).toBe(false);
  });
});

describe("semaphore", () => {
  it("lets two run at a time, in order, and goes on after a failure", async () => {
    const bounded = semaphore(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = (n: number) => async () => {
      begun.push(n);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (n === 1) throw new Error("one fails");
    };
    const all = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => bounded(work(n))));
    expect(most).toBe(2);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(all.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "fulfilled",
    ]);
  });
});
