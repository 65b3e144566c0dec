import { initTRPC } from "@trpc/server";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parsingAtOnce } from "./parse-at-once";

const t = initTRPC.create();
const builder = () => parsingAtOnce(t.procedure);
const city = z.strictObject({
  city: z.string().trim().default("Pune"),
  at: z.string().refine((text) => text !== ""),
});

/** A router of one procedure that answers with what it was given, `extra` added. */
const callerOf = (extra: object = {}) =>
  t.createCallerFactory(
    t.router({
      echo: builder()
        .input(city)
        .output(city)
        .query(({ input }) => ({ ...input, ...extra })),
    }),
  )({});

describe("a procedure that parses at once", () => {
  it("fills in defaults and changes what the schema changes", async () => {
    expect(await callerOf().echo({ at: "now" })).toEqual({ city: "Pune", at: "now" });
    expect(await callerOf().echo({ city: "  Goa ", at: "now" })).toEqual({ city: "Goa", at: "now" });
  });

  it("refuses inputs with the issues of the schema", async () => {
    await expect(callerOf().echo({ at: "" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { issues: [{ code: "custom", path: ["at"] }] },
    });
    await expect(callerOf().echo({ at: "now", more: 1 } as never)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      cause: { issues: [{ code: "unrecognized_keys" }] },
    });
  });

  it("answers nothing that its output schema doesn't name", async () => {
    await expect(callerOf({ passwordHash: "…" }).echo({ at: "now" })).rejects.toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
      message: "Output validation failed",
    });
  });

  it("keeps the schema where generators of documents look for it", () => {
    const { inputs, output } = builder().input(city).output(city)._def as unknown as {
      inputs: unknown[];
      output: unknown;
    };
    expect([...inputs, output]).toEqual([city, city]);
  });

  it("throws for a schema that would have to wait", async () => {
    const waiting = z.string().refine(async () => true);
    const router = t.router({
      echo: builder()
        .input(waiting)
        .query(({ input }) => input),
    });
    await expect(t.createCallerFactory(router)({}).echo("x")).rejects.toThrow();
  });
});
