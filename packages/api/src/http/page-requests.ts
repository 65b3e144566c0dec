import type { Context } from "../context";

/** What a page may know of the request it is rendered for. The server puts it here before it hands the page to Next. */
export type PageRequest = {
  readonly context: Context;
  readonly nonce: string;
  /** Path and query, for the way back after signing in. */
  readonly location: string;
  /** IANA zone of the viewer: the account's, else the browser's, else Asia/Kolkata. */
  readonly timezone: string;
  /** The zone the browser has named before; null at its first visit. */
  readonly browserZone: string | null;
  /** Set by a page whose data could not be had because the database is away. */
  isUnavailable: boolean;
};

/** Name of the header that tells a page which request it belongs to. What a client sends under it is thrown away. */
export const PAGE_REQUEST_HEADER = "x-amrutam-request";

/** Requests that pages are being rendered for, by request id. */
export type PageRequests = Map<string, PageRequest>;
