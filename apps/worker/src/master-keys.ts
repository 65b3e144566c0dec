import { randomUUID } from "node:crypto";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { EnvironmentProblems } from "@amrutam/api/http/environment";
import { type Database, openDatabase } from "@amrutam/db/client";
import { WrongMasterKey } from "@amrutam/db/phi/check-master-keys";
import { keyNeeds } from "@amrutam/db/phi/key-needs";
import { retireKey } from "@amrutam/db/phi/retire-key";
import type { Keys } from "@amrutam/ports/keys";
import { loadEnvironment } from "./master-keys/env";
import { rotate } from "./master-keys/rotate";
import { retiredSentence, statusLines } from "./master-keys/sentences";

class Problem extends Error {}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Statements of a rotation go over whole tables. */
const PATIENT_MS = 120_000;

const ACTS: Record<string, (db: Database, keys: Keys, args: readonly string[]) => Promise<void>> = {
  async status(db, keys) {
    for (const line of statusLines(await keyNeeds(db.query), keys.currentVersion)) say(line);
  },
  async rotate(db, keys) {
    await rotate({ db, keys, say });
    for (const line of statusLines(await keyNeeds(db.query), keys.currentVersion)) say(line);
  },
  async retire(db, keys, [text = ""]) {
    if (!/^\d{1,6}$/.test(text)) throw new Problem("Name one version: npm run keys:retire -- 1");
    const retired = await retireKey(db, keys.currentVersion, Number(text), `retirement-${randomUUID()}`);
    const sentence = retiredSentence(Number(text), retired);
    if (retired.outcome !== "retired" && retired.outcome !== "already") throw new Problem(sentence);
    say(sentence);
  },
};

/** `npm run keys:status`, `keys:rotate`, `keys:retire -- 1`. */
async function main([act = "", ...args]: readonly string[]): Promise<void> {
  const run = ACTS[act];
  if (!run) throw new Problem(`Acts: ${Object.keys(ACTS).join(", ")}`);
  const env = loadEnvironment();
  const url = env.DATABASE_URL;
  const db = openDatabase({ url, max: 2, timeoutMs: PATIENT_MS, applicationName: "amrutam-master-keys" });
  try {
    await run(db, environmentKeys(env.PHI_MASTER_KEYS), args);
  } finally {
    await db.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected =
    error instanceof Problem || error instanceof EnvironmentProblems || error instanceof WrongMasterKey;
  if (!isExpected) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
