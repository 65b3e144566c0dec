import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@amrutam/db/client";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { releaseDeadWorkers } from "./queue/presence";
import { findStuck } from "./queue/stuck";
import { AT_START } from "./queue/timed-tasks";
import { startWorker, type Worker } from "./start-worker";
import { testDeps } from "./testing-deps";

const PATIENCE = { timeout: 20_000, interval: 50 };

describe("workers on one database", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  const workers: Worker[] = [];
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 4 });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    for (const close of closing.splice(0)) await close();
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  const start = (deps: Parameters<typeof startWorker>[0]) => {
    const onFatal = (error: unknown) => {
      throw error;
    };
    const worker = startWorker(deps, { url: database.workerUrl, concurrency: 4, onFatal });
    workers.push(worker);
    return worker;
  };
  const tell = async (kind: string, aggregateId: string) => {
    await sql.query("INSERT INTO outbox_events (kind, aggregate_id) VALUES ($1, $2)", [kind, aggregateId]);
  };
  const visits = async (count: number) => {
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(60 + 20 * i) });
      ids.push(await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId }));
    }
    return ids;
  };
  const unfinished = async () => {
    const { rows } = await sql.query<{ count: number }>(
      `SELECT (SELECT count(*) FROM outbox_events WHERE dispatched_at IS NULL)::int
         + (SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier ~ '^(mail|plan|deliver)_')::int AS count`,
    );
    return rows[0]?.count;
  };

  it("turn each event into exactly one mail per reader, two of them racing", async () => {
    const box = await testDeps(database.workerUrl);
    const other = await testDeps(database.workerUrl, { dir: box.dir });
    closing.push(box.close, other.close);
    const sent: string[] = [];
    const counting = ({ deps }: typeof box) => ({
      ...deps,
      mailer: {
        kind: "local" as const,
        send: (message: Parameters<typeof deps.mailer.send>[0]) => {
          sent.push(message.key);
          return deps.mailer.send(message);
        },
      },
    });
    const [first, second] = [start(counting(box)), start(counting(other))];
    await expect.poll(() => first.isStarted() && second.isStarted(), PATIENCE).toBe(true);
    for (const id of await visits(15)) await tell("consultation.confirmed", id);
    await expect.poll(async () => (await box.mails()).length, PATIENCE).toBe(30);
    await expect.poll(unfinished, PATIENCE).toBe(0);
    expect(sent).toHaveLength(30);
    expect(new Set(sent).size).toBe(30);
  });

  it("finish the job of one that was killed in its middle, with one effect", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    const script = fileURLToPath(new URL("testing-stuck-worker.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, database.workerUrl, box.dir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const patient = await makePatient(sql);
    await tell("auth.account_exists", patient.userId);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");

    const locked = async () => {
      const { rows } = await sql.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'mail_account_exists' AND locked_by IS NOT NULL",
      );
      return rows[0]?.count;
    };
    expect(await locked()).toBe(1);
    await expect.poll(() => releaseDeadWorkers(box.deps.db.pool, 0), PATIENCE).toBe(1);
    expect(await locked()).toBe(0);
    start(box.deps);
    await expect.poll(unfinished, PATIENCE).toBe(0);
    expect((await box.mails()).map(({ to }) => to)).toEqual([patient.email]);
  });

  it("finish the notices of one that was killed after it sent the first, each told once", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    const script = fileURLToPath(new URL("testing-stuck-worker.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, database.workerUrl, box.dir], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [id = ""] = await visits(1);
    await tell("consultation.confirmed", id);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    await expect.poll(() => releaseDeadWorkers(box.deps.db.pool, 0), PATIENCE).toBe(1);
    const other = await testDeps(database.workerUrl, { dir: box.dir });
    closing.push(() => other.deps.db.close());
    start(box.deps);
    start(other.deps);
    await expect.poll(unfinished, PATIENCE).toBe(0);
    expect(await box.mails()).toHaveLength(2);
    const { rows } = await sql.query(
      `SELECT audience, status, attempts, (SELECT count(*)::int FROM notifications n WHERE n.user_id = d.user_id) AS shown
       FROM deliveries d WHERE subject_id = $1 ORDER BY attempts DESC`,
      [id],
    );
    expect(rows).toMatchObject([
      { status: "SENT", attempts: 2, shown: 1 },
      { status: "SENT", attempts: 1, shown: 1 },
    ]);
  });

  it("leave the jobs of a living one alone", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    let finish = () => {};
    let hasBegun = false;
    const stuck = {
      ...box.deps,
      mailer: {
        kind: "local" as const,
        send: () => {
          hasBegun = true;
          return new Promise<void>((resolve) => {
            finish = resolve;
          });
        },
      },
    };
    const worker = start(stuck);
    await expect.poll(() => worker.isStarted(), PATIENCE).toBe(true);
    await tell("auth.account_exists", (await makePatient(sql)).userId);
    await expect.poll(() => hasBegun, PATIENCE).toBe(true);
    expect(await releaseDeadWorkers(box.deps.db.pool, 0)).toBe(0);
    finish();
    await expect.poll(unfinished, PATIENCE).toBe(0);
  });

  it("give a poisoned event up after its last attempt, in sight, while the others go on", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    const [poisoned, other] = [await makePatient(sql), await makePatient(sql)];
    let tries = 0;
    const worker = start({
      ...box.deps,
      mailer: {
        kind: "local",
        send(message) {
          if (message.to !== poisoned.email) return box.deps.mailer.send(message);
          tries += 1;
          return Promise.reject(new Error("no such mailbox"));
        },
      },
    });
    await expect.poll(() => worker.isStarted(), PATIENCE).toBe(true);
    await tell("auth.account_exists", poisoned.userId);
    await tell("auth.account_exists", other.userId);
    await expect.poll(async () => (await box.mails()).map(({ to }) => to), PATIENCE).toEqual([other.email]);
    await expect.poll(() => tries, PATIENCE).toBe(1);
    expect((await findStuck(box.deps.db)).deadJobs).toEqual({});

    // Two days later: its last attempt.
    const lastTry = () =>
      sql.query(
        `UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1, run_at = now()
         WHERE locked_at IS NULL AND attempts BETWEEN 1 AND max_attempts - 1`,
      );
    await expect.poll(async () => (await lastTry()).rowCount, PATIENCE).toBe(1);
    const dead = async () => (await findStuck(box.deps.db)).deadJobs;
    await expect.poll(dead, PATIENCE).toEqual({ mail_account_exists: 1 });
    expect(tries).toBe(2);
    await sql.query("DELETE FROM graphile_worker._private_jobs WHERE attempts >= max_attempts");
  });

  it("start one queue, though the database failed in the middle of starting it", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    const { pool } = box.deps.db;
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    let failures = 0;
    const broken = vi.spyOn(pool, "query").mockImplementation(((...args: unknown[]) => {
      if (args[0] !== AT_START || failures > 0) return query(...args);
      failures += 1;
      return Promise.reject(new Error("terminating connection"));
    }) as never);
    const worker = start(box.deps);
    await expect.poll(() => worker.isStarted(), PATIENCE).toBe(true);
    broken.mockRestore();
    expect(failures).toBe(1);
    const listening = async () => {
      const { rows } = await sql.query<{ count: number }>(
        "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'",
      );
      return rows[0]?.count;
    };
    await expect.poll(listening, PATIENCE).toBe(1);
  });

  it("keep an event of an unknown kind for a newer worker", async () => {
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    start(box.deps);
    const { rows } = await sql.query<{ id: string }>(
      "INSERT INTO outbox_events (kind, aggregate_id) VALUES ('future.kind', uuidv7()) RETURNING id",
    );
    const event = async () =>
      (
        await sql.query(
          "SELECT dispatched_at, attempts, available_at > now() AS postponed FROM outbox_events WHERE id = $1",
          [rows[0]?.id],
        )
      ).rows[0];
    await expect.poll(event, PATIENCE).toEqual({ dispatched_at: null, attempts: 1, postponed: true });
    expect((await findStuck(box.deps.db)).unroutableEvents).toBe(1);
    await sql.query("DELETE FROM outbox_events WHERE id = $1", [rows[0]?.id]);
  });

  it("roll the slots to the horizon at their start", async () => {
    const doctor = await makeDoctor(sql, { horizonDays: 14 });
    await sql.query(
      `INSERT INTO weekly_hours (doctor_id, weekday, start_min, end_min, modes)
       SELECT $1, day, 600, 720, '{VIDEO}' FROM generate_series(1, 7) AS day`,
      [doctor.doctorId],
    );
    const box = await testDeps(database.workerUrl);
    closing.push(box.close);
    start(box.deps);
    const days = async () => {
      const { rows } = await sql.query<{ days: number }>(
        "SELECT count(DISTINCT starts_at::date)::int AS days FROM slots WHERE doctor_id = $1",
        [doctor.doctorId],
      );
      return rows[0]?.days;
    };
    await expect.poll(days, PATIENCE).toBeGreaterThanOrEqual(13);
  });

  it("wait for a database that is away", async () => {
    const box = await testDeps("postgresql://nobody:nothing@127.0.0.1:1/none");
    closing.push(box.close);
    const worker = startWorker(box.deps, {
      url: database.workerUrl,
      concurrency: 1,
      onFatal: () => undefined,
    });
    expect(worker.isStarted()).toBe(false);
    await worker.stop();
    expect(worker.isStarted()).toBe(false);
  });

  it("leave nothing behind that may never be", () => assertInvariants(database.superuserUrl));

  it("reach a database as the worker's role, with nothing but its grants", async () => {
    const db = openDatabase({ url: database.workerUrl, max: 1 });
    closing.push(db.close);
    for (const statement of [
      "SELECT content_sealed FROM prescriptions",
      "SELECT body_sealed FROM consultation_notes",
      "UPDATE audit_events SET action = ''",
      "UPDATE users SET full_name = ''",
    ])
      await expect(db.pool.query(statement)).rejects.toMatchObject({ code: "42501" });
  });
});
