import { setTimeout as delay } from "node:timers/promises";
import type { Keys } from "@amrutam/ports/keys";
import type { Query } from "../client";

/** These keys don't open what this database holds: going on would write what nobody can read together. */
export class WrongMasterKey extends Error {
  override name = "WrongMasterKey";
}

const KNOWN_TEXT = "amrutam master key";

const FIND =
  "SELECT version, sealed, retired_at IS NOT NULL AS is_retired FROM master_key_checks ORDER BY version";
const ADD = "INSERT INTO master_key_checks (version, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING";

const opens = (keys: Keys, version: number, sealed: Uint8Array): boolean => {
  try {
    return keys.unwrap(Buffer.from(sealed), version).toString("utf8") === KNOWN_TEXT;
  } catch {
    return false;
  }
};

/**
 * Proves the master keys on a text that each version sealed when it was first used; a new version seals its own.
 * @throws WrongMasterKey when a version that was used here and not retired is missing or another key, or when the newest
 * is retired; what the database throws
 */
export async function checkMasterKeys(query: Query, keys: Keys): Promise<void> {
  const find = () => query<Check>("master_key.find", FIND, []);
  const checks = await find();
  prove(checks, keys);
  if (checks.some(({ version }) => version === keys.currentVersion)) return;
  // Only who has proven the versions in use adds one: a stray key must not become one that everybody then lacks.
  await query("master_key.add", ADD, [keys.currentVersion, keys.wrap(Buffer.from(KNOWN_TEXT))]);
  prove(await find(), keys);
}

type Check = Readonly<{ version: number; sealed: Uint8Array; is_retired: boolean }>;

function prove(checks: readonly Check[], keys: Keys): void {
  // Nothing needs a retired one, so it may be missing; but it must not be the one that wraps.
  const wrong = checks.find(({ version, sealed, is_retired }) =>
    is_retired ? version === keys.currentVersion : !opens(keys, version, sealed),
  );
  if (wrong)
    throw new WrongMasterKey(
      wrong.is_retired
        ? `master key version ${wrong.version} is retired here, and no newer one is given`
        : `master key version ${wrong.version} is not the one this database was used with`,
    );
}

/** Asks again every second while the database can't tell. @param onFault hears why @throws WrongMasterKey */
export async function awaitMasterKeyCheck(
  query: Query,
  keys: Keys,
  onFault: (error: unknown) => void,
): Promise<void> {
  for (;;) {
    try {
      return await checkMasterKeys(query, keys);
    } catch (error) {
      if (error instanceof WrongMasterKey) throw error;
      onFault(error);
      await delay(1_000);
    }
  }
}
