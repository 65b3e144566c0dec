import { randomBytes } from "node:crypto";
import type { Keys } from "@amrutam/ports/keys";
import type { RetentionClass } from "../generated/enums";
import { type FieldAddress, seal, unseal } from "./cipher";

/** A data key as it lies in `data_keys`. */
export type WrappedKey = Readonly<{ wrappedKey: Uint8Array | null; masterVersion: number }>;

/** The key was destroyed on purpose: what it sealed is gone. */
export class KeyDestroyed extends Error {
  override name = "KeyDestroyed";
}

/** Opens and closes fields with one patient's key of one retention class. */
export type FieldCipher = Readonly<{
  seal(field: FieldAddress, id: string, plain: string): Uint8Array<ArrayBuffer>;
  unseal(field: FieldAddress, id: string, sealed: Uint8Array): string;
}>;

/** A new wrapped data key, ready for `data_keys`. */
export function newDataKey(keys: Keys, userId: string, retentionClass: RetentionClass) {
  const plain = randomBytes(32);
  return {
    userId,
    retentionClass,
    wrappedKey: new Uint8Array(keys.wrap(plain)),
    masterVersion: keys.currentVersion,
  };
}

/** @throws KeyDestroyed; Error when the master key doesn't fit */
export function openKey(keys: Keys, wrapped: WrappedKey): FieldCipher {
  if (!wrapped.wrappedKey) throw new KeyDestroyed("the data key of this record was destroyed");
  const key = keys.unwrap(Buffer.from(wrapped.wrappedKey), wrapped.masterVersion);
  return {
    seal: (field, id, plain) => new Uint8Array(seal(key, field, id, plain)),
    unseal: (field, id, sealed) => unseal(key, field, id, sealed).toString("utf8"),
  };
}
