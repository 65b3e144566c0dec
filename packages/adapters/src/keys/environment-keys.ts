import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Keys } from "@amrutam/ports/keys";

const NONCE = 12;
const TAG = 16;

/** @param text `version:base64` pairs, comma-separated; each key 32 bytes @throws Error naming the first bad entry */
export function parseMasterKeys(text: string): ReadonlyMap<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const entry of text.split(",").map((part) => part.trim())) {
    const [, version, encoded] = /^(\d{1,6}):([A-Za-z0-9+/=_-]+)$/.exec(entry) ?? [];
    const key = Buffer.from(encoded ?? "", "base64");
    if (!version || key.length !== 32) throw new Error("a master key must read version:base64 of 32 bytes");
    if (keys.has(Number(version))) throw new Error(`master key version ${version} is named twice`);
    keys.set(Number(version), key);
  }
  return keys;
}

const derive = (key: Buffer, purpose: string) => Buffer.from(hkdfSync("sha256", key, "", purpose, 32));

/**
 * Master keys from the environment; the highest version wraps, every version unwraps.
 * What is indexed is indexed by a key derived from the highest, and its row notes the version, so that a rotation can index it anew.
 * Input hashes live for a day and come from the lowest, so that adding a key leaves a retry its answer.
 */
export function environmentKeys(masterKeys: ReadonlyMap<number, Buffer>): Keys {
  const versions = [...masterKeys.keys()].sort((a, b) => a - b);
  const lowest = masterKeys.get(versions[0] ?? -1);
  const currentVersion = versions.at(-1) ?? -1;
  const current = masterKeys.get(currentVersion);
  if (!lowest || !current) throw new Error("at least one master key is needed");
  const indexKey = derive(current, "amrutam/blind-index");
  const inputKey = derive(lowest, "amrutam/input-hash");
  return {
    currentVersion,
    wrap(plain) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", current, nonce, { authTagLength: TAG });
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unwrap(wrapped, version) {
      const key = masterKeys.get(version);
      if (!key) throw new Error(`master key version ${version} is not in the environment`);
      const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAuthTag(wrapped.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(NONCE + TAG)), decipher.final()]);
    },
    blindIndex: (value) => createHmac("sha256", indexKey).update(value, "utf8").digest(),
    inputHash: (value) => createHmac("sha256", inputKey).update(value, "utf8").digest(),
  };
}
