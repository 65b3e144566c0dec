import type { PrismaTransaction } from "@amrutam/db/client";
import { type Result, refuse } from "@amrutam/domain/result";
import type { Deps } from "./deps";

/** JSON with sorted keys: the same input has the same text, whatever order it was typed in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Keyed hash of an input without its key. */
export const hashInput = (deps: Deps, input: object): Buffer =>
  deps.keys.inputHash(canonicalJson({ ...input, idempotencyKey: undefined }));

type Claim = { state: "new" | "replay" | "reused" | "in_flight"; answer: unknown };
/** One call under a key. */
export type KeyedCall = Readonly<{ scope: string; procedure: string; key: string; input: object }>;

const EARLIER = `
SELECT input_hash, answer FROM idempotency_records
WHERE scope = $1 AND procedure = $2 AND key = $3 AND expires_at > clock_timestamp()`;

/**
 * What an earlier call under this key was told, without claiming the key: for work that begins outside the database and
 * must not begin at all for a key that was used before.
 * @returns undefined when the key is new; `idempotency.key_reused` when it was used for another input
 */
export async function earlierAnswer<T extends object>(
  deps: Deps,
  { scope, procedure, key, input }: KeyedCall,
): Promise<Result<T> | undefined> {
  const [earlier] = await deps.db.query<{ input_hash: Buffer; answer: T }>("idempotency.earlier", EARLIER, [
    scope,
    procedure,
    key,
  ]);
  if (!earlier) return undefined;
  return earlier.input_hash.equals(hashInput(deps, input))
    ? { ok: true, value: earlier.answer }
    : refuse("idempotency.key_reused");
}

/**
 * Runs a keyed mutation at most once: same key and input, same answer for 24 h; other input 422; in flight 409.
 * A refusal is not recorded: the next try judges anew.
 * @param run does the work and names the row it made; its `value` is stored, so it must hold nothing clinical
 */
export async function once<T extends object>(
  tx: PrismaTransaction,
  deps: Deps,
  { scope, procedure, key, input }: KeyedCall,
  run: () => Promise<Result<{ value: T; effectId: string }>>,
): Promise<Result<T>> {
  const hash = new Uint8Array(hashInput(deps, input));
  const [claim] = await tx.$queryRaw<Claim[]>`
    SELECT state, answer FROM claim_idempotency(${scope}, ${procedure}, ${key}, ${hash})`;
  if (claim?.state === "in_flight") return refuse("idempotency.in_flight");
  if (claim?.state === "reused") return refuse("idempotency.key_reused");
  if (claim?.state === "replay") return { ok: true, value: claim.answer as T };
  const result = await run();
  if (!result.ok) return result;
  const { value, effectId } = result.value;
  await tx.$executeRaw`
    INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
    VALUES (${scope}, ${procedure}, ${key}, ${hash}, ${JSON.stringify(value)}::jsonb, ${effectId}::uuid, clock_timestamp() + interval '24 hours')`;
  return { ok: true, value };
}
