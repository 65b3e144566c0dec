// `node tooling/prisma.mjs <arguments>`: Prisma's command line with the offline schema engine.
// Commands that need a database get MIGRATION_DATABASE_URL or, without one, the embedded server's.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageDir = fileURLToPath(new URL("../packages/db", import.meta.url));
const NEEDS_DATABASE = /^(migrate|db|studio)$/;

/**
 * Runs Prisma in packages/db.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: "inherit" | "pipe" }} [options]
 * @returns {Promise<{ code: number, output: string }>} output only when piped
 */
export function runPrisma(args, { env = {}, stdio = "inherit" } = {}) {
  const manifest = createRequire(join(packageDir, "package.json")).resolve("prisma/package.json");
  const cli = join(dirname(manifest), "build", "index.js");
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: packageDir,
    stdio,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: join(packageDir, "engine", "schema-engine.mjs"),
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function main(args) {
  if (!NEEDS_DATABASE.test(args[0] ?? "") || process.env.MIGRATION_DATABASE_URL)
    return (await runPrisma(args)).code;
  const { startDatabase } = await import("./run/database.mjs");
  const database = await startDatabase();
  try {
    return (await runPrisma(args, { env: database.prismaEnv })).code;
  } finally {
    await database.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
