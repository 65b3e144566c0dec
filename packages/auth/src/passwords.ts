import { hash as argon2Hash, verify as argon2Verify, type Options } from "@node-rs/argon2";
import { newOpaqueToken } from "./opaque-token";
import { semaphore } from "./semaphore";

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). Argon2id is the library's default. */
const PARAMETERS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes at a time: a crowd signing in queues here and leaves cores for everybody else. */
const WIDTH = 2;
const bounded = semaphore(WIDTH);

/** @param password already normalised by the schema (NFKC); every byte counts, there is no limit of 72 */
export const hashPassword = (password: string): Promise<string> =>
  bounded(() => argon2Hash(password, PARAMETERS));

let dummy: Promise<string> | undefined;

/**
 * Is this the account's password? Where there is no account, or it has no password yet, the same work is done against
 * a hash that nothing matches, so that the time of the answer tells nobody who has an account.
 * @param hash null for "no such account"
 */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(newOpaqueToken());
  const against = hash ?? (await dummy);
  const matches = await bounded(() => argon2Verify(against, password));
  return hash !== null && matches;
}
