/** Master keys that wrap the patients' data keys. They live outside the database and its backups. */
export interface Keys {
  readonly currentVersion: number;
  /** @returns `plain` wrapped by the current master key (AES-256-GCM) */
  wrap(plain: Buffer): Buffer;
  /** @throws Error when the version is unknown or the tag doesn't fit */
  unwrap(wrapped: Buffer, version: number): Buffer;
  /** HMAC-SHA-256 under a key of its own and of the current version, for equality search over sealed fields (phone). */
  blindIndex(value: string): Buffer;
  /** HMAC-SHA-256 for idempotency: an input hash in the database must not be guessable from its short texts. */
  inputHash(value: string): Buffer;
}
