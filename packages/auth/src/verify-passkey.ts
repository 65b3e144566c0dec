import type { PasskeyAssertion, PasskeyAttestation } from "@amrutam/domain/auth/webauthn-schema";
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { ALGORITHMS } from "./passkey-options";
import type { RelyingParty } from "./relying-party";

type Bytes = Uint8Array<ArrayBuffer>;
export type NewCredential = Readonly<{
  credentialId: Bytes;
  publicKey: Bytes;
  signCount: number;
  isSynced: boolean;
}>;

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** We are in nobody's frame. The library lets a framed answer through when the browser doesn't say whose frame it is. */
function isFramed(clientDataJSON: string): boolean {
  const data = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8")) as {
    crossOrigin?: unknown;
  };
  return data.crossOrigin === true;
}

/** The library throws for everything it doesn't like; a stranger's answer that isn't good is no fault of ours. */
async function orNull<T>(verify: () => Promise<T | null>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

/** Is this a credential made for us, for this challenge, after its person was verified? @returns null when it isn't */
export const verifyAttestation = (
  party: RelyingParty,
  challenge: Uint8Array,
  response: PasskeyAttestation,
): Promise<NewCredential | null> =>
  orNull(async () => {
    if (isFramed(response.response.clientDataJSON)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      expectedChallenge: text(challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      credentialId: new Uint8Array(Buffer.from(credential.id, "base64url")),
      publicKey: credential.publicKey,
      signCount: credential.counter,
      isSynced: credentialDeviceType === "multiDevice",
    };
  });

/**
 * Is this a signature of that credential, over this challenge, for us, after its person was verified?
 * @returns the signatures the authenticator says it has made, for the caller to compare; null when it isn't
 */
export const verifyAssertion = (
  party: RelyingParty,
  challenge: Uint8Array,
  response: PasskeyAssertion,
  publicKey: Bytes,
): Promise<Readonly<{ signCount: number }> | null> =>
  orNull(async () => {
    if (isFramed(response.response.clientDataJSON)) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge: text(challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Its own comparison would read like a bad signature; ours is told apart, and is one with the write.
      credential: { id: response.id, publicKey, counter: 0 },
    });
    return verified ? { signCount: authenticationInfo.newCounter } : null;
  });
