import {
  type AnyRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  type TRPCError,
  transformTRPCResponse,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { Context } from "../context";
import { Refused, toPublicError } from "../errors";
import type { Call, Route } from "./call";
import { retryAfterSec } from "./refusal-reply";
import { TRPC_PREFIX, type TrpcCall, trpcCalls } from "./trpc-calls";

type Answer = Readonly<{ data: unknown; error?: undefined } | { error: TRPCError }>;

const procedureOf = (router: AnyRouter, path: string) =>
  Object.hasOwn(router._def.procedures, path)
    ? (router._def.procedures as Record<string, { _def: { type: string } }>)[path]
    : undefined;

async function answerTo(
  router: AnyRouter,
  ctx: Context,
  call: TrpcCall,
  batchIndex: number,
): Promise<Answer> {
  const { path, kind, rawInput } = call;
  try {
    const procedure = procedureOf(router, path);
    if (!procedure) throw new Refused("not_found");
    if (procedure._def.type !== kind) throw new Refused("request.method_not_allowed");
    const getRawInput = async () => rawInput;
    const data = await callTRPCProcedure({
      router,
      path,
      getRawInput,
      ctx,
      type: kind,
      signal: undefined,
      batchIndex,
    });
    return { data };
  } catch (cause) {
    return { error: getTRPCErrorFromUnknown(cause) };
  }
}

/** A fault of ours is logged with what is known about it; expected refusals are nobody's alarm. */
function note(ctx: Context, router: AnyRouter, { path }: TrpcCall, error: TRPCError): void {
  const { code } = toPublicError(error);
  if (code !== "internal" && code !== "service.unavailable") return;
  const procedure = procedureOf(router, path) ? path : undefined;
  ctx.deps.log.error(
    { requestId: ctx.requestId, procedure, code, err: error.cause ?? error },
    "a procedure failed",
  );
}

/**
 * tRPC's HTTP protocol, spoken on node's own request and response: its stock adapter builds a fetch Request and reads
 * a fetch Response as a stream for each call, which cost more than the procedures behind it.
 */
async function handle(router: AnyRouter, call: Call): Promise<void> {
  const { res } = call;
  const ctx = await call.context();
  const { isBatch, calls } = await trpcCalls(router, call);
  const answers = await Promise.all(calls.map((one, index) => answerTo(router, ctx, one, index)));
  const config = router._def._config;
  const envelopes = answers.map((answer, index) => {
    const { path, kind, rawInput } = calls[index] as TrpcCall;
    if (!answer.error) return { result: { data: answer.data } };
    note(ctx, router, { path, kind, rawInput }, answer.error);
    return {
      error: getTRPCErrorShape({ config, error: answer.error, type: kind, path, input: rawInput, ctx }),
    };
  });
  const retry = answers
    .map(({ error }) => error && retryAfterSec(toPublicError(error)))
    .find((sec) => sec !== undefined);
  if (retry !== undefined) res.setHeader("retry-after", retry);
  const [first] = calls;
  if (!isBatch && first && toPublicError(answers[0]?.error).status === 405)
    res.setHeader("allow", first.kind === "query" ? "POST" : "GET");
  res.statusCode = getHTTPStatusCode(envelopes as Parameters<typeof getHTTPStatusCode>[0]);
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify(transformTRPCResponse(config, (isBatch ? envelopes : envelopes[0]) as never)));
}

/** tRPC over HTTP: queries by GET, mutations by POST, bodies of JSON. */
export const trpcRoute = (router: AnyRouter): Route => ({
  prefix: TRPC_PREFIX,
  handle: (call) => handle(router, call),
});
