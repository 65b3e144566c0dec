/** Only what zod's own definition says of a schema; it is read, never changed. */
type Definition = Readonly<{
  type: string;
  innerType?: unknown;
  in?: unknown;
  element?: unknown;
  shape?: Record<string, unknown>;
}>;
const definitionOf = (schema: unknown): Definition => (schema as { _zod: { def: Definition } })._zod.def;

/** What stands behind optional, default, nullable and piped schemas. */
function coreOf(schema: unknown): Definition {
  const definition = definitionOf(schema);
  const inner = definition.innerType ?? definition.in;
  return inner === undefined ? definition : coreOf(inner);
}

/** The fields of an object schema, by name. */
export const fieldsOfSchema = (schema: unknown): Readonly<Record<string, unknown>> =>
  coreOf(schema).shape ?? {};

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** One text as the schema's type wants it; where it doesn't fit it stays text, and the schema says what is wrong. */
function coerced(definition: Definition, text: string): unknown {
  if (definition.type === "number" && NUMBER.test(text)) return Number(text);
  if (definition.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/**
 * The values a query string gave for one field. Lists repeat their name (`?mode=VIDEO&mode=CHAT`); a single value that
 * was given twice stays a list, which its schema refuses.
 */
export function valueIn(schema: unknown, texts: readonly string[]): unknown {
  const core = schema === undefined ? undefined : coreOf(schema);
  if (core?.type === "array") return texts.map((text) => coerced(coreOf(core.element), text));
  const values = texts.map((text) => (core ? coerced(core, text) : text));
  return values.length === 1 ? values[0] : values;
}

const decoded = (text: string) => decodeURIComponent(text.replaceAll("+", " "));

/** A query string by name. @throws URIError for what is not percent-encoded UTF-8 */
export function parseQuery(query: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split("&").filter(Boolean)) {
    const at = pair.indexOf("=");
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    values.set(name, [...(values.get(name) ?? []), at < 0 ? "" : decoded(pair.slice(at + 1))]);
  }
  return values;
}
