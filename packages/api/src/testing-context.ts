import { tmpdir } from "node:os";
import { join } from "node:path";
import { icsCalendars } from "@amrutam/adapters/calendars/ics-calendars";
import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { diskFiles } from "@amrutam/adapters/files/disk-files";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { sharpPictures } from "@amrutam/adapters/pictures/sharp-pictures";
import { actorOf, createSession, findSession } from "@amrutam/auth/sessions";
import { openDatabase } from "@amrutam/db/client";
import type { Aal } from "@amrutam/domain/actor";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import type { Person } from "@amrutam/testing/factories/person";
import { testKeys } from "@amrutam/testing/keys";
import type { RouterRecord } from "@trpc/server/unstable-core-do-not-import";
import pg from "pg";
import { pino } from "pino";
import type { Context } from "./context";
import type { Audience, Deps } from "./deps";
import { toPublicError } from "./errors";
import { createCallerFactory } from "./procedure";
import { inTransaction } from "./transaction";

/** No provider behind it: every amount is captured at once, whatever the key. */
const settlesAtOnce: Deps["payments"] = {
  provider: "local",
  checkout: async ({ paymentId }) => ({ state: "captured", providerRef: `test-${paymentId}` }),
  refund: async ({ key }) => ({ refundRef: `test-${key}` }),
};

/** What use cases are given, over a test's own database as the app's role; throttles off, log silent. */
export function testDeps(database: TestDatabase, wishes: Partial<Deps> = {}): Deps {
  return {
    audience: "WEB",
    origin: new URL("http://localhost:3000"),
    db: openDatabase({ url: database.appUrl, max: 10, timeoutMs: 15_000, applicationName: "test" }),
    keys: testKeys,
    clock: systemClock,
    ids: uuidV7(systemClock),
    payments: settlesAtOnce,
    documents: { prescriptionPdf: async () => Buffer.from("%PDF-1.7") },
    calendars: icsCalendars,
    files: diskFiles(join(tmpdir(), "amrutam-test-files")),
    pictures: sharpPictures(),
    places: { countryOf: () => null },
    limits: {
      consume: async () => undefined,
      forgive: async () => undefined,
      giveBack: async () => undefined,
    },
    secrets: { access: { WEB: "w".repeat(32), ADMIN: "a".repeat(32) }, links: "l".repeat(32) },
    log: pino({ level: "silent" }),
    ...wishes,
  };
}

const anonymous = (deps: Deps): Context => ({
  deps,
  actor: null,
  session: null,
  requestId: deps.ids.uuid(),
  clientAddress: "127.0.0.1",
  userAgent: "vitest",
  locale: "en",
});

/** Signs a person in by a real session row and reads it back as a request would. @param aal 2 for staff unless said */
export async function contextOf(deps: Deps, person: Person | null, aal?: Aal): Promise<Context> {
  if (!person) return anonymous(deps);
  const { userId, role } = person;
  const audience: Audience = role === "ADMIN" || role === "SUPPORT" ? "ADMIN" : "WEB";
  const session = { userId, role, audience, aal: aal ?? (role === "PATIENT" ? 1 : 2), userAgent: "vitest" };
  const made = await inTransaction(deps, (tx) => createSession(tx, session));
  const facts = await findSession(deps.db.query, audience, made.id);
  if (!facts) throw new Error(`${role} ${userId} has no live session`);
  return { ...anonymous(deps), actor: actorOf(facts), session: facts };
}

type Routed<T extends RouterRecord> = Parameters<typeof createCallerFactory<T>>[0];

/**
 * A database of one suite's own, what use cases need over it, and callers of any router.
 * Call it in `beforeAll`, `close` in `afterAll`.
 */
export async function testContext(wishes: Partial<Deps> = {}) {
  const database = await testDatabase();
  const deps = testDeps(database, wishes);
  const sql = new pg.Pool({ connectionString: database.superuserUrl, max: 4 });
  // The pool is ended before its connections are: the drop that follows may cut one that nobody listens to any more.
  sql.on("connect", (client) => client.on("error", () => undefined));
  return {
    database,
    deps,
    /** As the superuser: for factories, and for reading what no role may. */
    sql,
    /** The router as a person calls it; null is anonymous. */
    callerAs: async <T extends RouterRecord>(router: Routed<T>, person: Person | null, aal?: Aal) =>
      createCallerFactory(router)(await contextOf(deps, person, aal)),
    async close() {
      await Promise.all([deps.db.close(), sql.end()]);
      await database.drop();
    },
  };
}

/** The code a client would read from how this call ends; "ok" when it ends well. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error: unknown) => toPublicError(error).code,
  );
