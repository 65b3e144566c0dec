import type { IncomingMessage } from "node:http";
import { Refused } from "../errors";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** Does this method promise to change nothing (RFC 9110, 9.2.1)? */
export const isRead = (req: IncomingMessage): boolean => READS.has(req.method ?? "");

const hasBody = (req: IncomingMessage) =>
  req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0;

function isFromElsewhere(req: IncomingMessage, origin: string): boolean {
  const site = req.headers["sec-fetch-site"];
  const isOwnSite = site === undefined || site === "same-origin" || site === "none";
  return !isOwnSite || (req.headers.origin !== undefined && req.headers.origin !== origin);
}

/**
 * What a browser may send to change something (ASVS V3.5): from a page of this origin only, and as JSON, which no
 * foreign form can send. Clients that are no browsers send neither header.
 * @param origin canonical public origin
 * @param isAdmitted a page elsewhere that configuration lets in
 * @param takes declared types of bodies, where they aren't JSON
 * @throws Refused request.cross_site, request.unsupported_media_type
 */
export function guardBrowserWrite(
  req: IncomingMessage,
  origin: string,
  isAdmitted = false,
  takes = JSON_TYPE,
): void {
  if (isRead(req)) return;
  if (!isAdmitted && isFromElsewhere(req, origin)) throw new Refused("request.cross_site");
  const type = req.headers["content-type"];
  if (type === undefined ? hasBody(req) : !takes.test(type))
    throw new Refused("request.unsupported_media_type");
}
