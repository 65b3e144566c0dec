import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as base64url, 43 characters. */
export const newOpaqueToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a token. Plain SHA-256 is enough: there is nothing to guess in 256 random bits. */
export const hashOf = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token, "utf8").digest());
