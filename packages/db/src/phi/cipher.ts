import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Authenticated encryption of one field: AES-256-GCM (NIST SP 800-38D), 96-bit random nonce, 128-bit tag.
 * Layout: version (1 byte) | nonce (12) | tag (16) | ciphertext.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

/** Where a ciphertext belongs. It opens nowhere else: a row copied over another is an error, not somebody's note. */
export type FieldAddress = `${string}.${string}`;

const aadOf = (field: FieldAddress, id: string) => Buffer.from(`${field}.${id}`, "utf8");

/** @param field `table.column`; @param id the row's id; @param key 32 bytes */
export function seal(key: Buffer, field: FieldAddress, id: string, plain: Buffer | string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG });
  cipher.setAAD(aadOf(field, id));
  const body = Buffer.concat([
    typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the key, the address or a single bit is not the one it was sealed with */
export function unseal(key: Buffer, field: FieldAddress, id: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < HEAD || bytes[0] !== VERSION)
    throw new Error(`${field}: not a sealed value of version ${VERSION}`);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(aadOf(field, id));
  decipher.setAuthTag(bytes.subarray(1 + NONCE, HEAD));
  return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()]);
}
