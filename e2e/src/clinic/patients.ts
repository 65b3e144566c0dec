import { mintAccessToken } from "@amrutam/auth/access-token";
import { newDataKey } from "@amrutam/db/phi/vault";
import { testKeys } from "@amrutam/testing/keys";
import { sql } from "./database";
import { SHARED_SECRETS } from "./served";

/** A patient with a live session. */
export type SignedIn = Readonly<{ userId: string; token: string }>;

/** Rows of many patients in three statements: accounts, data keys, sessions. */
export async function signedInPatients(count: number): Promise<SignedIn[]> {
  const { rows: users } = await sql().query<{ id: string }>(
    `INSERT INTO users (email, email_verified_at, role, full_name)
     SELECT 'racer-' || uuidv7() || '@example.test', now(), 'PATIENT', 'Racer ' || n FROM generate_series(1, $1) n
     RETURNING id`,
    [count],
  );
  const ids = users.map(({ id }) => id);
  for (const retentionClass of ["ACCOUNT", "CLINICAL"] as const)
    await sql().query(
      `INSERT INTO data_keys (user_id, retention_class, wrapped_key, master_version)
       SELECT id, $3, key, $4 FROM unnest($1::uuid[], $2::bytea[]) AS made (id, key)`,
      [
        ids,
        ids.map((id) => Buffer.from(newDataKey(testKeys, id, retentionClass).wrappedKey)),
        retentionClass,
        testKeys.currentVersion,
      ],
    );
  const { rows: sessions } = await sql().query<{ id: string; user_id: string }>(
    `INSERT INTO sessions (user_id, audience, expires_at)
     SELECT id, 'WEB', now() + interval '1 hour' FROM unnest($1::uuid[]) AS id RETURNING id, user_id`,
    [ids],
  );
  return sessions.map(({ id: sessionId, user_id: userId }) => ({
    userId,
    token: mintAccessToken(SHARED_SECRETS.AUTH_SECRET_WEB, "WEB", { sessionId, userId }, Date.now()),
  }));
}
