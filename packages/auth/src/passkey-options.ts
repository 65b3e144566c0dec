import type { passkeyCreationOptions, passkeyRequestOptions } from "@amrutam/domain/auth/webauthn-schema";
import type * as z from "zod";
import { PASSKEY_TIMEOUT_MS } from "./passkey-challenges";
import type { RelyingParty } from "./relying-party";

export type CreationOptions = z.output<typeof passkeyCreationOptions>;
export type RequestOptions = z.output<typeof passkeyRequestOptions>;
export type Descriptor = Readonly<{ credentialId: Uint8Array; transports: readonly string[] }>;

/** COSE algorithms that are taken, the preferred first: ES256, EdDSA, RS256 (Web Authentication, 5.4). */
export const ALGORITHMS = [-7, -8, -257];

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const described = (known: readonly Descriptor[]) =>
  known.map(({ credentialId, transports }) => ({
    id: text(credentialId),
    type: "public-key" as const,
    transports: [...transports],
  }));

/** An authenticator shows this handle again at sign-in; it says nothing about the person. */
export const userHandleOf = (userId: string): string =>
  Buffer.from(userId.replaceAll("-", ""), "hex").toString("base64url");

/**
 * For `navigator.credentials.create`: a discoverable credential, made after the person was verified (PIN, finger,
 * face). The maker's attestation isn't asked for: it would tell about the person's device, and nothing depends on it.
 * @param known authenticators that hold one of these make no second one
 */
export const creationOptions = (
  party: RelyingParty,
  challenge: Uint8Array,
  person: Readonly<{ id: string; email: string; fullName: string }>,
  known: readonly Descriptor[],
): CreationOptions => ({
  challenge: text(challenge),
  timeout: PASSKEY_TIMEOUT_MS,
  rp: { id: party.id, name: party.name },
  user: { id: userHandleOf(person.id), name: person.email, displayName: person.fullName },
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: "public-key" })),
  excludeCredentials: described(known),
  authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
  attestation: "none",
});

/** For `navigator.credentials.get`. @param allowed none: whichever passkey of this site the person chooses */
export const requestOptions = (
  party: RelyingParty,
  challenge: Uint8Array,
  allowed: readonly Descriptor[] = [],
): RequestOptions => ({
  challenge: text(challenge),
  timeout: PASSKEY_TIMEOUT_MS,
  rpId: party.id,
  ...(allowed.length > 0 && { allowCredentials: described(allowed) }),
  userVerification: "required",
});
