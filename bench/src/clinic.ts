import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const served = z.object({
  ports: z.object({ web: z.number(), admin: z.number(), worker: z.number() }),
  superuserUrl: z.string(),
  pids: z.tuple([z.number()], z.number()),
});
export type Clinic = z.infer<typeof served> & { stop(): Promise<void> };

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

/** The production build on a throw-away database with this seed; prints what it is doing. @throws Error when it doesn't come up */
export async function startClinic(seed: readonly string[], env: Record<string, string>): Promise<Clinic> {
  const child = spawn(process.execPath, ["tooling/run.mjs", "serve", ...seed], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const over = ended(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) {
      process.stdout.write(`${line}\n`);
      continue;
    }
    const stop = async () => {
      child.kill("SIGTERM");
      await over;
    };
    child.stdout.resume();
    return { ...served.parse(JSON.parse(line)), stop };
  }
  throw new Error("the clinic didn't come up; its own lines above say why");
}

/** Highest resident memory of a process so far, MiB (Linux only). */
export async function peakMemoryMib(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kib = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kib ? Math.round(Number(kib) / 1024) : null;
}

/** Secrets that `npm start` made for this checkout, which the served programs use. */
export async function accessSecret(): Promise<string> {
  const file = new URL("../../.data/keys/secrets.json", import.meta.url);
  return z.object({ AUTH_SECRET_WEB: z.string() }).parse(JSON.parse(await readFile(file, "utf8")))
    .AUTH_SECRET_WEB;
}
