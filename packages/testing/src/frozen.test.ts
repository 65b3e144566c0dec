import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { withSuperuser } from "./superuser";

const REFUSED = "42501";
const CHANGES = [
  "UPDATE audit_events SET action = 'nothing'",
  "DELETE FROM audit_events",
  "TRUNCATE audit_events",
];

describe("the audit log", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await withSuperuser(database.superuserUrl, (client) =>
      client.query(
        "INSERT INTO audit_events (actor_role, action, entity_type, request_id) VALUES ('SYSTEM', 'user.invite', 'user', 'test')",
      ),
    );
  });
  afterAll(() => database.drop());

  it.each(CHANGES)("lets neither the app, nor the worker, nor a superuser %s", async (sql) => {
    for (const connectionString of [database.appUrl, database.workerUrl, database.superuserUrl]) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      try {
        await expect(client.query(sql)).rejects.toMatchObject({ code: REFUSED });
      } finally {
        await client.end();
      }
    }
  });
});
