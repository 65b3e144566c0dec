import type { Query } from "@amrutam/db/client";
import { KeyDestroyed, openKey } from "@amrutam/db/phi/vault";
import type { Keys } from "@amrutam/ports/keys";

/** The number (E.164) a person gave, or null: none, or erased. */
export type PhoneOf = (query: Query, userId: string) => Promise<string | null>;

type Row = Readonly<{ sealed: Uint8Array; wrappedKey: Uint8Array | null; masterVersion: number }>;

const SEALED = `
SELECT u.phone_sealed AS sealed, k.wrapped_key AS "wrappedKey", k.master_version AS "masterVersion"
FROM users u JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'ACCOUNT'
WHERE u.id = $1 AND u.phone_sealed IS NOT NULL`;

/** The one sealed field the worker opens. The keys stay inside: nothing else of it can be asked to open anything. */
export const phoneReader =
  (keys: Keys): PhoneOf =>
  async (query, userId) => {
    const [row] = await query<Row>("notice.phone", SEALED, [userId]);
    if (!row) return null;
    try {
      return openKey(keys, row).unseal("users.phone_sealed", userId, row.sealed);
    } catch (error) {
      if (error instanceof KeyDestroyed) return null;
      throw error;
    }
  };
