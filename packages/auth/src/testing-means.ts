import { openDatabase } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";
import { testDatabase } from "@amrutam/testing/database";
import { makePerson } from "@amrutam/testing/factories/person";
import { type Audience, audienceOf } from "./audience";
import type { AuthMeans } from "./resolve-request";
import { signIn } from "./sign-in";

/** A clock that stands until it is moved. */
export function movableClock(start = new Date()) {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance: (ms: number) => {
      at += ms;
    },
  };
}

/** What the package works with, over a database of the suite's own, and the superuser's hand for what no role may. */
export async function testMeans() {
  const database = await testDatabase();
  const superuser = openDatabase({ url: database.superuserUrl, max: 2 });
  const sql = superuser.pool;
  const db = openDatabase({ url: database.appUrl, max: 10, applicationName: "test" });
  const clock = movableClock();
  const secrets = { access: { WEB: "w".repeat(32), ADMIN: "a".repeat(32) }, links: "l".repeat(32) };
  const meansOf = (audience: Audience): AuthMeans => ({ db, secrets, clock, audience, isSecure: false });
  const person = (role: Role = "PATIENT") => makePerson(sql, { role });
  return {
    sql,
    db,
    clock,
    secrets,
    meansOf,
    person,
    /** A person of the role with an open session. */
    async signedIn(role: Role = "PATIENT") {
      const { userId } = await person(role);
      const session = { userId, role, audience: audienceOf(role), aal: 1 as const, userAgent: "vitest" };
      return db.prisma.$transaction((tx) => signIn(tx, { secrets, clock }, session, null));
    },
    async close() {
      await Promise.all([db.close(), superuser.close()]);
      await database.drop();
    },
  };
}
export type TestMeans = Awaited<ReturnType<typeof testMeans>>;
