import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { ROOT } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

/** What each program is started from. */
export const PROGRAMS = {
  web: join(ROOT, "apps", "web", "dist", "server.mjs"),
  admin: join(ROOT, "apps", "admin", "dist", "server.mjs"),
  worker: join(ROOT, "apps", "worker", "dist", "main.mjs"),
};

/** Builds the programs whose sources changed since their last build, one after the other: each uses every core. */
export async function build() {
  const packages = await fingerprint(["packages", "pnpm-lock.yaml", "tooling/config"]);
  for (const app of Object.keys(PROGRAMS)) {
    const value = packages + (await fingerprint([`apps/${app}`]));
    if (existsSync(PROGRAMS[app]) && (await isStamped(`build-${app}`, value))) continue;
    say(`building ${app}`);
    const folder = join(ROOT, "apps", app);
    const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    for (const step of scripts.build.split(" && ")) {
      const { code, output } = await runStep(step, { cwd: folder, env, isQuiet: true });
      if (code !== 0) throw new Refusal(`${output}\nBuilding ${app} failed.`);
    }
    await stamp(`build-${app}`, value);
  }
}

/** Without a shell in between, so that ending it ends the program. */
function runStep(step, options) {
  const [program, ...args] = step.split(" ");
  return run(program, args, { ...options, shell: process.platform === "win32" });
}
