import { randomUUID } from "node:crypto";
import type { Database } from "@amrutam/db/client";
import { checkMasterKeys } from "@amrutam/db/phi/check-master-keys";
import { type KeyNeeds, keyNeeds } from "@amrutam/db/phi/key-needs";
import { reindexPhones } from "@amrutam/db/phi/reindex-phones";
import { rewrapKeys } from "@amrutam/db/phi/rewrap-keys";
import type { Keys } from "@amrutam/ports/keys";

export type RotateMeans = Readonly<{
  db: Pick<Database, "query">;
  keys: Keys;
  say: (line: string) => void;
  /** Rows per statement. */
  batch?: number;
}>;

const waitingFor = (needs: readonly KeyNeeds[], keys: Keys, what: "dataKeys" | "phones") =>
  needs.filter(({ version }) => version !== keys.currentVersion).reduce((sum, each) => sum + each[what], 0);

/**
 * Brings everything under the newest master key version, with progress. May be interrupted and run again, also beside
 * running processes, provided that all of them know the newest version already.
 * @throws WrongMasterKey before anything is changed
 */
export async function rotate({ db, keys, say, batch }: RotateMeans): Promise<void> {
  await checkMasterKeys(db.query, keys);
  const needs = await keyNeeds(db.query);
  const [dataKeys, phones] = [waitingFor(needs, keys, "dataKeys"), waitingFor(needs, keys, "phones")];
  const runId = `rotation-${randomUUID()}`;
  const wrapped = await rewrapKeys(
    db.query,
    keys,
    runId,
    (done) => say(`data keys: ${done} of ${dataKeys}`),
    batch,
  );
  const indexed = await reindexPhones(
    db.query,
    keys,
    runId,
    (done) => say(`phone numbers: ${done} of ${phones}`),
    batch,
  );
  say(`done: ${wrapped} data keys and ${indexed} phone numbers are under version ${keys.currentVersion} now`);
}
