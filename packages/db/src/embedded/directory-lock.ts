import { randomUUID } from "node:crypto";
import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

const BEAT_MS = 1_000;
/** A holder that is alive touches its file every second; one that missed this many is gone, whatever its pid says. */
const SILENT_MS = 20_000;
const POLL_MS = 60;

/**
 * Runs `work` while no other process of this machine does so under the same file. The file of a dead holder is
 * taken over, so a killed process blocks nobody for longer than {@link SILENT_MS}.
 * @param timeoutMs how long to wait for the others
 * @throws Error naming the file when the wait was in vain
 */
export async function withFileLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const mine = `${process.pid} ${randomUUID()}`;
  const deadline = performance.now() + timeoutMs;
  while (!(await tryTake(file, mine))) {
    await removeIfAbandoned(file);
    if (performance.now() > deadline)
      throw new Error(`Another process holds ${file}. If none is running, remove that file.`);
    await delay(POLL_MS);
  }
  const beat = setInterval(() => {
    const now = Date.now() / 1000;
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readFile(file, "utf8").catch(() => "")) === mine) await rm(file, { force: true });
  }
}

async function tryTake(file: string, mine: string): Promise<boolean> {
  try {
    await writeFile(file, mine, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function removeIfAbandoned(file: string): Promise<void> {
  const seen = await readFile(file, "utf8").catch(() => undefined);
  const info = await stat(file).catch(() => undefined);
  if (seen === undefined || !info) return;
  const isSilent = Date.now() - info.mtimeMs > SILENT_MS;
  if (!isSilent && (seen === "" || isAlive(Number(seen.split(" ")[0])))) return;
  // Moved aside first and looked at again: two waiters must not both conclude that they removed the dead one's.
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readFile(aside, "utf8").catch(() => seen)) !== seen) await rename(aside, file);
  else await rm(aside, { force: true });
}

/** Whether a process with this id exists, as far as this user can tell. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
