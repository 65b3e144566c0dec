import { randomUUID } from "node:crypto";
import { spendLinkToken } from "@amrutam/auth/link-tokens";
import { type Database, openDatabase } from "@amrutam/db/client";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makePatient } from "@amrutam/testing/factories/person";
import { testKeys } from "@amrutam/testing/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviteFirstAdmin } from "./invite-first-admin";

describe("the first admin of an installation", () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase({ url: database.appUrl, max: 2 });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  const invite = (email: string) => {
    const adminOrigin = new URL("https://console.example");
    const ids = { uuid: randomUUID };
    return inviteFirstAdmin({ db, keys: testKeys, ids, linkSecret: "l".repeat(32), adminOrigin }, email);
  };
  const spend = (link: URL) =>
    db.prisma.$transaction((tx) => spendLinkToken(tx, "ENROL_STAFF", link.hash.replace("#token=", "")));

  it("gets a link to the console that works once, the newest only, and leaves a trace", async () => {
    const first = await invite("asha@example.test");
    const second = await invite("asha@example.test");
    expect(second.href).toMatch(/^https:\/\/console\.example\/enrol#token=/);
    expect(await spend(first)).toBeNull();
    const userId = await spend(second);
    expect(await spend(second)).toBeNull();
    const user = await db.prisma.user.findUniqueOrThrow({ where: { id: userId ?? "" } });
    expect(user).toMatchObject({ role: "ADMIN", status: "ACTIVE", emailVerifiedAt: null });
    expect(await db.prisma.auditEvent.count({ where: { entityId: user.id, action: "user.invite" } })).toBe(2);
  });

  it("takes nobody's account over", async () => {
    const superuser = openDatabase({ url: database.superuserUrl, max: 1 });
    const patient = await makePatient(superuser.pool);
    await superuser.close();
    await expect(invite(patient.email)).rejects.toThrow(patient.email);
  });
});
