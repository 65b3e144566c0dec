import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { LOGS, ROOT } from "./paths.mjs";
import { Refusal } from "./say.mjs";

const READY_MS = 90_000;
const STOP_MS = 15_000;
const POLL_MS = 150;

/**
 * A group of programs that live and die together.
 * @param {{ isLoud?: boolean, logs?: string }} [options]
 *   isLoud: show their output here as well as in the log files; logs: a folder of .data/logs for these alone
 */
export function processGroup({ isLoud = false, logs = "" } = {}) {
  const folder = join(LOGS, logs);
  const children = new Map();
  let onDeath = () => undefined;
  let isStopping = false;
  return {
    /** Resolves with a sentence when one of them ends by itself. */
    death: new Promise((resolve) => {
      onDeath = resolve;
    }),
    pids: () => [...children.values()].map((child) => child.pid),

    pidOf: (name) => children.get(name)?.pid,

    /**
     * Starts a Node program; its output goes to a log file.
     * @param {{ isSpare?: boolean }} [options] isSpare: the group lives on when this one ends by itself
     */
    async start(name, args, env, { isSpare = false } = {}) {
      await mkdir(folder, { recursive: true });
      const log = createWriteStream(join(folder, `${name}.log`));
      // A group of its own: Ctrl-C reaches it through us, so that it can still finish its requests.
      const child = spawn(process.execPath, args, {
        cwd: ROOT,
        env,
        detached: process.platform !== "win32",
        stdio: ["ignore", "pipe", "pipe"],
      });
      children.set(name, child);
      for (const stream of [child.stdout, child.stderr]) {
        stream.pipe(log, { end: false });
        if (isLoud) stream.on("data", (chunk) => process.stdout.write(prefixed(name, chunk)));
      }
      child.once("close", async (code, signal) => {
        children.delete(name);
        log.end();
        if (!isStopping && !isSpare)
          onDeath(`${name} ended by itself (${signal ?? `exit ${code}`}).\n${await tail(folder, name)}`);
      });
    },

    /** Waits until a program answers its readiness probe. @throws Refusal with its reasons when it does not */
    async ready(name, port) {
      const deadline = performance.now() + READY_MS;
      let last = "it does not listen";
      while (performance.now() < deadline && children.has(name)) {
        const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, {
          signal: AbortSignal.timeout(5_000),
        }).catch(() => undefined);
        if (answer?.ok) return;
        if (answer) last = `${answer.status} ${await answer.text()}`;
        await delay(POLL_MS);
      }
      // Its death is reported by `death`, with its last words.
      if (!children.has(name)) return new Promise(() => undefined);
      throw new Refusal(
        `${name} is not ready after ${READY_MS / 1000} s: ${last.slice(0, 500)}\n${await tail(folder, name)}`,
      );
    },

    /** Asks all of them to finish, and makes those that will not. */
    async stop() {
      isStopping = true;
      const ends = [...children.values()].map(
        (child) => new Promise((resolve) => child.once("close", resolve)),
      );
      for (const child of children.values()) child.kill("SIGTERM");
      const impatience = setTimeout(() => {
        for (const child of children.values()) child.kill("SIGKILL");
      }, STOP_MS);
      await Promise.all(ends);
      clearTimeout(impatience);
    },
  };
}

const prefixed = (name, chunk) => String(chunk).replace(/^(?=.)/gm, `${name.padEnd(7)}`);

async function tail(folder, name) {
  const text = await readFile(join(folder, `${name}.log`), "utf8").catch(() => "");
  return text.trim().split("\n").slice(-15).join("\n");
}
