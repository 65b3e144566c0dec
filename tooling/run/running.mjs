import { execFile } from "node:child_process";
import { mkdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { DATA, ROOT } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

const FILE = join(DATA, "running.json");
const execute = promisify(execFile);

/** Notes who runs, so that a start after a crash can clear away what the crash left. */
export async function noteRunning(children) {
  await mkdir(DATA, { recursive: true });
  await writeFile(FILE, JSON.stringify({ runner: process.pid, children }));
}

export const forgetRunning = () => rm(FILE, { force: true });

/**
 * Ends programs of this checkout whose starter was killed.
 * @throws Refusal when the starter is still there: it is running already
 */
export async function clearLeftovers() {
  const noted = await readFile(FILE, "utf8")
    .then(JSON.parse)
    .catch(() => ({}));
  if (noted.runner !== process.pid && (await isOurs(noted.runner, "run.mjs")))
    throw new Refusal(`This checkout is running already (process ${noted.runner}). Stop that one first.`);
  for (const pid of noted.children ?? []) {
    if (!(await isOurs(pid, "apps"))) continue;
    say(`ending process ${pid}, left by a crash`);
    await end(pid);
  }
  await forgetRunning();
}

/** Whether a pid is a Node program of this checkout, and not another one that got the number since. */
async function isOurs(pid, part) {
  if (!Number.isInteger(pid) || process.platform === "win32") return false;
  try {
    process.kill(pid, 0);
    const [line, folder] = await Promise.all([commandOf(pid), folderOf(pid)]);
    return line.includes(part) && (line.includes(ROOT) || folder === ROOT);
  } catch {
    return false;
  }
}

// A bare Debian has no ps.
const commandOf = async (pid) =>
  process.platform === "linux"
    ? (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ")
    : (await execute("ps", ["-o", "command=", "-p", String(pid)])).stdout;
const folderOf = (pid) => readlink(`/proc/${pid}/cwd`).catch(() => "");

async function end(pid) {
  for (const [signal, waitMs] of [
    ["SIGTERM", 5_000],
    ["SIGKILL", 2_000],
  ]) {
    try {
      process.kill(pid, signal);
      for (let waited = 0; waited < waitMs; waited += 100) {
        await delay(100);
        process.kill(pid, 0);
      }
    } catch {
      return;
    }
  }
}
