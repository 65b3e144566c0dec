import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeChallenge, createChallenge, takeTry } from "./challenges";
import { createLinkToken, linkTokenOf, peekLinkToken, spendLinkToken } from "./link-tokens";
import { type TestMeans, testMeans } from "./testing-means";
import { createTicket, redeemTicket } from "./tickets";

describe("what works once", () => {
  let t: TestMeans;
  let userId: string;
  beforeAll(async () => {
    t = await testMeans();
    userId = (await t.person()).userId;
  });
  afterAll(() => t.close());
  const eightTimes = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 8 }, run));

  describe("a link", () => {
    const makeLink = async () => {
      const id = randomUUID();
      const link = { id, userId, purpose: "VERIFY_EMAIL" } as const;
      return {
        id,
        token: await t.db.prisma.$transaction((tx) => createLinkToken(tx, t.secrets.links, link)),
      };
    };
    const peek = (token: string) =>
      t.db.prisma.$transaction((tx) => peekLinkToken(tx, "VERIFY_EMAIL", token));
    it("is the same when the worker makes it from the id", async () => {
      const { id, token } = await makeLink();
      expect(linkTokenOf(t.secrets.links, id)).toBe(token);
      expect(linkTokenOf("another secret of thirty-two bytes", id)).not.toBe(token);
    });
    it("is used by one of eight at the same time", async () => {
      const { token } = await makeLink();
      expect(await peek(token)).toBe(userId);
      const used = await eightTimes(() =>
        t.db.prisma.$transaction((tx) => spendLinkToken(tx, "VERIFY_EMAIL", token)),
      );
      expect(used.filter(Boolean)).toEqual([userId]);
      expect(await peek(token)).toBeNull();
    });
    it("does nothing for another purpose, after its time, or with a letter changed", async () => {
      const { id, token } = await makeLink();
      const spend = (text: string, purpose: "VERIFY_EMAIL" | "ENROL_STAFF" = "VERIFY_EMAIL") =>
        t.db.prisma.$transaction((tx) => spendLinkToken(tx, purpose, text));
      expect(await spend(token, "ENROL_STAFF")).toBeNull();
      expect(await spend(`${token}A`)).toBeNull();
      expect(await spend(id)).toBeNull();
      await t.sql.query("UPDATE link_tokens SET expires_at = now() - interval '1 second' WHERE id = $1", [
        id,
      ]);
      expect(await spend(token)).toBeNull();
    });
  });

  it("a ticket is redeemed by one of eight, and only in its app", async () => {
    const ticket = await t.db.prisma.$transaction((tx) =>
      createTicket(tx, { userId, audience: "WEB", aal: 1 }),
    );
    const redeem = (audience: "WEB" | "ADMIN") =>
      t.db.prisma.$transaction((tx) => redeemTicket(tx, audience, ticket));
    expect(await redeem("ADMIN")).toBeNull();
    const redeemed = await eightTimes(() => redeem("WEB"));
    const grant = { userId, aal: 1, isComplete: true, remembersDevice: false };
    expect(redeemed.filter(Boolean)).toEqual([grant]);
  });

  it("a challenge gives five tries, whoever takes them at the same time, and ends once", async () => {
    const id = await t.db.prisma.$transaction((tx) => createChallenge(tx, userId, "WEB"));
    expect(await takeTry(t.db.prisma, id, "ADMIN")).toBeNull();
    const tries = await eightTimes(() => takeTry(t.db.prisma, id, "WEB"));
    expect(tries.filter(Boolean)).toHaveLength(5);
    const closed = await eightTimes(() => t.db.prisma.$transaction((tx) => closeChallenge(tx, id)));
    expect(closed.filter(Boolean)).toHaveLength(1);
  });
});
