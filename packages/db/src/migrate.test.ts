import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded/start";
import { migrate } from "./migrate";
import { MIGRATION_DIRECTORY } from "./migration-directory";
import { LOGIN_ROLES, type RolePasswords } from "./role-names";
import { loadOrCreateRolePasswords } from "./role-passwords";
import { ensureDatabase, ensureRoles } from "./roles";

describe("migrate", () => {
  let home: string;
  let server: EmbeddedPostgres;
  let passwords: RolePasswords;
  let directory: string;
  let database: string;
  let count = 0;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "amrutam-migrate-"));
    await chmod(home, 0o755);
    server = await startEmbeddedPostgres({ dataDir: join(home, "cluster"), isDisposable: true });
    passwords = await loadOrCreateRolePasswords(join(home, "keys"));
    await ensureRoles(server.superuserUrl(), passwords);
  });
  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });
  beforeEach(async () => {
    database = `scratch_${++count}`;
    directory = join(home, database);
    await ensureDatabase(server.superuserUrl(), database);
  });

  const url = () =>
    `postgresql://amrutam_migrator:${passwords.amrutam_migrator}@127.0.0.1:${server.port}/${database}`;
  const run = () => migrate({ url: url(), directory });
  async function put(name: string, sql: string) {
    await mkdir(join(directory, name), { recursive: true });
    await writeFile(join(directory, name, "migration.sql"), sql);
  }
  async function ask(sql: string) {
    const client = new pg.Client({ connectionString: server.superuserUrl(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const FUNCTION = `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; RETURN 2; END $$;`;

  it("applies in order, once, as the owner, and records what Prisma records", async () => {
    await put("20260101000000_first", FUNCTION);
    await put("20260102000000_second", "SET search_path = pg_catalog; CREATE TABLE public.b (id int);");
    expect(await run()).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await run()).toEqual([]);
    const rows = await ask(
      `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at, finished_at >= started_at AS done
       FROM _prisma_migrations ORDER BY started_at`,
    );
    expect(rows[0]).toEqual({
      migration_name: "20260101000000_first",
      checksum: createHash("sha256").update(FUNCTION).digest("hex"),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
      done: true,
    });
    expect(await ask("SELECT tableowner FROM pg_tables WHERE tablename = 'b'")).toEqual([
      { tableowner: "amrutam_owner" },
    ]);
  });

  it("lets one of many simultaneous starts do the work", async () => {
    await put("20260101000000_first", `${FUNCTION} SELECT pg_sleep(0.2);`);
    const applied = await Promise.all([run(), run(), run(), run()]);
    expect(applied.flat()).toEqual(["20260101000000_first"]);
  });

  it("leaves nothing of a migration that fails, and goes on once it is mended", async () => {
    await put("20260101000000_first", "CREATE TABLE half ();\nSELECT nonsense;");
    await expect(run()).rejects.toThrow(/20260101000000_first failed: .*nonsense.* at line 2 \(42703\)/);
    expect(await ask("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    await put("20260101000000_first", "CREATE TABLE half ();");
    expect(await run()).toEqual(["20260101000000_first"]);
  });

  it("refuses an applied file that was edited, one it does not know, and one that Prisma left failed", async () => {
    await put("20260101000000_first", FUNCTION);
    await run();
    await put("20260101000000_first", `${FUNCTION} -- edited`);
    await expect(run()).rejects.toThrow(/20260101000000_first was edited after it was applied/);
    await put("20260101000000_first", FUNCTION);
    await ask("UPDATE _prisma_migrations SET migration_name = '20250101000000_newer'");
    await expect(run()).rejects.toThrow(/20250101000000_newer is applied to this database but unknown here/);
    await ask("UPDATE _prisma_migrations SET finished_at = NULL, logs = E'ERROR: boom\\nmore'");
    await expect(run()).rejects.toThrow(/20250101000000_newer failed earlier: ERROR: boom\. Repair/);
  });

  it("prepares a database made by hand, given a superuser's login", async () => {
    await put("20260101000000_first", "CREATE EXTENSION citext; CREATE TABLE b (id int);");
    await ask("CREATE DATABASE by_hand");
    await migrate({ url: server.superuserUrl("by_hand"), directory });
    database = "by_hand";
    expect(await ask("SELECT tableowner FROM pg_tables WHERE tablename = 'b'")).toEqual([
      { tableowner: "amrutam_owner" },
    ]);
  });

  it("tells a login without the owner's role what it lacks", async () => {
    const url = `postgresql://amrutam_app:${passwords.amrutam_app}@127.0.0.1:${server.port}/${database}`;
    await put("20260101000000_first", FUNCTION);
    await expect(migrate({ url, directory })).rejects.toThrow(
      /amrutam_app can neither become amrutam_owner nor/,
    );
  });

  it("applies the platform's own migrations, with roles that are no superusers and may not make roles", async () => {
    expect((await migrate({ url: url(), directory: MIGRATION_DIRECTORY })).length).toBeGreaterThan(0);
    const rows = await ask(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'amrutam%'
         AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)`,
    );
    expect(rows).toEqual([]);
    const logins = await ask(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'amrutam%' AND rolcanlogin ORDER BY 1",
    );
    expect(logins.map((row) => row.rolname)).toEqual([...LOGIN_ROLES].sort());
  });
});
