import { isRefusalCode, type RefusalCode } from "@amrutam/domain/refusals";
import type { JsonValue } from "@amrutam/domain/result";

/** What the server said no with. */
export type RefusalInfo = Readonly<{
  code: RefusalCode;
  /** To ask support with. */
  requestId: string;
  /** Issue codes by the input's path ("lines.0.dose"). */
  fields: Readonly<Record<string, readonly string[]>>;
  details: Readonly<Record<string, JsonValue>>;
}>;

type Carrier = { code?: unknown; requestId?: unknown; fields?: unknown; details?: unknown } | undefined;

const asRecord = <T,>(value: unknown): Readonly<Record<string, T>> =>
  typeof value === "object" && value !== null ? (value as Record<string, T>) : {};

/**
 * Reads a refusal from whatever a call was rejected with: a procedure's error carries it as `data`; one that was
 * refused before any procedure (too large, cross-site, no database) as the plain JSON that tRPC couldn't read.
 * @returns null for what is no answer of ours: no network, an aborted request, a bug
 */
export function refusalOf(error: unknown): RefusalInfo | null {
  const { data, meta } = asRecord<unknown>(error) as { data?: unknown; meta?: unknown };
  const body = asRecord<unknown>(asRecord<unknown>(meta).responseJSON);
  const found = [data, body.error].find(
    (part) => typeof asRecord<unknown>(part).code === "string",
  ) as Carrier;
  if (typeof found?.code !== "string" || !isRefusalCode(found.code)) return null;
  return {
    code: found.code,
    requestId: typeof found.requestId === "string" ? found.requestId : "",
    fields: asRecord<readonly string[]>(found.fields),
    details: asRecord<JsonValue>(found.details),
  };
}
