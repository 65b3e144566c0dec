import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { PasskeyAssertion, PasskeyAttestation } from "@amrutam/domain/auth/webauthn-schema";
import type { CreationOptions, RequestOptions } from "./passkey-options";

/** What an authenticator and the browser before it may do otherwise than they should. */
type Wishes = Readonly<{
  origin?: string;
  rpId?: string;
  /** Was the person verified by PIN, finger or face? */
  isVerified?: boolean;
  /** The signature counter it claims. */
  signCount?: number;
  challenge?: string;
  isFramed?: boolean;
  type?: string;
}>;

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const b64 = (data: Buffer) => data.toString("base64url");

/** Deterministic CBOR of what authenticators write: integers, byte and text strings, maps. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const map = value as ReadonlyMap<number | string, never>;
  return Buffer.concat([head(5, map.size), ...[...map].flatMap(([key, held]) => [cbor(key), cbor(held)])]);
}

const coseOf = (key: KeyObject): Buffer => {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const part = (text: string) => Buffer.from(text, "base64url");
  return cbor(
    new Map<number, number | Buffer>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, part(x)],
      [-3, part(y)],
    ]),
  );
};

/**
 * An authenticator in software that writes real responses of Web Authentication: attested and signed with a key of its
 * own (ES256). It does what it is told, also what no honest one would.
 */
export function softwareAuthenticator(origin = "http://localhost:3000") {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(32);
  let count = 0;
  let userHandle: string | undefined;

  const authenticatorData = (rpId: string, wishes: Wishes, attested: Buffer = Buffer.alloc(0)) => {
    const flags = 0x01 | (wishes.isVerified === false ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wishes.signCount ?? count);
    return Buffer.concat([sha256(wishes.rpId ?? rpId), Buffer.from([flags]), counter, attested]);
  };
  const clientData = (type: string, challenge: string, wishes: Wishes) =>
    Buffer.from(
      JSON.stringify({
        type: wishes.type ?? type,
        challenge: wishes.challenge ?? challenge,
        origin: wishes.origin ?? origin,
        crossOrigin: wishes.isFramed ?? false,
      }),
    );
  const named = {
    id: b64(credentialId),
    rawId: b64(credentialId),
    type: "public-key" as const,
    clientExtensionResults: {},
  };
  return {
    credentialId,
    make(options: CreationOptions, wishes: Wishes = {}): PasskeyAttestation {
      userHandle = options.user.id;
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseOf(publicKey),
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authenticatorData(options.rp.id, wishes, attested)],
      ]);
      return {
        ...named,
        response: {
          clientDataJSON: b64(clientData("webauthn.create", options.challenge, wishes)),
          attestationObject: b64(cbor(attestation)),
          transports: ["internal"],
        },
      };
    },
    show(options: RequestOptions, wishes: Wishes = {}): PasskeyAssertion {
      count += 1;
      const data = authenticatorData(options.rpId, wishes);
      const client = clientData("webauthn.get", options.challenge, wishes);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return {
        ...named,
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          userHandle,
        },
      };
    },
  };
}
export type SoftwareAuthenticator = ReturnType<typeof softwareAuthenticator>;
