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
export function readBody(req: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > PATIENCE) {
        req.pause();
        reject(new Refused("input.too_large"));
      }
    });
    req.once("end", () =>
      size > limit ? reject(new Refused("input.too_large")) : resolve(Buffer.concat(chunks)),
    );
    req.once("error", (cause) => reject(new Refused("input.invalid", undefined, cause)));
    req.once("close", () => reject(new Refused("input.invalid")));
  });
}

/** Throws away what is still coming, within reason; afterwards an answer can be read by its sender. */
export async function discardBody(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || Number(req.headers["content-length"] ?? 0) > PATIENCE) return;
  await readBody(req, 0).catch(() => undefined);
}
