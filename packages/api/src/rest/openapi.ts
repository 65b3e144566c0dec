import * as z from "zod";
import { POLICIES, type PolicyName, type Rule } from "../policy";
import type { Walked } from "../sweeps/walk-router";
import { ERROR_SCHEMA, refusalComponents, refusalResponses } from "./refusal-responses";
import { parametersOf } from "./route";
import type { Served } from "./route-table";
import { type JsonSchema, sampleOf } from "./samples";

type Json = Readonly<Record<string, unknown>>;
export type Operation = Readonly<{
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  security: readonly Json[];
  parameters: readonly Readonly<{
    name: string;
    in: "path" | "query" | "header";
    required: boolean;
    schema: JsonSchema;
    description?: string;
    example?: unknown;
  }>[];
  requestBody?: Readonly<{
    required: boolean;
    content: Readonly<Record<string, { schema: JsonSchema; example: unknown }>>;
  }>;
  responses: Json;
}>;
export type OpenApi = Readonly<{
  openapi: "3.1.0";
  info: Json;
  servers: readonly Json[];
  tags: readonly Json[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Json;
}>;

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest as JsonSchema;
};

/** Who may call, in words: the policy's own line. */
function descriptionOf(name: PolicyName, rule: Rule): string {
  if (rule.roles === "PUBLIC") return `For everybody: ${rule.why}. Procedure \`${name}\`.`;
  const parts = [`For ${rule.roles.join(", ")}.`];
  if (rule.stepUp) parts.push("Needs a second factor shown within the last five minutes.");
  else if (rule.aal !== 1 && rule.roles.some((role) => role !== "PATIENT"))
    parts.push("Staff need their second factor.");
  return `${parts.join(" ")} Procedure \`${name}\`.`;
}

/** One of several shapes; such an input travels whole, as a body. */
const isChoice = ({ anyOf, oneOf }: JsonSchema) => (anyOf ?? oneOf) !== undefined;

const examplesOf = (schema: JsonSchema | undefined) =>
  schema?.examples ? { examples: schema.examples } : {};

/** The input's schema as one JSON object; several procedures behind one route become one with the choosing field. */
function inputOf({ route, procedures }: Served): JsonSchema {
  const inputs = [...procedures.values()].map((walked: Walked) =>
    jsonSchema(walked.inputs[0] ?? z.strictObject({}), "input"),
  );
  const [only] = inputs;
  if (only && inputs.length === 1 && isChoice(only)) return only;
  const properties = Object.assign({}, ...inputs.map((input) => input.properties ?? {}));
  const required = (inputs[0]?.required ?? []).filter((name) =>
    inputs.every((input) => input.required?.includes(name)),
  );
  const { target } = route;
  if (typeof target === "string")
    return { type: "object", properties, required, additionalProperties: false, ...examplesOf(only) };
  return {
    type: "object",
    properties: { [target.field]: { type: "string", enum: Object.keys(target.procedures) }, ...properties },
    required: [target.field, ...required],
    additionalProperties: false,
  };
}

const ZONE_PARAMETER = {
  name: "timezone",
  in: "query",
  required: false,
  schema: { type: "string", examples: ["Asia/Kolkata"] },
  description: "IANA zone whose offset the instants of the answer carry; UTC without it",
} as const;

/** What a route that answers with a document says it is. */
const DOCUMENTS: Readonly<Record<string, string>> = { pdf: "application/pdf", ics: "text/calendar" };

function operationOf(served: Served): Operation {
  const { route, procedures } = served;
  const [first] = procedures.values();
  const [name] = procedures.keys() as Iterable<PolicyName>;
  if (!first || !name) throw new Error(`${route.path} has no procedure`);
  const rule: Rule = POLICIES[name];
  const input = inputOf(served);
  const { idempotencyKey, ...fields } = input.properties ?? {};
  const inPath = parametersOf(route.path);
  const fieldOf = (parameter: string) => route.fieldOf?.[parameter] ?? parameter;
  const left = Object.entries(fields).filter(([field]) => !inPath.map(fieldOf).includes(field));
  const isGet = route.method === "GET";
  const isRequired = (field: string) => input.required?.includes(field) ?? false;

  const body: JsonSchema = isChoice(input)
    ? input
    : {
        type: "object",
        properties: Object.fromEntries(left),
        required: left.map(([field]) => field).filter(isRequired),
        additionalProperties: false,
        ...examplesOf(input),
      };
  const takesBody = !isGet && (left.length > 0 || isChoice(input));
  const document = DOCUMENTS[route.reply ?? ""];
  const answer = document ? undefined : jsonSchema(first.output ?? z.strictObject({}), "output");
  return {
    operationId: name.replaceAll(".", "_"),
    tags: [route.path.split("/")[1] ?? ""],
    summary: route.summary,
    description: descriptionOf(name, rule),
    security: rule.roles === "PUBLIC" ? [] : [{ bearer: [] }],
    parameters: [
      ...inPath.map((parameter) => {
        const schema = fields[fieldOf(parameter)] ?? { type: "string" };
        return {
          name: parameter,
          in: "path",
          required: true,
          schema,
          example: sampleOf(schema, parameter),
        } as const;
      }),
      ...(isGet
        ? left.map(
            ([field, schema]) => ({ name: field, in: "query", required: isRequired(field), schema }) as const,
          )
        : []),
      ...(route.reply === "zoned" ? [ZONE_PARAMETER] : []),
      ...(idempotencyKey
        ? [
            {
              name: "Idempotency-Key",
              in: "header",
              required: rule.keyed ?? false,
              schema: idempotencyKey,
              description:
                "Chosen by the caller for one intended act; a repeat gets the same answer for 24 hours",
            } as const,
          ]
        : []),
    ],
    ...(takesBody
      ? {
          requestBody: {
            required: isChoice(body) || (body.required?.length ?? 0) > 0,
            content: { "application/json": { schema: body, example: sampleOf(body, "") } },
          },
        }
      : {}),
    responses: {
      [String(route.status ?? 200)]: answer
        ? { description: "Done", content: { "application/json": { schema: answer } } }
        : {
            description: "The document",
            content: { [document ?? ""]: { schema: { type: "string", format: "binary" } } },
          },
      ...refusalResponses(takesBody),
    },
  };
}

/** OpenAPI 3.1 of what is served, from the procedures' own schemas. @param title names the app */
export function openApiOf(all: readonly Served[], title: string): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const served of all) {
    const { path, method } = served.route;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(served) };
  }
  const tags = [...new Set(Object.keys(paths).map((path) => path.split("/")[1] ?? ""))];
  return {
    openapi: "3.1.0",
    info: {
      title,
      version: "1",
      description:
        "JSON over HTTPS. Instants are ISO 8601 with an offset, money is integer minor units with an ISO 4217 code. " +
        "Unknown fields are refused. Lists answer `items` and an opaque `nextCursor`. What creates or charges needs an `Idempotency-Key`.",
    },
    servers: [{ url: "/api/v1" }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "The access token of `/auth/login`; it lives 15 minutes",
        },
      },
      schemas: { Error: ERROR_SCHEMA },
      responses: refusalComponents(),
    },
  };
}
