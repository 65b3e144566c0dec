import type { AnyRouter } from "@trpc/server";
import type * as z from "zod";

/** One procedure as the sweeps see it. */
export type Walked = Readonly<{
  path: string;
  policy: string | undefined;
  inputs: readonly z.ZodType[];
  output: z.ZodType | undefined;
  kind: "query" | "mutation" | "subscription";
}>;

type Def = {
  meta?: { policy?: string };
  inputs: unknown[];
  output?: unknown;
  type: Walked["kind"];
};

/** Every procedure of a router, by its path. */
export function walkRouter(router: AnyRouter): Walked[] {
  const procedures = router._def.procedures as unknown as Record<string, { _def: Def }>;
  return Object.entries(procedures).map(([path, { _def }]) => ({
    path,
    policy: _def.meta?.policy,
    inputs: _def.inputs as z.ZodType[],
    output: _def.output as z.ZodType | undefined,
    kind: _def.type,
  }));
}

type Node = { _zod: { def: Record<string, unknown> & { type: string } } };

/** Where a schema lets through what nobody listed: any, unknown, records and objects that aren't strict. */
export function looseParts(schema: unknown, at = ""): string[] {
  const { def } = (schema as Node)._zod;
  const inner = (name: string, key = "") => (def[name] ? looseParts(def[name], `${at}${key}`) : []);
  switch (def.type) {
    case "any":
    case "unknown":
    case "record":
    case "map":
    case "custom":
    // What JSON can't carry as it is.
    case "date":
    case "bigint":
    case "set":
      return [`${at || "."}: ${def.type}`];
    case "object": {
      const isStrict = (def.catchall as Node | undefined)?._zod.def.type === "never";
      const fields = Object.entries(def.shape as Record<string, unknown>);
      const loose = fields.flatMap(([name, field]) => looseParts(field, `${at}.${name}`));
      return isStrict ? loose : [`${at || "."}: object is not strict`, ...loose];
    }
    case "array":
      return inner("element", "[]");
    case "union":
      return (def.options as unknown[]).flatMap((option) => looseParts(option, at));
    case "pipe":
      return [...inner("in"), ...inner("out")];
    default:
      return inner("innerType");
  }
}

/** Names of the leaves an output may carry. */
export function fieldNames(schema: unknown): string[] {
  const { def } = (schema as Node)._zod;
  if (def.type === "object") {
    return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, field]) => [
      name,
      ...fieldNames(field),
    ]);
  }
  const inner = [def.element, def.innerType, def.in, def.out, ...((def.options as unknown[]) ?? [])];
  return inner.filter(Boolean).flatMap(fieldNames);
}
