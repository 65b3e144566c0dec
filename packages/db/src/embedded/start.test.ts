import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPostgres, readPostmaster } from "./postmaster";
import { removeCluster } from "./remove";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start";

describe("startEmbeddedPostgres", () => {
  let dataDir: string;
  const start = () => startEmbeddedPostgres({ dataDir, isDisposable: true });

  beforeAll(async () => {
    const home = await mkdtemp(join(tmpdir(), "amrutam "));
    await chmod(home, 0o755);
    dataDir = join(home, "a data dir");
  });
  afterAll(() => rm(join(dataDir, ".."), { recursive: true, force: true }));

  async function ask(server: EmbeddedPostgres, sql: string) {
    const client = new pg.Client({ connectionString: server.superuserUrl() });
    await client.connect();
    try {
      return (await client.query(sql)).rows[0];
    } finally {
      await client.end();
    }
  }
  async function pidOf(server: EmbeddedPostgres) {
    const postmaster = await readPostmaster(server.pgdata);
    if (!postmaster) throw new Error("no server is running");
    return postmaster.pid;
  }

  it("makes a UTF-8 cluster with the built-in collation, on loopback only, and keeps its secret to itself", async () => {
    const server = await start();
    expect(
      await ask(
        server,
        `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
                current_setting('server_encoding') AS encoding, datlocprovider AS provider, datlocale AS locale
         FROM pg_database WHERE datname = 'postgres'`,
      ),
    ).toEqual({
      addresses: "127.0.0.1",
      sockets: "",
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
    });
    const wrong = new pg.Client({ connectionString: `postgresql://postgres:guess@127.0.0.1:${server.port}` });
    await expect(wrong.connect()).rejects.toMatchObject({ code: "28P01" });
    if (process.platform !== "win32")
      expect((await stat(join(dataDir, "cluster.json"))).mode & 0o077).toBe(0);
    await server.stop();
    expect(await readPostmaster(server.pgdata)).toBeUndefined();
  });

  it("gives simultaneous callers one server, which ends with the last of them", async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map((server) => server.port)).size).toBe(1);
    expect(servers.filter((server) => !server.isShared)).toHaveLength(1);
    const [first, second, third] = servers as [EmbeddedPostgres, EmbeddedPostgres, EmbeddedPostgres];
    await first.stop();
    await second.stop();
    expect(await ask(third, "SELECT 1 AS one")).toEqual({ one: 1 });
    await third.stop();
    expect(await readPostmaster(third.pgdata)).toBeUndefined();
  });

  it("recovers what a killed server had committed, on the port it had", async () => {
    const killed = await start();
    await ask(killed, "CREATE TABLE kept AS SELECT 42 AS answer");
    const pid = await pidOf(killed);
    process.kill(pid, "SIGKILL");
    const revived = await start();
    expect(revived.isShared).toBe(false);
    expect(revived.port).toBe(killed.port);
    expect(await ask(revived, "SELECT answer FROM kept")).toEqual({ answer: 42 });
    await revived.stop();
  });

  it("is not fooled by a postmaster.pid whose number now belongs to another program", async () => {
    const before = await start();
    await before.stop();
    const lines = [process.pid, before.pgdata, 1, before.port, "", "127.0.0.1", "", "ready"];
    await writeFile(join(before.pgdata, "postmaster.pid"), lines.join("\n"));
    const server = await start();
    expect(await pidOf(server)).not.toBe(process.pid);
    await server.stop();
  });

  it("shuts down for everybody when forced", async () => {
    const [mine, theirs] = await Promise.all([start(), start()]);
    const pid = await pidOf(mine);
    await mine.stop({ force: true });
    expect(await isPostgres(pid)).toBe(false);
    await theirs.stop();
  });

  it("says in a sentence what is wrong with a damaged record", async () => {
    const file = join(dataDir, "cluster.json");
    const whole = await readFile(file, "utf8");
    await writeFile(file, whole.slice(0, 20));
    await expect(start()).rejects.toThrow(/cluster\.json is damaged\. Remove .* to begin/);
    await writeFile(file, whole);
  });

  it("keeps the data of a folder that the server's user cannot enter elsewhere, and begins anew once it is gone", async () => {
    const home = await mkdtemp(join(tmpdir(), "amrutam-private-"));
    const options = { dataDir: join(home, "data"), isDisposable: true };
    const first = await startEmbeddedPostgres(options);
    await ask(first, "CREATE TABLE lost ()");
    const isOutside = !first.pgdata.startsWith(home);
    expect(isOutside).toBe(process.getuid?.() === 0);
    // The folder goes while its server runs: neither the old server nor its unknown password may be in the way.
    await rm(options.dataDir, { recursive: true });
    const second = await startEmbeddedPostgres(options);
    expect(await ask(second, "SELECT to_regclass('lost') AS lost")).toEqual({ lost: null });
    await second.stop();
    await removeCluster(options.dataDir);
    await expect(stat(second.pgdata)).rejects.toMatchObject({ code: "ENOENT" });
    await rm(home, { recursive: true, force: true });
  });
});
