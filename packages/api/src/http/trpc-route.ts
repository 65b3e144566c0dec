import type { AnyRouter } from "@trpc/server";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { Refused, toPublicError } from "../errors";
import type { Call, Route } from "./call";
import { readBody } from "./read-body";
import { retryAfterSec } from "./refusal-reply";

/** Calls in one batch. */
export const BATCH_LIMIT = 10;

const PREFIX = "/api/trpc";

/** Procedure names of the path. @throws Refused input.invalid when it isn't valid percent-encoding */
function namesOf(path: string): string[] {
  try {
    return decodeURIComponent(path.slice(PREFIX.length + 1)).split(",");
  } catch {
    throw new Refused("input.invalid");
  }
}

async function handle(router: AnyRouter, { req, res, facts, context }: Call): Promise<void> {
  if (req.method !== "GET" && req.method !== "POST") throw new Refused("request.method_not_allowed");
  const names = namesOf(facts.path);
  if (names.length > BATCH_LIMIT) throw new Refused("request.too_many_calls");
  const ctx = await context();
  const body = req.method === "POST" ? (await readBody(req)).toString("utf8") : undefined;
  await nodeHTTPRequestHandler({
    router,
    // The adapter takes a body that was read already; a mutation by GET is refused by it (405).
    req: Object.assign(req, { body }),
    res,
    path: names.join(","),
    maxBatchSize: BATCH_LIMIT,
    createContext: () => ctx,
    responseMeta({ errors }) {
      const retry = errors
        .map((error) => retryAfterSec(toPublicError(error)))
        .find((sec) => sec !== undefined);
      return retry === undefined ? {} : { headers: { "retry-after": String(retry) } };
    },
    onError({ error, path }) {
      const { code } = toPublicError(error);
      if (code !== "internal" && code !== "service.unavailable") return;
      const procedure = path !== undefined && names.includes(path) ? path : undefined;
      const err = error.cause ?? error;
      ctx.deps.log.error({ requestId: facts.requestId, procedure, code, err }, "a procedure failed");
    },
  });
}

/** tRPC over HTTP: queries by GET or POST, mutations by POST, bodies of JSON. */
export const trpcRoute = (router: AnyRouter): Route => ({
  prefix: PREFIX,
  handle: (call) => handle(router, call),
});
