import type { PrismaTransaction } from "@amrutam/db/client";
import type { PasskeyAssertion } from "@amrutam/domain/auth/webauthn-schema";
import type { SpentChallenge } from "./passkey-challenges";
import { type Descriptor, userHandleOf } from "./passkey-options";
import type { RelyingParty } from "./relying-party";
import { type NewCredential, verifyAssertion } from "./verify-passkey";

/** What browsers need to know of an account's passkeys. */
export const descriptorsOf = (tx: PrismaTransaction, userId: string): Promise<Descriptor[]> =>
  tx.passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } });

/** @returns the new passkey's id, or null when some account has this credential already */
export async function storePasskey(
  tx: PrismaTransaction,
  passkey: NewCredential & Readonly<{ userId: string; name: string; transports: readonly string[] }>,
): Promise<string | null> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO passkeys (user_id, credential_id, public_key, sign_count, transports, name, is_synced)
    VALUES (${passkey.userId}::uuid, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.signCount}::bigint,
      ${[...passkey.transports]}::text[], ${passkey.name}, ${passkey.isSynced})
    ON CONFLICT (credential_id) DO NOTHING RETURNING id`;
  return made?.id ?? null;
}

type Shown =
  | Readonly<{ outcome: "ok"; userId: string }>
  /** `copied`: the signature is good, but the count went back: somebody has a copy (Web Authentication, 6.1.1). */
  | Readonly<{ outcome: "invalid" | "copied"; userId: string | null }>;

type Row = { id: string; userId: string; publicKey: Uint8Array<ArrayBuffer> };

/** Judges what a browser answered to a challenge that is spent by now. A count that goes back is refused, for good. */
export async function showPasskey(
  tx: PrismaTransaction,
  party: RelyingParty,
  { challenge, userId }: SpentChallenge,
  response: PasskeyAssertion,
): Promise<Shown> {
  const [found] = await tx.$queryRaw<Row[]>`
    SELECT id, user_id AS "userId", public_key AS "publicKey" FROM passkeys
    WHERE credential_id = ${new Uint8Array(Buffer.from(response.id, "base64url"))}`;
  if (!found || (userId !== null && found.userId !== userId)) return { outcome: "invalid", userId };
  const owner = found.userId;
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== userHandleOf(owner))
    return { outcome: "invalid", userId: owner };
  const verified = await verifyAssertion(party, challenge, response, found.publicKey);
  if (!verified) return { outcome: "invalid", userId: owner };
  // Compare-and-set: of two signatures with the same count, one is a copy's.
  const { signCount } = verified;
  const counted = await tx.$executeRaw`
    UPDATE passkeys SET sign_count = ${signCount}::bigint, last_used_at = now()
    WHERE id = ${found.id}::uuid AND (sign_count < ${signCount}::bigint OR (sign_count = 0 AND ${signCount}::bigint = 0))`;
  return { outcome: counted > 0 ? "ok" : "copied", userId: owner };
}
