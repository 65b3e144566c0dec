import type { IncomingMessage } from "node:http";
import { Refused } from "../errors";

/** Greatest body in bytes. */
export const BODY_LIMIT = 1024 * 1024;
/** What is still taken from the wire, and thrown away, so that the sender gets to read the refusal. */
const PATIENCE = 8 * BODY_LIMIT;

/** @throws Refused input.too_large before anything is read, when the sender says how much it will be */
export function guardBodySize(req: IncomingMessage): void {
  if (Number(req.headers["content-length"] ?? 0) > BODY_LIMIT) throw new Refused("input.too_large");
}

/** The whole body. @throws Refused input.too_large; input.invalid when the sender hung up half-way */
export async function readBody(req: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > PATIENCE) break;
    }
  } catch (cause) {
    throw new Refused("input.invalid", undefined, cause);
  }
  if (size > limit) throw new Refused("input.too_large");
  return Buffer.concat(chunks);
}

/** Throws away what is still coming, within reason; afterwards an answer can be read by its sender. */
export async function discardBody(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || Number(req.headers["content-length"] ?? 0) > PATIENCE) return;
  await readBody(req, 0).catch(() => undefined);
}
