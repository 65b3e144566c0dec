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
 */
export async function launchPrograms(group, env, mode) {
  for (const [name, args] of Object.entries(ARGUMENTS[mode]))
    await group.start(name, args, envFor(name, env));
}

/** One more process of a program, in production mode. @param {string} name of the process and its log */
export const launchProgram = (group, name, program, env, options) =>
  group.start(name, ARGUMENTS.production[program], envFor(program, env), options);

/** Waits until all of them answer their readiness probes. */
export async function awaitPrograms(group, ports) {
  await Promise.all(Object.entries(ports).map(([name, port]) => group.ready(name, port)));
}
