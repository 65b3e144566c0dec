import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "./database";

describe("testDatabase", () => {
  let mine: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [mine, other] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([mine.drop(), other.drop()]);
  });

  const ask = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it("is migrated, and each copy is its own", async () => {
    const applied = `SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
    const [before] = await ask(mine.superuserUrl, applied);
    expect(before.n).toBeGreaterThan(0);
    await ask(mine.superuserUrl, "CREATE TABLE only_mine ()");
    expect(await ask(other.superuserUrl, "SELECT to_regclass('only_mine') AS found")).toEqual([
      { found: null },
    ]);
  });

  it("connects each role as itself, and none as a superuser", async () => {
    const roles: [string, string][] = [
      ["amrutam_app", mine.appUrl],
      ["amrutam_worker", mine.workerUrl],
      ["amrutam_sealer", mine.sealerUrl],
      ["amrutam_migrator", mine.migratorUrl],
    ];
    for (const [role, url] of roles) {
      const rows = await ask(
        url,
        `SELECT current_user AS name, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user`,
      );
      expect(rows).toEqual([{ name: role, rolsuper: false, rolcreaterole: false }]);
    }
  });

  it("keeps the app's role from changing the schema or becoming the owner", async () => {
    await expect(ask(mine.appUrl, "CREATE TABLE public.mischief ()")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(ask(mine.appUrl, "SET ROLE amrutam_owner")).rejects.toMatchObject({ code: "42501" });
  });
});
