import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { ROOT } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ERR_PNPM_META_FETCH_FAIL|network/i;

/** Installs the locked dependencies unless they already are. @throws Refusal with what to do about it */
export async function install() {
  const lock = await fingerprint(["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"]);
  if (existsSync(join(ROOT, "node_modules", ".modules.yaml")) && (await isStamped("install", lock))) return;
  const { packageManager } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  say(`installing with ${packageManager}`);
  const { code, output } = await run("npx", ["-y", packageManager, "install", "--frozen-lockfile"], {
    isQuiet: true,
    onOutput: (text) => process.stdout.write(text),
    shell: process.platform === "win32",
    // No questions (replacing another user's node_modules asks one), and progress by lines.
    env: { CI: "1", npm_config_update_notifier: "false" },
  });
  if (code !== 0)
    throw new Refusal(
      UNREACHABLE.test(output)
        ? "The npm registry cannot be reached. The first start needs it; check the network and `npm config get registry`."
        : `Installing the dependencies failed (exit ${code}); the lines above say why.`,
    );
  await stamp("install", lock);
}
