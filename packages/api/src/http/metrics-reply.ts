import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refused } from "../errors";
import { registry } from "../metrics";
import { isFromThisMachine } from "./client-address";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Equal without telling by time how far. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected));

/**
 * Prometheus text, for this machine itself, or for who brings the token.
 * @param token METRICS_TOKEN, null when there is none @throws Refused not_found for everybody else
 */
export async function replyMetrics(
  req: IncomingMessage,
  res: ServerResponse,
  token: string | null,
): Promise<void> {
  const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? "")?.[1];
  const isAdmitted = given === undefined ? isFromThisMachine(req) : token !== null && isSame(given, token);
  if (!isAdmitted) throw new Refused("not_found");
  res.setHeader("content-type", registry.contentType);
  res.setHeader("cache-control", "no-store");
  res.end(await registry.metrics());
}
