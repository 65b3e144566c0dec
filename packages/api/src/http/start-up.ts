import { awaitMasterKeyCheck } from "@amrutam/db/phi/check-master-keys";
import type { Deps } from "../deps";
import { EnvironmentProblems } from "./environment";

/**
 * Begins to prove that the master keys are those of the data, while the app already serves what needs none. A wrong one
 * ends the process (exit 1).
 * @returns what start-up still waits for, as /api/ready shows it
 */
export function proveMasterKeys({ db, keys, log }: Pick<Deps, "db" | "keys" | "log">): () => string[] {
  const waiting = new Set(["master_keys"]);
  awaitMasterKeyCheck(db.query, keys, (error) => log.warn({ err: error }, "keys unproven")).then(
    () => waiting.delete("master_keys"),
    (error: unknown) => {
      log.fatal({ err: error, problem: (error as Error).message }, "not started");
      process.exit(1);
    },
  );
  return () => [...waiting];
}

/** Starts a process in its environment; what is wrong with that is said on stderr, all of it, before exit 1. */
export async function startIn<E>(load: () => E, serve: (env: E) => Promise<void>): Promise<void> {
  try {
    await serve(load());
  } catch (error) {
    if (!(error instanceof EnvironmentProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
