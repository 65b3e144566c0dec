import type { PolicyName } from "../policy";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Which procedure answers: one, or one chosen by the value of a field of the body. */
export type Target =
  | PolicyName
  | Readonly<{ field: string; procedures: Readonly<Record<string, PolicyName>> }>;

/**
 * One line of the public surface. GET takes its input from path and query, the others from path and JSON body; an
 * `idempotencyKey` always travels as the header `Idempotency-Key`.
 */
export type RestRoute = Readonly<{
  method: Method;
  /** Below `/api/v1`; `{name}` is a parameter. */
  path: `/${string}`;
  target: Target;
  summary: string;
  /** 200 unless said. */
  status?: 201;
  /** Input field of a path parameter that is called otherwise. */
  fieldOf?: Readonly<Record<string, string>>;
  /** `pdf` and `ics`: the document itself instead of JSON. `zoned`: takes `timezone` and writes instants with its offset. */
  reply?: "pdf" | "ics" | "zoned";
}>;

/** Every procedure a route may call. */
export const proceduresOf = ({ target }: RestRoute): readonly PolicyName[] =>
  typeof target === "string" ? [target] : Object.values(target.procedures);

/** Names of the parameters in a path, in order. */
export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
