import { createHmac, hkdfSync } from "node:crypto";
import type { Audience } from "./audience";

/** Secrets of the composition root; each at least 32 random bytes as text. */
export type AuthSecrets = Readonly<{
  /** One per app: a token of one doesn't verify in the other. */
  access: Readonly<Record<Audience, string>>;
  /** Links sent by mail, which the worker writes for both apps. */
  links: string;
}>;

type Purpose = "access" | "refresh" | "csrf" | "device" | "links" | "email-code";

const derived = new Map<string, Buffer>();

/** A key for one purpose only (HKDF-SHA-256), so that no output of one use is valid in another. */
export function keyOf(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose}\n${secret}`;
  const known = derived.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "", `amrutam/${purpose}`, 32));
  derived.set(name, key);
  return key;
}

/** HMAC-SHA-256 as base64url, 43 characters. */
export const hmac = (key: Buffer, text: string): string =>
  createHmac("sha256", key).update(text, "utf8").digest("base64url");
