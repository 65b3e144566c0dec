import { REFUSAL_CODES } from "@amrutam/domain/refusals";
import type { JsonSchema } from "./samples";

type Json = Readonly<Record<string, unknown>>;

const MEANINGS = {
  400: "The input is not what the operation takes",
  401: "Not signed in, or the proof is wrong",
  403: "This account may not do this, or needs its second factor",
  404: "Not there, or not yours",
  409: "Somebody or something was first",
  413: "The body is larger than a megabyte",
  415: "The body is not declared as JSON",
  422: "A rule says no",
  429: "Too often; Retry-After says when",
  503: "Not now; Retry-After says when",
} as const;

const STATUSES = Object.keys(MEANINGS).map(Number) as (keyof typeof MEANINGS)[];
const nameOf = (status: number) => `Refused${status}`;

const ISSUES: JsonSchema = {
  type: "object",
  additionalProperties: { type: "array", items: { type: "string" } },
  description: "Issue codes by the input's path",
};

/** `{ error: … }`, with the status of the code. */
export const ERROR_SCHEMA: JsonSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "requestId"],
      properties: {
        code: { type: "string", enum: [...REFUSAL_CODES] },
        message: { type: "string", description: "For people, in the language of Accept-Language: en or hi" },
        requestId: { type: "string" },
        fields: ISSUES,
        details: {
          type: "object",
          description: "Facts beside the code, e.g. `alternatives` of a slot that was taken",
        },
      },
    },
  },
};

/** What every refusal's response looks like, once; the operations point here. */
export const refusalComponents = (): Json =>
  Object.fromEntries(
    STATUSES.map((status) => [
      nameOf(status),
      {
        description: MEANINGS[status],
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    ]),
  );

const OF_BODIES: readonly number[] = [413, 415];

/**
 * Every operation may refuse in each of these ways: even a public one meets a disabled account. A body may be too much, or
 * no JSON. @param takesBody does the operation read one?
 */
export const refusalResponses = (takesBody: boolean): Json =>
  Object.fromEntries(
    STATUSES.filter((status) => takesBody || !OF_BODIES.includes(status)).map((status) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(status)}` },
    ]),
  );
