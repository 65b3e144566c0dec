export interface Ids {
  /** A new UUID version 7 (RFC 9562): sorts by time of creation. */
  uuid(): string;
}
