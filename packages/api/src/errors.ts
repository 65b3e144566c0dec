import { isRefusalCode, type RefusalCode, type RefusalStatus, statusOf } from "@amrutam/domain/refusals";
import type { Refusal, RefusalDetails } from "@amrutam/domain/result";
import { TRPCError } from "@trpc/server";
import * as z from "zod";

type TrpcCode = TRPCError["code"];
const TRPC_CODE: Record<RefusalStatus, TrpcCode> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
};

/** An expected refusal on its way out: carries a code of the domain, never a stack or a row. */
export class Refused extends TRPCError {
  readonly refusal: RefusalCode;
  readonly details: RefusalDetails | undefined;
  constructor(refusal: RefusalCode, details?: RefusalDetails, cause?: unknown) {
    super({ code: TRPC_CODE[statusOf(refusal)], message: refusal, cause });
    this.refusal = refusal;
    this.details = details;
  }
}

export const raise = ({ code, details }: Refusal): never => {
  throw new Refused(code, details);
};

/** What a client learns of an error, whatever road it came by. `fields` maps an input's path to its issues. */
export type PublicError = Readonly<{
  code: RefusalCode;
  status: RefusalStatus;
  fields?: Record<string, string[]>;
  details?: RefusalDetails;
}>;

/** Paths are joined by dots ("lines.0.dose"); issues of the whole input stand under "". Bounded: input can't inflate an answer. */
export function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const issue of error.issues.slice(0, 50)) {
    // An unknown key's name is the caller's own text: where it stood is enough.
    const path = issue.path.map(String).join(".").slice(0, 200);
    const message = issue.code === "custom" ? issue.message : `zod.${issue.code}`;
    fields[path] = [...(fields[path] ?? []), message];
  }
  return { ...fields };
}

/** Away, overloaded, in our own way after the last try, or not letting us write what must be written. */
const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "57014",
  "40001",
  "40P01",
  "55P03",
  // A grant is gone. Reads of records are noted where they are shown: what can't be noted isn't shown, for now.
  "42501",
  "08000",
  "08003",
  "08006",
  "08001",
  "53300",
  "53400",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

/** Is the database, not the request, to blame? Walks the chain of causes. */
export function isDatabaseAway(error: unknown): boolean {
  if (DATABASE_AWAY.has(sqlState(error) ?? "")) return true;
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && DATABASE_AWAY.has(code)) return true;
    if (/timeout exceeded when trying to connect|Query read timeout|Connection terminated/i.test(at.message))
      return true;
  }
  return false;
}

/** SQLSTATE of a failed statement, whether it went through Prisma or `pg`; undefined when the error is something else. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error, depth = 0; at !== null && typeof at === "object" && depth < 6; depth += 1) {
    const { code, originalCode, meta, cause } = at as {
      code?: unknown;
      originalCode?: unknown;
      meta?: { driverAdapterError?: unknown };
      cause?: unknown;
    };
    if (typeof originalCode === "string" && /^[0-9A-Z]{5}$/.test(originalCode)) return originalCode;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    at = meta?.driverAdapterError ?? cause ?? null;
  }
  return undefined;
}

const FROM_TRPC: Partial<Record<TrpcCode, RefusalCode>> = {
  PARSE_ERROR: "input.invalid",
  BAD_REQUEST: "input.invalid",
  NOT_FOUND: "not_found",
  METHOD_NOT_SUPPORTED: "request.method_not_allowed",
  UNSUPPORTED_MEDIA_TYPE: "request.unsupported_media_type",
  PAYLOAD_TOO_LARGE: "input.too_large",
  UNAUTHORIZED: "auth.unauthenticated",
  FORBIDDEN: "auth.forbidden",
};

/** Every error, expected or not, as clients may see it. Anything unknown is `internal`: a request id, nothing else. */
export function toPublicError(error: unknown): PublicError {
  if (error instanceof Refused) {
    return { code: error.refusal, status: statusOf(error.refusal), details: error.details };
  }
  if (error instanceof z.ZodError) return { code: "input.invalid", status: 400, fields: fieldsOf(error) };
  if (error instanceof TRPCError) {
    if (error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError) return toPublicError(error.cause);
    if (error.code === "INTERNAL_SERVER_ERROR" && isDatabaseAway(error.cause)) {
      return { code: "service.unavailable", status: 503 };
    }
    const code = FROM_TRPC[error.code];
    return code ? { code, status: statusOf(code) } : { code: "internal", status: 500 };
  }
  if (isDatabaseAway(error)) return { code: "service.unavailable", status: 503 };
  return error instanceof Error && isRefusalCode(error.message)
    ? { code: error.message, status: statusOf(error.message) }
    : { code: "internal", status: 500 };
}
