import * as z from "zod";
import { passkeyAttestation, passkeyCreationOptions } from "../auth/webauthn-schema";
import { cleanText } from "../text/text-schema";
import { id, instant } from "../wire";

/** How a passkey is called by its owner, who has several. */
export const passkeyName = cleanText(60);

/** Passkeys one account may have. */
export const MAX_PASSKEYS = 20;

export const passkey = z.strictObject({
  id,
  name: z.string(),
  /** Kept by a password manager or account and usable on other devices, or bound to one device. */
  isSynced: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});

/** What the account can show besides its password. */
export const factors = z.strictObject({
  passkeys: z.array(passkey),
  totpSince: instant.nullable(),
  emailCodeSince: instant.nullable(),
  recoveryCodesLeft: z.int(),
  /** Devices on which the second factor isn't asked for. */
  rememberedDevices: z.int(),
  /** Staff need a passkey or an authenticator app: the last of these can't be removed. */
  mustKeepOne: z.boolean(),
});

/** With the first factor come the recovery codes, shown once; empty when the account has its own already. */
export const withRecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

export const beginPasskeyOutput = z.strictObject({ challengeId: id, options: passkeyCreationOptions });
export const addPasskeyInput = z.strictObject({
  challengeId: id,
  name: passkeyName,
  response: passkeyAttestation,
});
export const addPasskeyOutput = withRecoveryCodes.extend({ passkey });
export const renamePasskeyInput = z.strictObject({ id, name: passkeyName });
export const setEmailCodeInput = z.strictObject({ enabled: z.boolean() });
