import type { IncomingMessage } from "node:http";
import { zone } from "@amrutam/domain/wire";
import * as z from "zod";
import { Refused } from "../errors";
import { readBody } from "../http/read-body";
import { POLICIES, type PolicyName, type Rule } from "../policy";
import type { Walked } from "../sweeps/walk-router";
import { fieldsOfSchema, parseQuery, valueIn } from "./query-values";
import type { Served } from "./route-table";

/** A call of one procedure, or what is wrong with the request itself; the procedure's policy still speaks first. */
export type ReadInput = Readonly<{
  procedure: PolicyName;
  input: Readonly<Record<string, unknown>>;
  /** IANA zone in which the caller wants instants written. */
  timezone?: string;
}>;
export type Unreadable = Readonly<{ procedure: PolicyName; refusal: unknown }>;

/** An input error at one field, in the shape that every schema's refusal has. */
const wrong = (field: string, message: string) =>
  new z.ZodError([{ code: "custom", path: field === "" ? [] : [field], message, input: undefined }]);

/** The JSON object of a body; none is an empty one. @throws ZodError, Refused input.too_large */
async function readJson(req: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes = await readBody(req);
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Bytes that are no UTF-8, or text that is no JSON.
    throw wrong("", "zod.invalid_format");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw wrong("", "zod.invalid_type");
  return value as Record<string, unknown>;
}

function readQuery(query: string, schema: z.ZodType | undefined): Record<string, unknown> {
  try {
    const fields = schema ? fieldsOfSchema(schema) : {};
    const entries = [...parseQuery(query)].map(([name, texts]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, valueIn(field, texts)] as const;
    });
    return Object.fromEntries(entries);
  } catch (error) {
    throw error instanceof URIError ? wrong("", "zod.invalid_format") : error;
  }
}

function readParameters({ route }: Served, raw: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(raw).map(([name, text]) => {
    try {
      return [route.fieldOf?.[name] ?? name, decodeURIComponent(text)] as const;
    } catch {
      throw wrong(name, "zod.invalid_format");
    }
  });
  return Object.fromEntries(entries);
}

/** Which procedure the body means, and what is left of the body for it. @throws ZodError for a value without one */
function choose(
  served: Served,
  body: Record<string, unknown>,
): readonly [PolicyName, Record<string, unknown>] {
  const { target } = served.route;
  if (typeof target === "string") return [target, body];
  const { [target.field]: chosen, ...rest } = body;
  const procedure =
    typeof chosen === "string" && Object.hasOwn(target.procedures, chosen)
      ? target.procedures[chosen]
      : undefined;
  if (!procedure) throw wrong(target.field, "zod.invalid_value");
  return [procedure, rest];
}

/** `timezone` is the route's, not the procedure's. @throws ZodError for a name that is no zone */
function takeTimezone(query: Record<string, unknown>) {
  const { timezone, ...rest } = query;
  if (timezone === undefined) return { query: rest };
  const parsed = zone.safeParse(timezone);
  if (!parsed.success) throw wrong("timezone", "text.zone");
  return { query: rest, timezone: parsed.data };
}

function withKey(req: IncomingMessage, walked: Walked | undefined, input: Record<string, unknown>) {
  const rule: Rule | undefined = walked ? POLICIES[walked.path as PolicyName] : undefined;
  const key = req.headers["idempotency-key"];
  if (rule?.keyed && key === undefined) throw new Refused("idempotency.key_required");
  // The header is the key's only way in.
  if (Object.hasOwn(input, "idempotencyKey")) throw wrong("idempotencyKey", "zod.unrecognized_keys");
  const takesKey = walked?.inputs.some((schema) => Object.hasOwn(fieldsOfSchema(schema), "idempotencyKey"));
  return takesKey && key !== undefined ? { ...input, idempotencyKey: key } : input;
}

/** The input of a route's procedure, from path, query or body, and header. Never throws for bad input: says what is wrong. */
export async function readInput(
  req: IncomingMessage,
  served: Served,
  raw: Readonly<Record<string, string>>,
  queryText: string,
): Promise<ReadInput | Unreadable> {
  const { route, procedures } = served;
  const [first] = procedures.keys() as Iterable<PolicyName>;
  if (first === undefined) throw new Error(`${route.path} has no procedure`);
  try {
    const isGet = route.method === "GET";
    const schema = procedures.get(first)?.inputs[0];
    const read = readQuery(queryText, isGet ? schema : undefined);
    const { query, timezone } = route.reply === "zoned" ? takeTimezone(read) : { query: read };
    if (!isGet && Object.keys(query).length > 0) throw wrong("", "zod.unrecognized_keys");
    const [procedure, given] = isGet ? [first, query] : choose(served, await readJson(req));
    const parameters = readParameters(served, raw);
    const twice = Object.keys(parameters).find((name) => Object.hasOwn(given, name));
    if (twice !== undefined) throw wrong(twice, "zod.unrecognized_keys");
    const input = withKey(req, procedures.get(procedure), { ...given, ...parameters });
    return { procedure, input, timezone };
  } catch (refusal) {
    return { procedure: first, refusal };
  }
}
