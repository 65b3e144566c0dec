import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../src/embedded/start";

const ENGINE = fileURLToPath(new URL("schema-engine.mjs", import.meta.url));
const CLI = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");

const HEAD = `
generator client {
  provider = "prisma-client"
  output   = "./generated"
}
datasource db {
  provider = "postgresql"
}
`;
const CLINIC = `
model Clinic {
  id   Int     @id @default(autoincrement())
  name String  @unique
}
`;
/** A body full of semicolons, which a naive splitter cuts to pieces. */
const BODY = `
CREATE FUNCTION shout(t text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE s text := upper(t);
BEGIN
  s := s || ';';
  RETURN s;
END $$;
`;

describe("the schema engine, asked by Prisma's command line", () => {
  let home: string;
  let server: EmbeddedPostgres;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "amrutam-engine-"));
    await chmod(home, 0o755);
    // The config file and the generated client import packages: they are found beside this test.
    await symlink(fileURLToPath(new URL("../node_modules", import.meta.url)), join(home, "node_modules"));
    server = await startEmbeddedPostgres({ dataDir: join(home, "cluster"), isDisposable: true });
    await query("postgres", "CREATE DATABASE shadow");
    await writeFile(
      join(home, "prisma.config.ts"),
      `import { defineConfig } from "prisma/config";
       export default defineConfig({
         schema: "schema.prisma",
         migrations: { path: "migrations" },
         datasource: { url: "${server.superuserUrl("clinic")}", shadowDatabaseUrl: "${server.superuserUrl("shadow")}" },
       });`,
    );
    await writeFile(join(home, "schema.prisma"), HEAD + CLINIC);
  });
  afterAll(async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function query(database: string, sql: string) {
    const client = new pg.Client({ connectionString: server.superuserUrl(database) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }
  const prisma = (...args: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const options = {
        cwd: home,
        env: {
          PATH: "/usr/bin:/bin",
          HOME: home,
          PRISMA_SCHEMA_ENGINE_BINARY: ENGINE,
          CHECKPOINT_DISABLE: "1",
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
        },
      };
      execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
      );
    });

  it("generates the client", async () => {
    expect((await prisma("generate")).code).toBe(0);
    expect(await readdir(join(home, "generated"))).toContain("client.ts");
  });

  it("refuses a schema with a mistake", async () => {
    await writeFile(join(home, "schema.prisma"), `${HEAD}model Broken {\n  id Nothing @id\n}`);
    const { code, output } = await prisma("validate");
    expect(code).toBe(1);
    expect(output).toContain('Type "Nothing" is neither a built-in type');
    await writeFile(join(home, "schema.prisma"), HEAD + CLINIC);
  });

  it("writes a migration from the schema, making the database first", async () => {
    const { code } = await prisma("migrate", "dev", "--name", "clinic", "--create-only");
    expect(code).toBe(0);
    const [folder = ""] = (await readdir(join(home, "migrations"))).filter((name) =>
      name.endsWith("_clinic"),
    );
    const file = join(home, "migrations", folder, "migration.sql");
    expect(await readFile(file, "utf8")).toContain('CREATE TABLE "Clinic"');
    expect(await query("clinic", `SELECT to_regclass('"Clinic"') AS found`)).toEqual([{ found: null }]);
  });

  it("deploys migrations with function bodies, and status agrees before and after", async () => {
    await mkdir(join(home, "migrations", "99990101000000_shout"));
    await writeFile(join(home, "migrations", "99990101000000_shout", "migration.sql"), BODY);
    expect(await prisma("migrate", "status")).toMatchObject({ code: 1 });
    expect(await prisma("migrate", "deploy")).toMatchObject({ code: 0 });
    expect(await query("clinic", "SELECT shout('a')")).toEqual([{ shout: "A;" }]);
    expect((await prisma("migrate", "status")).output).toContain("Database schema is up to date!");
  });

  it("finds drift between migrations and schema, and none where there is none", async () => {
    const diff = ["migrate", "diff", "--from-migrations", "migrations", "--to-schema", "schema.prisma"];
    expect((await prisma(...diff, "--exit-code")).code).toBe(0);
    await writeFile(join(home, "schema.prisma"), `${HEAD}${CLINIC.replace("@unique", "")}`);
    const { code, output } = await prisma(...diff, "--script", "--exit-code");
    expect(code).toBe(2);
    expect(output).toContain('DROP INDEX "Clinic_name_key"');
    await writeFile(join(home, "schema.prisma"), HEAD + CLINIC);
  });

  it("reads a schema out of a database", async () => {
    const { code, output } = await prisma("db", "pull", "--print");
    expect(code).toBe(0);
    expect(output).toMatch(
      /model Clinic \{\s+id +Int +@id @default\(autoincrement\(\)\)\s+name +String +@unique/,
    );
  });

  it("says what is wrong with a connection", async () => {
    await writeFile(
      join(home, "prisma.config.ts"),
      `import { defineConfig } from "prisma/config";
       export default defineConfig({ schema: "schema.prisma", migrations: { path: "migrations" },
         datasource: { url: "postgresql://postgres:wrong@127.0.0.1:${server.port}/clinic" } });`,
    );
    const { code, output } = await prisma("migrate", "status");
    expect(code).toBe(1);
    expect(output).toContain("P1000");
  });
});
