/** The store could not be reached or did not answer in time; the same call again is safe. */
export class FilesUnavailable extends Error {
  override name = "FilesUnavailable";
}

/** Files by key. A key is words of A–Z, a–z, 0–9, "_" and "-" between slashes, with an extension: never a path that leaves the store. */
export interface Files {
  readonly kind: "local" | "s3";
  /** Keeps it under that key, in place of what was there. @throws FilesUnavailable @throws RangeError for a key that is none */
  put(key: string, content: Uint8Array, contentType: string): Promise<void>;
  /** @throws FilesUnavailable @returns null where nothing is kept, or under a key that is none */
  get(key: string): Promise<Uint8Array | null>;
  /** It is no error when there is nothing. @throws FilesUnavailable */
  remove(key: string): Promise<void>;
}

const KEY = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\.[a-z0-9]+$/;

export const isFileKey = (key: string): boolean => key.length <= 200 && KEY.test(key) && !key.includes("\n");
