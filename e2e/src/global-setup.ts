import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { unpackBrowser } from "./browser/carried-browser";
import { SHARED_SECRETS } from "./clinic/served";
import { alreadyServed, publish } from "./env";
import { ROOT } from "./paths";

/** Unpacks the browser, then serves the demo clinic with two web processes and two workers, and another of each app behind a proxy, until the last test has ended. */
export default async function setup(): Promise<() => Promise<void>> {
  const browser = unpackBrowser();
  if (alreadyServed) {
    publish(alreadyServed);
    await browser;
    return async () => undefined;
  }
  const env = { ...process.env, ...SHARED_SECRETS, RATE_LIMIT_SCALE: "1000", LOG_LEVEL: "info" };
  const child = spawn(
    process.execPath,
    ["tooling/run.mjs", "serve", "--webs", "2", "--workers", "2", "--proxied", "demo"],
    {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const ready = new Promise<string>((resolve, reject) => {
    const lines: string[] = [];
    createInterface(child.stdout).on("line", (line) => {
      lines.push(line);
      if (line.startsWith("{")) resolve(line);
    });
    void ended.then((code) =>
      reject(new Error(`serve ended (${code}) before it was ready\n${lines.join("\n")}`)),
    );
  });
  publish(await ready);
  await browser;
  return async () => {
    child.kill("SIGTERM");
    await ended;
  };
}
