import * as z from "zod";

/**
 * What travels between a browser's credential manager and us: the JSON of Web Authentication Level 3, §5.1, with the
 * members that are looked at. Bytes are base64url.
 */
const bytes = z
  .string()
  .min(1)
  .max(8_192)
  .regex(/^[\w-]+$/);
const credentialId = bytes.max(1_400);
const transports = z.array(z.string().max(32)).max(8);
const attachment = z.enum(["platform", "cross-platform"]);
/** Asked for by nobody but us, and only `credProps`. */
const extensionResults = z.strictObject({
  credProps: z.strictObject({ rk: z.boolean().optional() }).optional(),
});

const descriptor = z.strictObject({
  id: z.string(),
  type: z.literal("public-key"),
  transports: z.array(z.string()).optional(),
});

/** Options for `navigator.credentials.get`. */
export const passkeyRequestOptions = z.strictObject({
  challenge: z.string(),
  timeout: z.int(),
  rpId: z.string(),
  allowCredentials: z.array(descriptor).optional(),
  userVerification: z.literal("required"),
});

/** Options for `navigator.credentials.create`. */
export const passkeyCreationOptions = z.strictObject({
  challenge: z.string(),
  timeout: z.int(),
  rp: z.strictObject({ id: z.string(), name: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal("public-key") })),
  excludeCredentials: z.array(descriptor),
  authenticatorSelection: z.strictObject({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
  attestation: z.literal("none"),
});

/** What `navigator.credentials.get` answered. */
export const passkeyAssertion = z.strictObject({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment.optional(),
  clientExtensionResults: extensionResults.default({}),
  response: z.strictObject({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
export type PasskeyAssertion = z.output<typeof passkeyAssertion>;

/** What `navigator.credentials.create` answered. */
export const passkeyAttestation = z.strictObject({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  authenticatorAttachment: attachment.optional(),
  clientExtensionResults: extensionResults.default({}),
  response: z.strictObject({
    clientDataJSON: bytes,
    attestationObject: bytes,
    authenticatorData: bytes.optional(),
    publicKey: bytes.optional(),
    publicKeyAlgorithm: z.int().optional(),
    transports: transports.optional(),
  }),
});
export type PasskeyAttestation = z.output<typeof passkeyAttestation>;
