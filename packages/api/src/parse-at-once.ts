import type { z } from "zod";

/**
 * Makes a schema answer `parseAsync` from its `parse`. tRPC asks for a promise wherever a schema can give one, and a
 * parse that might have to wait runs zod's slow form, not the function it compiles for the schema: of a busy server's
 * time that was a tenth. Ours hold nothing to wait for; one that did would throw at its first call.
 */
const atOnce = <S extends z.ZodType>(schema: S): S =>
  Object.defineProperty(schema, "parseAsync", {
    configurable: true,
    value: async (value: unknown) => schema.parse(value),
  });

/** A procedure's builder whose `.input()` and `.output()` read at once. */
export const parsingAtOnce = <Builder extends object>(builder: Builder): Builder =>
  new Proxy(builder, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function" || (key !== "input" && key !== "output")) return member;
      return (schema: z.ZodType) => parsingAtOnce(member(atOnce(schema)));
    },
  });
