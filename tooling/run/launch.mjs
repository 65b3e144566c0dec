import { PROGRAMS } from "./build.mjs";
import { envFor } from "./environment.mjs";

/** The programs' arguments to Node, by how they are served. */
const ARGUMENTS = {
  // Answers are short-lived strings: with Node's 16 MB for the young generation a busy server collected a fifth of its time.
  production: Object.fromEntries(
    Object.entries(PROGRAMS).map(([name, file]) => [name, ["--max-semi-space-size=64", file]]),
  ),
  development: {
    web: ["--import", "tsx", "apps/web/src/server/server.ts"],
    admin: ["--import", "tsx", "apps/admin/src/server/server.ts"],
    worker: ["--import", "tsx", "--watch", "apps/worker/src/main.ts"],
  },
};

/**
 * Starts web, admin and worker.
 * @param {Record<string, string>} env of all three; each is given its part
 * @param {"production" | "development"} mode
 * @param {Record<string, number>} [ports] with `web2` and so on for more processes of the web app, all of one origin
 */
export async function launchPrograms(group, env, mode, ports = {}) {
  for (const [name, args] of Object.entries(ARGUMENTS[mode]))
    await group.start(name, args, envFor(name, env));
  for (const [name, port] of Object.entries(ports))
    if (/^web\d/.test(name))
      await group.start(name, ARGUMENTS[mode].web, { ...envFor("web", env), WEB_PORT: String(port) });
}

/** Waits until all of them answer their readiness probes. */
export async function awaitPrograms(group, ports) {
  await Promise.all(Object.entries(ports).map(([name, port]) => group.ready(name, port)));
}
