import type { IncomingMessage } from "node:http";

const LARGEST = 8 * 1024;

/** Why a body was not taken: status and refusal code of the answer. */
export class BodyRefused extends Error {
  override name = "BodyRefused";
  constructor(
    readonly status: 400 | 413 | 415,
    readonly code: "input.invalid" | "input.too_large" | "request.unsupported_media_type",
  ) {
    super(code);
  }
}

/** A small JSON object. Forms can't send `application/json`, so no other site's form gets here. @throws BodyRefused */
export async function readJsonBody(req: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(req.headers["content-type"] ?? ""))
    throw new BodyRefused(415, "request.unsupported_media_type");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new BodyRefused(413, "input.too_large");
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof body === "object" && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // answered below
  }
  throw new BodyRefused(400, "input.invalid");
}
