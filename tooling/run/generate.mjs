import { existsSync } from "node:fs";
import { join } from "node:path";
import { runPrisma } from "../prisma.mjs";
import { fingerprint, isStamped, stamp } from "./fingerprint.mjs";
import { ROOT } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

const INPUTS = ["packages/db/prisma/schema", "packages/db/prisma.config.ts", "pnpm-lock.yaml"];

/** Generates the database client unless it fits the schema already. */
export async function generate() {
  const value = await fingerprint(INPUTS);
  const client = join(ROOT, "packages", "db", "src", "generated", "client.ts");
  if (existsSync(client) && (await isStamped("generate", value))) return;
  say("generating the database client");
  const { code, output } = await runPrisma(["generate"], { stdio: "pipe" });
  if (code !== 0) throw new Refusal(`${output}\nGenerating the database client failed.`);
  await stamp("generate", value);
}
