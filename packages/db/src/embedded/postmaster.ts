import { execFile, spawn } from "node:child_process";
import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { program } from "./binaries";
import { isAlive } from "./directory-lock";
import type { Placement } from "./placement";
import { asServerUser, type ServerUser } from "./server-user";

const run = promisify(execFile);
const READY_MS = 60_000;
const POLL_MS = 40;
/** 57P03: the server is up but still recovering or shutting down. */
const CANNOT_CONNECT_NOW = "57P03";

/** The head of postmaster.pid: process id and port. */
export type Postmaster = Readonly<{ pid: number; port: number }>;

/** Who left his postmaster.pid in the data, running or not. */
export async function readPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(pgdata, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [pid, , , port] = text.split("\n");
  return { pid: Number(pid), port: Number(port) };
}

/** Forgets a server that is certainly gone; its file would make PostgreSQL refuse where the pid is in use again. */
export async function forgetPostmaster(pgdata: string): Promise<void> {
  await rm(join(pgdata, "postmaster.pid"), { force: true });
}

/** Whether a pid is a live PostgreSQL server. A zombie, or another program that got the number later, is not. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return (line.split("\0")[0] ?? "").includes("postgres");
  }
  if (process.platform === "win32") return true;
  const { stdout } = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres");
}

/**
 * Waits until the server takes connections.
 * @returns false when nobody listens there any more, or it is not the server that knows this password
 */
export async function isAnswering(
  url: string,
  isStillWorthwhile: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      const { code } = error as { code?: string };
      // A server that starts or recovers says so at once; one that says nothing is frozen.
      if (/timeout/i.test((error as Error).message)) return false;
      if (code && code !== CANNOT_CONNECT_NOW && /^[0-9A-Z]{5}$/.test(code)) return false;
      if (!(await isStillWorthwhile())) return false;
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(POLL_MS);
  }
  return false;
}

/**
 * Starts a server in a session of its own, so that Ctrl-C reaches it only through us, after the programs using it.
 * @returns its pid once it takes connections
 * @throws StartRefused with the tail of the log when it ends before that
 */
export async function launch(
  user: ServerUser,
  at: Placement,
  settings: Record<string, string | number>,
  logFile: string,
  superuserUrl: string,
): Promise<number> {
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = await open(logFile, "a", 0o600);
  const { size: before } = await log.stat();
  try {
    const child = spawn(program(at.native, "postgres"), ["-D", at.pgdata, ...args], {
      ...asServerUser(user),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    let hasEnded = false;
    let problem = "";
    child.once("error", (error) => {
      problem = error.message;
      hasEnded = true;
    });
    child.once("exit", () => {
      hasEnded = true;
    });
    child.unref();
    if ((await isAnswering(superuserUrl, () => !hasEnded)) && !hasEnded && child.pid) return child.pid;
    if (!hasEnded) child.kill("SIGQUIT");
    const said = (await readFile(logFile, "utf8")).slice(before).trim().split("\n").slice(-12).join("\n");
    throw new StartRefused(problem || said);
  } finally {
    await log.close();
  }
}

/** The server did not come up; `said` is what it wrote. */
export class StartRefused extends Error {
  constructor(readonly said: string) {
    super(`PostgreSQL did not start:\n${said}`);
  }
}

/** Ends a server, cutting its connections; returns when it has written everything and is gone. */
export async function shutDown(user: ServerUser, at: Placement): Promise<void> {
  const args = ["stop", `--pgdata=${at.pgdata}`, "--mode=fast", "--wait", "--timeout=60", "--silent"];
  await run(program(at.native, "pg_ctl"), args, asServerUser(user)).catch(async (error) => {
    if (await readPostmaster(at.pgdata)) throw new Error(`PostgreSQL did not stop: ${error.stderr ?? error}`);
  });
}

/** Ends a server that no longer listens to anybody. What it had committed is recovered at the next start. */
export async function endFrozen(pid: number): Promise<void> {
  for (const signal of ["SIGQUIT", "SIGKILL"] as const) {
    if (await isPostgres(pid)) process.kill(pid, signal);
    for (let waited = 0; waited < 3_000 && (await isPostgres(pid)); waited += POLL_MS) await delay(POLL_MS);
  }
}
