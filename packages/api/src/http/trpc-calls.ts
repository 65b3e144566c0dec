import type { AnyRouter } from "@trpc/server";
import { Refused } from "../errors";
import type { Call } from "./call";
import { readBody } from "./read-body";
import { refuseMethod } from "./refuse-method";

/** Calls in one batch. */
export const BATCH_LIMIT = 10;

export const TRPC_PREFIX = "/api/trpc";

/** One procedure asked for by a request. */
export type TrpcCall = Readonly<{ path: string; kind: "query" | "mutation"; rawInput: unknown }>;

/** @throws Refused input.invalid when it isn't valid percent-encoding */
function namesOf(path: string, isBatch: boolean): string[] {
  try {
    const names = decodeURIComponent(path.slice(TRPC_PREFIX.length + 1));
    return isBatch ? names.split(",") : [names];
  } catch {
    throw new Refused("input.invalid");
  }
}

/** @throws Refused input.invalid */
function parseJson(text: string | null): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refused("input.invalid", undefined, cause);
  }
}

/**
 * What a request asks for: queries by GET, mutations by POST, a batch with `?batch=1` and inputs by position.
 * @throws Refused request.method_not_allowed, request.too_many_calls, input.invalid, input.too_large
 */
export async function trpcCalls(
  router: AnyRouter,
  { req, res, facts }: Call,
): Promise<{ isBatch: boolean; calls: TrpcCall[] }> {
  if (req.method !== "GET" && req.method !== "POST") refuseMethod(res, "GET, POST");
  const kind = req.method === "GET" ? "query" : "mutation";
  const searchParams = new URLSearchParams(facts.query);
  const isBatch = searchParams.get("batch") === "1";
  const paths = namesOf(facts.path, isBatch);
  if (paths.length > BATCH_LIMIT) throw new Refused("request.too_many_calls");
  const sent = parseJson(
    kind === "query" ? searchParams.get("input") : (await readBody(req)).toString("utf8"),
  );
  const { transformer } = router._def._config;
  const inputAt = (index: number): unknown => {
    const raw = isBatch ? (sent as Record<number, unknown> | null | undefined)?.[index] : sent;
    return raw === undefined ? undefined : transformer.input.deserialize(raw);
  };
  return { isBatch, calls: paths.map((path, index) => ({ path, kind, rawInput: inputAt(index) })) };
}
