import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { hasLibrary } from "./binaries";
import { type ClusterRecord, readClusterRecord, writeClusterRecord } from "./cluster-record";
import { withFileLock } from "./directory-lock";
import { findFreePort } from "./free-port";
import { initCluster, isInitialised } from "./init-cluster";
import { type Placement, place } from "./placement";
import {
  endFrozen,
  forgetPostmaster,
  isAnswering,
  isPostgres,
  launch,
  readPostmaster,
  StartRefused,
  shutDown,
} from "./postmaster";
import { announcePresence, isAnyonePresent } from "./presence";
import { chooseServerUser, type ServerUser } from "./server-user";
import { type ServerOptions, serverSettings } from "./settings";

const LOCK_MS = 120_000;
/** Backends of a killed server need a moment to notice; until then its shared memory is in use. */
const STALE_MEMORY_MS = 15_000;

export type EmbeddedOptions = ServerOptions &
  Readonly<{
    /** Folder of this cluster: its record, its log and, where the server's user can get at it, its data. */
    dataDir: string;
    /** Port of 127.0.0.1; else the last one if free, else any. Has no effect on a server that already runs. */
    port?: number;
    log?: (line: string) => void;
  }>;

export type EmbeddedPostgres = Readonly<{
  port: number;
  /** Where the data lies; outside the checkout when the server's user cannot read that. */
  pgdata: string;
  /** True when this call found a server running: another process's, or one whose starter was killed. */
  isShared: boolean;
  superuserUrl(database?: string): string;
  /** Leaves the server; the last to leave shuts it down. `force` shuts it down for everybody. Safe to call twice. */
  stop(options?: { force?: boolean }): Promise<void>;
}>;

/**
 * A real PostgreSQL 18 for this data directory: joins the one that runs, else starts one, making the cluster first
 * if need be. Any number of processes may call it at once. After a crash it takes over what the dead one left.
 * @throws Error with a sentence for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const lockFile = join(dataDir, "start.lock");
  return withFileLock(lockFile, LOCK_MS, async () => {
    const known = await readClusterRecord(dataDir);
    const user = await chooseServerUser(known?.pgdata);
    const placed = await place(user, dataDir);
    const at: Placement = { ...placed, pgdata: known?.pgdata ?? placed.pgdata };
    const { record, isShared } = await bringUp(user, at, dataDir, known, options);
    const superuserUrl = urlOf(record);
    const presence = await announcePresence(superuserUrl());

    let stopping: Promise<void> | undefined;
    const leave = (force: boolean) =>
      withFileLock(lockFile, LOCK_MS, async () => {
        await presence.end();
        if (force || !(await isAnyonePresent(superuserUrl()))) await shutDown(user, at);
      });
    return {
      port: record.port,
      pgdata: at.pgdata,
      isShared,
      superuserUrl,
      stop: ({ force = false } = {}) => {
        stopping ??= leave(force);
        return stopping;
      },
    };
  });
}

type RunningRecord = ClusterRecord & { port: number };

const urlOf =
  (record: RunningRecord) =>
  (database = "postgres") =>
    `postgresql://postgres:${record.superuserPassword}@127.0.0.1:${record.port}/${database}`;

async function bringUp(
  user: ServerUser,
  at: Placement,
  dataDir: string,
  known: ClusterRecord | undefined,
  options: EmbeddedOptions,
): Promise<{ record: RunningRecord; isShared: boolean }> {
  const log = options.log ?? (() => undefined);
  const left = known && (await readPostmaster(at.pgdata));
  if (known && left) {
    const record = { ...known, port: left.port };
    if ((await isPostgres(left.pid)) && (await isAnswering(urlOf(record)(), () => isPostgres(left.pid))))
      return { record, isShared: true };
    if (await isPostgres(left.pid)) {
      log("PostgreSQL was left running but does not answer; ending it.");
      await endFrozen(left.pid);
    }
    await forgetPostmaster(at.pgdata);
  }

  const password = known?.superuserPassword ?? randomBytes(24).toString("hex");
  if (!(await isInitialised(at.pgdata))) {
    log(`making a database cluster in ${at.pgdata}`);
    await initCluster(user, at, password);
  } else if (!known) {
    if (at.pgdata.startsWith(dataDir))
      throw new Error(`The record of ${at.pgdata} is missing, and with it the password. Remove ${dataDir}.`);
    // Its folder was removed, which is how one asks for an empty database; the data outside went unnoticed.
    log(`replacing the data left in ${at.pgdata}`);
    const forgotten = await readPostmaster(at.pgdata);
    if (forgotten) await endFrozen(forgotten.pid);
    await initCluster(user, at, password);
  }
  // Written before the start: a crash from here on finds the password again.
  await writeClusterRecord(dataDir, { pgdata: at.pgdata, port: known?.port, superuserPassword: password });

  const deadline = performance.now() + STALE_MEMORY_MS;
  for (;;) {
    const port = await findFreePort(options.port ?? known?.port);
    if (options.port && port !== options.port) throw new Error(`Port ${options.port} is taken.`);
    const record = { pgdata: at.pgdata, port, superuserPassword: password };
    try {
      const settings = serverSettings(port, {
        ...options,
        hasStatementStatistics: hasLibrary(at.native, "pg_stat_statements"),
      });
      await launch(user, at, settings, join(dataDir, "server.log"), urlOf(record)());
      await writeClusterRecord(dataDir, record);
      return { record, isShared: false };
    } catch (error) {
      const isPassing =
        error instanceof StartRefused &&
        /shared memory block|could not bind|address already in use/i.test(error.said);
      if (!isPassing || performance.now() > deadline) throw error;
      await delay(300);
    }
  }
}
