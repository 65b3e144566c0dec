import { openKey } from "@amrutam/db/phi/vault";
import { testKeys } from "../keys";
import type { Sql } from "./person";

/** Gives an account a number, sealed with its own key as the profile does it. Can't be searched for. @param phone E.164 */
export async function givePhone(sql: Sql, userId: string, phone: string): Promise<void> {
  const { rows } = await sql.query<{ wrappedKey: Uint8Array; masterVersion: number }>(
    `SELECT wrapped_key AS "wrappedKey", master_version AS "masterVersion" FROM data_keys
     WHERE user_id = $1 AND retention_class = 'ACCOUNT'`,
    [userId],
  );
  const [key] = rows;
  if (!key) throw new Error("this account has no key");
  const sealed = openKey(testKeys, key).seal("users.phone_sealed", userId, phone);
  await sql.query("UPDATE users SET phone_sealed = $2, phone_index = '\\x01' WHERE id = $1", [
    userId,
    Buffer.from(sealed),
  ]);
}
