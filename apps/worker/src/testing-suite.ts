import { randomUUID } from "node:crypto";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { EVENT_TASKS, type EventTask } from "./handlers/event-tasks";
import { testDeps } from "./testing-deps";

/**
 * A database of one suite's own, and for each of its tests a mailbox of its own. Called where the suite begins; what it
 * gives is there inside its tests.
 */
export function workerSuite() {
  let database: TestDatabase;
  let sql: pg.Pool;
  let box: Awaited<ReturnType<typeof testDeps>>;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 4 });
    sql.on("connect", (client) => client.on("error", () => undefined));
  });
  beforeEach(async () => {
    box = await testDeps(database.workerUrl);
  });
  afterEach(() => box.close());
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });
  return {
    get database() {
      return database;
    },
    /** As the superuser: for factories, and for reading what no role may. */
    get sql() {
      return sql;
    },
    get deps() {
      return box.deps;
    },
    get dir() {
      return box.dir;
    },
    mails: () => box.mails(),
    shorts: () => box.shorts(),
    /** What happens after an event of its own, as the queue would do it. */
    handle: (task: EventTask, aggregateId: string, deps = box.deps) =>
      EVENT_TASKS[task](deps, { eventId: randomUUID(), kind: "test", aggregateId }),
  };
}
