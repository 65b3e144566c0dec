import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";

const TEXT = /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;

const middleware = compression({
  // Pages flow: what is compressed must reach the browser when it is written, not when the buffer is full.
  filter: (_req, res) => TEXT.test(String(res.getHeader("content-type") ?? "")),
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
});

type Middleware = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** Compresses text in what the caller accepts (br, gzip); event streams pass untouched. */
export function compress(req: IncomingMessage, res: ServerResponse): void {
  if (req.headers["accept-encoding"] !== undefined)
    (middleware as unknown as Middleware)(req, res, () => undefined);
}
