import type {
  passkeyAssertion,
  passkeyAttestation,
  passkeyRequestOptions,
} from "@amrutam/domain/auth/webauthn-schema";
import type { beginPasskeyOutput } from "@amrutam/domain/factor/schema";
import type * as z from "zod";

type RequestOptions = z.output<typeof passkeyRequestOptions>;
type CreationOptions = z.output<typeof beginPasskeyOutput>["options"];

const fetched = () => import("@simplewebauthn/browser");

/** Can this browser use passkeys at all? False on the server. */
export const hasPasskeys = (): boolean =>
  typeof window !== "undefined" && typeof window.PublicKeyCredential === "function";

/**
 * Asks the browser for a passkey.
 * @param isAutofill offers it among the suggestions of the field with `autocomplete="username webauthn"`, silently,
 * until one is chosen or another request takes its place
 * @throws Error when the person declines, or the request is taken over
 */
export async function askForPasskey(
  options: RequestOptions,
  isAutofill = false,
): Promise<z.input<typeof passkeyAssertion>> {
  const { startAuthentication } = await fetched();
  const { id, rawId, response } = await startAuthentication({
    optionsJSON: options as Parameters<typeof startAuthentication>[0]["optionsJSON"],
    useBrowserAutofill: isAutofill,
  });
  // What we read of it, and nothing that an extension of the browser may have added.
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId,
    type: "public-key",
    response: { clientDataJSON, authenticatorData, signature, userHandle },
  };
}

/** Can this browser offer passkeys while somebody types? */
export const canAutofillPasskeys = async (): Promise<boolean> =>
  hasPasskeys() && (await fetched()).browserSupportsWebAuthnAutofill();

/** Lets the browser make a passkey. @throws Error when the person declines, or it has one for this account already */
export async function makePasskey(options: CreationOptions): Promise<z.input<typeof passkeyAttestation>> {
  const { startRegistration } = await fetched();
  const { id, rawId, response } = await startRegistration({
    optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"],
  });
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, rawId, type: "public-key", response: { clientDataJSON, attestationObject, transports } };
}

/** Is this error the browser saying that the authenticator holds a passkey of this account already? */
export const isKnownHere = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
